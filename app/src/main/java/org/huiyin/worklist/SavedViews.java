package org.huiyin.worklist;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that clerks keep under a name of their own: nothing but addresses. */
@Component
public class SavedViews {

    static final int MOST = 30;

    private static final String OF = """
            select id, name, query from saved_view where account = :account order by name, id
            """;
    private static final String KEEP = """
            insert into saved_view (account, name, query)
            select :account, :name, :query
            where (select count(*) from saved_view where account = :account and name <> :name) < :most
            on conflict (account, name) do update set query = excluded.query
            """;
    private static final String REMOVE = """
            delete from saved_view where id = :id and account = :account
            """;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /** One of them. */
    public record SavedView(long id, String name, String query) {}

    List<SavedView> of(long account) {
        return database.sql(OF)
                .param("account", account)
                .query((row, n) -> new SavedView(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Keeps a view, in place of one with the same name. False when there are too many. */
    boolean keep(long account, String name, String query) {
        return database.sql(KEEP)
                        .param("account", account)
                        .param("name", name)
                        .param("query", query)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    void remove(long account, long id) {
        database.sql(REMOVE).param("id", id).param("account", account).update();
    }
}
