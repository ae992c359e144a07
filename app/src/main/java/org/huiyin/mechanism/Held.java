package org.huiyin.mechanism;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what somebody outside the house took upon themselves, and who took a matter. */
@Component
class Held {

    private static final int MOST = 50;

    private static final String OF = """
            select matter_id matter, seq, step, asker, account from matter_asker where matter_id = :matter and asker <> ''
            """;
    private static final String BY = """
            select matter_id matter, seq, step, asker, account from matter_asker where asker = :asker and asker <> ''
            union
            select matter_id matter, seq, step, asker, account from matter_asker where account = :account and account <> 0
            order by matter desc limit :most
            """;

    private final JdbcClient database;

    Held(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest step somebody outside took on a matter.
     *
     * @param asker as whom they had shown themselves
     * @param account 0 when they were not signed in
     */
    record Taken(long matter, int seq, String step, String asker, long account) {}

    Optional<Taken> of(long matter) {
        return database.sql(OF).param("matter", matter).query(Held::taken).optional();
    }

    /** What was taken as somebody who showed themselves, or by an account; the newest first. */
    List<Taken> by(String asker, long account) {
        return database.sql(BY)
                .param("asker", asker)
                .param("account", account)
                .param("most", MOST)
                .query(Held::taken)
                .list();
    }

    private static Taken taken(ResultSet row, int nth) throws SQLException {
        return new Taken(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getLong(5));
    }
}
