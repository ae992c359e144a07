package org.huiyin.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
              (array['help', 'consult', 'complaint'])[1 + n % 3], 'normal', n % 50 = 0, o.office, h.unit,
              case when s.worklist in ('to-dispatch', 'returned') then o.office when s.worklist is not null then h.unit end,
              n % 100000, 0, d.raised, d.raised, case when s.worklist is null then '2199-12-31Z'::timestamptz else d.due end,
              case when s.worklist is null then '2199-12-31Z'::timestamptz else d.due - interval '1 day' end, 'raise:1:1:1669000000000000'
            from generate_series(:from_n, :to_n) n
            cross join lateral (select '第' || n || '号反映：小区门口路灯不亮夜间出行不便请尽快修复' title) t
            cross join lateral (select (:towns::text[])[1 + n % array_length(:towns::text[], 1)] town) p
            cross join lateral (select (:offices::int[])[1 + n % array_length(:offices::int[], 1)] office) o
            cross join lateral (select (:handling::int[])[1 + (n / 7) % array_length(:handling::int[], 1)] unit) h
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
              now(), now(), (array['', 'raised', 'dispatched', 'in-hand', 'concluded'])[q],
              case when q < 5 then (array['raised', 'dispatched', 'in-hand', 'concluded'])[q] else m.state end,
              1, 'three-lists', 1, '{"answer": "已经处理完毕，感谢您的反映。"}', 'k' || n || q
            from generate_series(:from_n, :to_n) n join matter m on m.id = :year * 10000000::bigint + n cross join generate_series(1, 5) q
            """;
    private static final String CLOCKS = """
            insert into clock (matter_id, ordinal, name, round, started_at, span_limit, pauses, extensions, due_at, near_at, provisional, recorded,
              calendar, stopped_at, met, running)
            select :year * 10000000::bigint + n, o, (array['dispatch', 'sign', 'resolve'])[1 + o], 1, now(), '5wd', '', '', now(), now(), false, false,
              'cn', now(), true, false
            from generate_series(:from_n, :to_n) n cross join generate_series(0, 2) o
            """;
    private static final String DESKS = """
            insert into on_desk (matter_id, unit, worklist, due_at, near_at, place, category, urgency)
            select id, desk_unit, worklist, due_at, near_at, place, category, urgency from matter where desk_unit is not null and worklist is not null
            """;
    private static final int FIRST_YEAR = 2022;
    private static final int YEARS = 5;
    private static final int CHUNK = 50_000;

    private static final String OFFICES = "select id from unit where dispatch_office order by id";
    private static final String HANDLING = "select distinct unit_id from post where role = 'HANDLER' order by 1";
    private static final String TOWNS = "select code from place where length(code) = 9 order by code";

    private final JdbcClient sql;
    private final List<Integer> offices;
    private final List<Integer> handling;
    private final List<String> towns;

    /** Takes the units and towns the database knows, or those of {@link City} when it knows none. */
    private Filled(DataSource database) {
        this.sql = JdbcClient.create(database);
        List<Integer> known = sql.sql(OFFICES).query((row, n) -> row.getInt(1)).list();
        boolean empty = known.isEmpty();
        this.offices = empty ? IntStream.range(0, City.OFFICES).boxed().toList() : known;
        this.handling = empty
                ? City.handlingUnits()
                : sql.sql(HANDLING).query((row, n) -> row.getInt(1)).list();
        this.towns = empty
                ? IntStream.range(0, City.TOWNS).mapToObj(City::town).toList()
                : sql.sql(TOWNS).query((row, n) -> row.getString(1)).list();
    }

    /** Fills; with steps and clocks of every matter too when {@code whole}. */
    static void fill(DataSource database, long matters, boolean whole, Consumer<String> progress) {
        new Filled(database).fill(matters, whole, progress);
    }

    private void fill(long matters, boolean whole, Consumer<String> progress) {
        long perYear = matters / YEARS;
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            sql.sql("select open_year(:year)").param("year", year).query().listOfRows();
            for (long from = 1; from <= perYear; from += CHUNK) {
                long to = Math.min(perYear, from + CHUNK - 1);
                run(MATTERS, year, from, to);
                if (whole) {
                    // they lead to where each matter stands, so that the lists add up
                    run(STEPS, year, from, to);
                    run(CLOCKS, year, from, to);
                }
                progress.accept(String.format("%,d of %,d", (year - FIRST_YEAR) * perYear + to, matters));
            }
            sql.sql("select setval('matter_number_" + year + "', :n)")
                    .param("n", perYear)
                    .query()
                    .listOfRows();
        }
        sql.sql(DESKS).update();
        sql.sql("insert into list_tally select programme, list, town, 0, count(*) from matter group by 1, 2, 3")
                .update();
        // these steps were never taken, so the log does not enter them
        sql.sql("update log_head set entering = null").update();
        sql.sql("vacuum analyze").update();
        sql.sql("checkpoint").update();
    }

    private void run(String statement, int year, long from, long to) {
        sql.sql(statement)
                .param("year", year)
                .param("from_n", from)
                .param("to_n", to)
                .param("towns", towns.toArray(String[]::new))
                .param("offices", offices.toArray(Integer[]::new))
                .param("handling", handling.toArray(Integer[]::new))
                .update();
    }
}
