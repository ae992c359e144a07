package org.huiyin.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.assessment.CountScribe;
import org.huiyin.assessment.Counting;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.Recount;
import org.huiyin.programme.Measures;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.Measuring;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts all measures again from the steps: every matter folded, every part of every unit, for two periods. */
@Command(name = "assess", description = "Counts all measures again from the steps.", mixinStandardHelpOptions = true)
final class AssessBench implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 5;
    private static final int FIRST_YEAR = 2022;
    private static final int CHUNK = 20_000;
    private static final int STEPS_A_MATTER = 10;
    private static final String ANY_STEP = "select exists (select 1 from step)";
    private static final String STEPS = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, key)
            select :year * 10000000::bigint + n, q.seq, q.name, 1, 1, 10 + n % 190, 'IMPORTER', t.at, t.at, q.was, q.becomes, 1, 'three-lists', 1,
              case q.name
                when 'raise' then jsonb_build_object('title', '小区门口路灯不亮夜间出行不便请尽快修复', 'description', '具体情况如题', 'category', 'roads',
                  'kind', 'help', 'place', '4210' || lpad((2 + n % 8)::text, 2, '0') || lpad((1 + n / 8 % 16)::text, 3, '0') || '001', 'office', n % 10)
                when 'dispatch' then jsonb_build_object('lead', 10 + n % 190, 'kind', 'help', 'category', 'roads', 'urgency', 'normal')
                when 'rate' then jsonb_build_object('contacted', case when n % 11 = 0 then 'no' else 'yes' end, 'solved',
                  case when n % 7 = 0 then 'partly' else 'yes' end, 'satisfied', case when n % 5 = 0 then 'basically' else 'satisfied' end)
                when 'contact' then '{"means": "phone"}'::jsonb
                when 'review' then '{"verdict": "pass"}'::jsonb
                when 'sign' then '{}'::jsonb
                when 'note' then '{"note": "已到现场查看，正在采购配件"}'::jsonb
                else '{"answer": "线路已更换，10盏路灯全部恢复照明，感谢您的反映。", "outcome": "solved"}'::jsonb end, 'k' || n || q.seq
            from generate_series(:from_n, :to_n) n
            cross join (values (1, 'raise', '', 'raised'), (2, 'dispatch', 'raised', 'dispatched'), (3, 'sign', 'dispatched', 'in-hand'),
              (4, 'contact', 'in-hand', 'in-hand'), (5, 'note', 'in-hand', 'in-hand'), (6, 'note', 'in-hand', 'in-hand'),
              (7, 'conclude', 'in-hand', 'concluded'), (8, 'review', 'concluded', 'reviewed'), (9, 'answer', 'reviewed', 'answered'),
              (10, 'rate', 'answered', 'closed')) q(seq, name, was, becomes)
            cross join lateral (select make_timestamptz(:year, 1, 1, 0, 0, 0, 'Asia/Shanghai') + n * (interval '350 days' / :per_year::float8)
              + q.seq * interval '9 hours' as at) t
            """;

    @Option(names = "--matters", description = "Matters, of ten steps each (default: ${DEFAULT-VALUE}).")
    private long matters = 1_000_000;

    @Option(names = "--rounds", description = "How often (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(names = "--data", description = "Keep the database here instead of a temporary directory.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = BenchDatabase.start(data)) {
            fill(JdbcClient.create(database.pool()));
            Measuring measuring = MeasuresReader.packaged();
            Measures measures = measuring.versions().getFirst();
            Counting counting = new Counting(measuring, ZONE);
            Period period = Period.parse("2025-09", measures, ZONE).orElseThrow();
            Period before = period.before(measures, ZONE).orElseThrow();
            Recount recount =
                    new Recount(City.equipment(database.pool(), List.of(new CountScribe(counting))), counting, 2);
            long best = Long.MAX_VALUE;
            long steps = 0;
            for (int round = 1; round <= rounds; round++) {
                long begun = System.nanoTime();
                steps = recount.all(List.of(period, before), Instant.parse("2030-01-01T00:00:00Z"));
                long took = (System.nanoTime() - begun) / 1_000_000;
                System.out.printf("round %d: %,d steps in %,d ms%n", round, steps, took);
                best = Math.min(best, took);
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("matters", matters);
            figures.put("steps", steps);
            figures.put("bestMillis", best);
            figures.put("stepsPerSecond", steps * 1000 / Math.max(1, best));
            Figures.print(figures, json);
        }
        return 0;
    }

    private void fill(JdbcClient sql) {
        if (sql.sql(ANY_STEP).query(Boolean.class).single()) {
            return;
        }
        long perYear = Math.max(1, matters / YEARS);
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            sql.sql("select open_year(:year)").param("year", year).query().listOfRows();
            for (long from = 1; from <= perYear; from += CHUNK) {
                sql.sql(STEPS)
                        .param("year", year)
                        .param("per_year", perYear)
                        .param("from_n", from)
                        .param("to_n", Math.min(perYear, from + CHUNK - 1))
                        .update();
            }
            System.err.printf("%,d steps filled in%n", (year - FIRST_YEAR + 1) * perYear * STEPS_A_MATTER);
        }
        sql.sql("vacuum analyze step").update();
    }
}
