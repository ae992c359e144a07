package org.huiyin.bench;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.huiyin.assessment.AddingUp;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Folding;
import org.huiyin.matter.StepStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five years of matters up to today with ten steps each, as far as these would have been taken by now. The steps are written by SQL; everything else
 * is what the Desk's own code makes of them, as {@code ./huiyin doctor} would have it.
 */
final class AssessFilled {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int YEARS = 5;
    private static final int CHUNK = 20_000;
    private static final int SIDE_BY_SIDE = 2;
    private static final String STEPS = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, key)
            select :year * 10000000::bigint + n, q.seq, q.name, 1, 1, case q.role when 'DISPATCHER' then o.office else h.unit end, q.role, t.at, t.at, q.was,
              q.becomes, 1, 'three-lists', 1,
              case q.name
                when 'raise' then jsonb_build_object('title', '小区门口路灯不亮夜间出行不便请尽快修复', 'description', '具体情况如题', 'category', k.category,
                  'kind', 'help', 'place', p.town, 'office', o.office)
                when 'dispatch' then jsonb_build_object('lead', h.unit, 'kind', 'help', 'category', k.category, 'urgency', 'normal')
                when 'rate' then jsonb_build_object('contacted', case when n % 11 = 0 then 'no' else 'yes' end, 'solved',
                  case when n % 7 = 0 then 'partly' else 'yes' end, 'satisfied', case when n % 5 = 0 then 'basically' else 'satisfied' end)
                when 'contact' then '{"means": "phone"}'::jsonb
                when 'review' then '{"verdict": "pass"}'::jsonb
                when 'sign' then '{}'::jsonb
                when 'note' then '{"note": "已到现场查看，正在采购配件"}'::jsonb
                else '{"answer": "线路已更换，10盏路灯全部恢复照明，感谢您的反映。", "outcome": "solved"}'::jsonb end, 'k' || :year || n || q.seq
            from generate_series(:from_n, :to_n) n
            cross join (values (1, 'raise', 'RESIDENT', '', 'raised'), (2, 'dispatch', 'DISPATCHER', 'raised', 'dispatched'),
              (3, 'sign', 'HANDLER', 'dispatched', 'in-hand'), (4, 'contact', 'HANDLER', 'in-hand', 'in-hand'),
              (5, 'note', 'HANDLER', 'in-hand', 'in-hand'), (6, 'note', 'HANDLER', 'in-hand', 'in-hand'),
              (7, 'conclude', 'HANDLER', 'in-hand', 'concluded'), (8, 'review', 'UNIT_HEAD', 'concluded', 'reviewed'),
              (9, 'answer', 'UNIT_HEAD', 'reviewed', 'answered'), (10, 'rate', 'RESIDENT', 'answered', 'closed')) q(seq, name, role, was, becomes)
            cross join lateral (select (:towns::text[])[1 + n % array_length(:towns::text[], 1)] town) p
            cross join lateral (select (:offices::int[])[1 + n % array_length(:offices::int[], 1)] office) o
            cross join lateral (select (:handling::int[])[1 + (n / 7) % array_length(:handling::int[], 1)] unit) h
            cross join lateral (select (array['roads', 'noise', 'property', 'utilities', 'environment', 'transport', 'education', 'labour'])[1 + n % 8]
              category) k
            cross join lateral (select make_timestamptz(:year, 1, 1, 8, 0, 0, 'Asia/Shanghai')
              + (n - 1) * (make_interval(secs => :days * 86400.0) / :per_year::float8) + q.seq * (8 + n % 9) * interval '1 hour' as at) t
            where t.at <= now()
            """;
    private static final String BEGUN = """
            insert into begun (key, matter_id) select key, matter_id from step where seq = 1
            """;
    private static final String FILLED = """
            select exists (select 1 from step where programme = 'three-lists' and seq = 10)
            """;
    private static final String OFFICES = "select id from unit where dispatch_office order by id";
    private static final String HANDLING = "select distinct unit_id from post where role = 'HANDLER' order by 1";
    private static final String TOWNS = "select code from place where length(code) = 9 order by code";

    private final Desk.Equipment equipment;
    private final JdbcClient sql;

    AssessFilled(Desk.Equipment equipment) {
        this.equipment = equipment;
        this.sql = JdbcClient.create(equipment.database());
    }

    /** Fills an empty database; one that is filled already is used as it is. */
    void once(long matters) throws Exception {
        if (sql.sql(FILLED).query(Boolean.class).single()) {
            return;
        }
        int last = LocalDate.now(ZONE).getYear();
        for (int year = last - YEARS + 1; year <= last; year++) {
            steps(year, Math.max(1, matters / YEARS));
            System.err.println("steps of " + year + " written");
        }
        sql.sql(BEGUN).update();
        sql.sql("vacuum analyze step").update();
        fold();
        new AddingUp(sql).all();
        sql.sql("vacuum analyze").update();
        sql.sql("checkpoint").update();
    }

    private void steps(int year, long perYear) {
        LocalDate today = LocalDate.now(ZONE);
        int days = year == today.getYear()
                ? today.getDayOfYear()
                : LocalDate.of(year, 12, 31).getDayOfYear();
        sql.sql("select open_year(:year)").param("year", year).query().listOfRows();
        for (long from = 1; from <= perYear; from += CHUNK) {
            sql.sql(STEPS)
                    .param("year", year)
                    .param("per_year", perYear)
                    .param("days", days)
                    .param("from_n", from)
                    .param("to_n", Math.min(perYear, from + CHUNK - 1))
                    .param("offices", numbers(OFFICES))
                    .param("handling", numbers(HANDLING))
                    .param(
                            "towns",
                            sql.sql(TOWNS)
                                    .query((row, n) -> row.getString(1))
                                    .list()
                                    .toArray(String[]::new))
                    .update();
        }
        sql.sql("select setval('matter_number_" + year + "', :n)")
                .param("n", perYear)
                .query()
                .listOfRows();
    }

    private Integer[] numbers(String statement) {
        return sql.sql(statement).query((row, n) -> row.getInt(1)).list().toArray(Integer[]::new);
    }

    private void fold() throws Exception {
        List<StepStream.Range> ranges;
        try (Connection connection = equipment.database().getConnection()) {
            ranges = new StepStream(equipment).ranges(connection, CHUNK);
        }
        LongAdder done = new LongAdder();
        try (ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                StepStream.Range range = ranges.get(i);
                int lane = i;
                all.add(side.submit(() -> {
                    done.add(Folding.fill(equipment, range, lane, steps -> {}));
                    System.err.printf("%,d steps folded%n", done.sum());
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
