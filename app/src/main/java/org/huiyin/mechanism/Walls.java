package org.huiyin.mechanism;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the public matters of a programme in some states. Those of the three lists stand on the board instead. */
@Component
class Walls {

    /** What the index of walls and ledgers leaves out: its many matters take many steps, and each would be entered there again. */
    static final String ON_THE_BOARD = "three-lists";
    /** Counting stops there. */
    static final int MOST = 1000;

    private static final String PAGE = """
            select id from matter
            where programme = :programme and programme <> 'three-lists' and state = any(:states) and not confidential
              and place like :place || '%' and id < :before
            order by id desc limit :limit
            """;
    private static final String COUNT = """
            select count(*) from (
              select 1 from matter
              where programme = :programme and programme <> 'three-lists' and state = any(:states) and not confidential
                and place like :place || '%' limit :most) counted
            """;

    private final JdbcClient database;

    Walls(JdbcClient database) {
        this.database = database;
    }

    /** @param place a code; "" for the whole city */
    record Wanted(String programme, List<String> states, String place, long before) {}

    List<Long> page(Wanted wanted, int limit) {
        return database.sql(PAGE)
                .param("programme", wanted.programme())
                .param("states", wanted.states().toArray(String[]::new))
                .param("place", wanted.place())
                .param("before", wanted.before())
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** How many there are, up to one more than {@link #MOST}. */
    int count(Wanted wanted) {
        return database.sql(COUNT)
                .param("programme", wanted.programme())
                .param("states", wanted.states().toArray(String[]::new))
                .param("place", wanted.place())
                .param("most", MOST + 1)
                .query(Integer.class)
                .single();
    }
}
