package org.huiyin.replay;

import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what stands in the database after a replay. */
@Component
class Reckoning {

    private static final String STEPS = """
            select count(*) from step where matter_id = any(:matters::bigint[])
            """;
    private static final String ON_TIME = """
            select count(*) filter (where stopped_at <= due_at) as on_time, count(*) as judged
            from clock
            where matter_id = any(:matters::bigint[]) and name = 'resolve' and unit is null and round = 1
              and recorded = :recorded and stopped_at is not null
            """;
    /** One statement, so that all three counts are of the same moment. */
    private static final String LISTS = """
            select 'raised' as source, '' as list, count(*) as n from step where programme = :programme and seq = 1
            union all
            select 'tallied', list, sum(n)::bigint from list_tally where programme = :programme group by list having sum(n) <> 0
            union all
            select 'standing', list, count(*) from matter where programme = :programme group by list
            """;

    private final JdbcClient database;

    Reckoning(JdbcClient database) {
        this.database = database;
    }

    long steps(List<Long> matters) {
        return database.sql(STEPS)
                .param("matters", matters.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** Of the matters whose time to answer has stopped, those that were answered within it. */
    Rate onTime(List<Long> matters, boolean recorded) {
        return database.sql(ON_TIME)
                .param("matters", matters.toArray(Long[]::new))
                .param("recorded", recorded)
                .query((row, n) -> new Rate(row.getLong("on_time"), row.getLong("judged")))
                .single();
    }

    Conservation conservation(String programme) {
        var tallied = new TreeMap<String, Long>();
        var standing = new TreeMap<String, Long>();
        var raised = new long[1];
        database.sql(LISTS).param("programme", programme).query(row -> {
            switch (row.getString("source")) {
                case "tallied" -> tallied.put(row.getString("list"), row.getLong("n"));
                case "standing" -> standing.put(row.getString("list"), row.getLong("n"));
                default -> raised[0] = row.getLong("n");
            }
        });
        return new Conservation(raised[0], tallied, standing);
    }
}
