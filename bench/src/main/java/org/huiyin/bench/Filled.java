package org.huiyin.bench;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with many matters in it before anything is measured: nine in ten closed, the rest on the desks of 200 units; spread over the years
 * 2022 to 2026 and 130 towns. Written by SQL, for speed; what is measured afterwards goes through the Desk.
 */
final class Filled {

    private static final String MATTERS = """
            insert into matter (id, programme, programme_version, version, state, list, worklist, round, title, public_title, place, town, category,
              kind, urgency, confidential, office_unit, lead_unit, desk_unit, raiser, merged_count, raised_at, updated_at, due_at, near_at, times)
            select :year * 10000000::bigint + n, 'three-lists', 1, 5, s.state, s.list, s.worklist, 1, t.title, t.title, p.town || '001', p.town,
              (array['roads', 'noise', 'property', 'utilities', 'environment', 'transport', 'education', 'labour'])[1 + n % 8],
              (array['help', 'consult', 'complaint'])[1 + n % 3], 'normal', n % 50 = 0, n % 10, 10 + n % 190,
              case s.worklist when 'to-dispatch' then n % 10 else case when s.worklist is not null then 10 + n % 190 end end,
              n % 100000, 0, d.raised, d.raised, case when s.worklist is null then '2199-12-31Z'::timestamptz else d.due end,
              case when s.worklist is null then '2199-12-31Z'::timestamptz else d.due - interval '1 day' end, 'raise:1:1:1669000000000000'
            from generate_series(:from_n, :to_n) n
            cross join lateral (select '第' || n || '号反映：小区门口路灯不亮夜间出行不便请尽快修复' title) t
            cross join lateral (select '4210' || lpad((2 + (n % 130) % 8)::text, 2, '0') || lpad(((n % 130) / 8 + 1)::text, 3, '0') town) p
            cross join lateral (select timestamptz '2026-11-20Z' - (n % 1000) * interval '7 hours' raised,
              timestamptz '2026-11-20Z' + ((n * 7919) % 40000 - 8000) * interval '1 minute' due) d
            cross join lateral (select x.state, x.list, x.worklist from (values
              (0, 'raised', 'problem', 'to-dispatch'), (1, 'dispatched', 'task', 'to-sign'), (2, 'in-hand', 'task', 'in-hand'),
              (3, 'in-hand', 'task', 'in-hand'), (4, 'in-hand', 'task', 'in-hand'), (5, 'concluded', 'task', 'to-review'),
              (6, 'returned', 'task', 'returned'), (7, 'suspended', 'task', 'suspended'), (8, 'answered', 'result', null),
              (9, 'not-accepted', 'not-accepted', null), (10, 'closed', 'result', null)) x(k, state, list, worklist)
              where k = case when n % 100 < 10 then n % 100 else 10 end) s
            """;
    private static final String STEPS = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, key)
            select :year * 10000000::bigint + n, q, (array['raise', 'dispatch', 'sign', 'conclude', 'answer'])[q], 1, 1, 10 + n % 190, 'HANDLER',
              now(), now(), '', 'closed', 1, 'three-lists', 1, '{"answer": "已经处理完毕，感谢您的反映。"}', 'k' || n || q
            from generate_series(:from_n, :to_n) n cross join generate_series(1, 5) q
            """;
    private static final String CLOCKS = """
            insert into clock (matter_id, ordinal, name, round, started_at, span_limit, pauses, extensions, due_at, near_at, provisional, recorded,
              calendar, stopped_at, met, running)
            select :year * 10000000::bigint + n, o, (array['dispatch', 'sign', 'resolve'])[1 + o], 1, now(), '5wd', '', '', now(), now(), false, false,
              'cn', now(), true, false
            from generate_series(:from_n, :to_n) n cross join generate_series(0, 2) o
            """;
    private static final int FIRST_YEAR = 2022;
    private static final int YEARS = 5;
    private static final int CHUNK = 50_000;

    private Filled() {}

    /** Fills; with steps and clocks of every matter too when {@code whole}. */
    static void fill(DataSource database, long matters, boolean whole, Consumer<String> progress) {
        JdbcClient sql = JdbcClient.create(database);
        long perYear = matters / YEARS;
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            sql.sql("select open_year(:year)").param("year", year).query().listOfRows();
            for (long from = 1; from <= perYear; from += CHUNK) {
                long to = Math.min(perYear, from + CHUNK - 1);
                run(sql, MATTERS, year, from, to);
                if (whole) {
                    run(sql, STEPS, year, from, to);
                    run(sql, CLOCKS, year, from, to);
                }
                progress.accept(String.format("%,d of %,d", (year - FIRST_YEAR) * perYear + to, matters));
            }
            sql.sql("select setval('matter_number_" + year + "', :n)")
                    .param("n", perYear)
                    .query()
                    .listOfRows();
        }
        sql.sql("insert into list_tally select programme, list, town, 0, count(*) from matter group by 1, 2, 3")
                .update();
        sql.sql("vacuum analyze").update();
        sql.sql("checkpoint").update();
    }

    private static void run(JdbcClient sql, String statement, int year, long from, long to) {
        sql.sql(statement)
                .param("year", year)
                .param("from_n", from)
                .param("to_n", to)
                .update();
    }
}
