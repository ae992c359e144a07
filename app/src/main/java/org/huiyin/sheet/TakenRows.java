package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports did, kept row by row so that each can be undone once; how things stood is sealed, for telephones stand in it. */
@Component
public class TakenRows {

    private static final int AT_ONCE = 5000;

    private static final String KEEP = """
            insert into sheet_taken (job_id, nth, key, mark, before, after, sealed)
            select :job, new.nth + :from, new.key, new.mark, '', '', new.sealed
            from unnest(:keys::text[], :marks::text[], :sealed::bytea[]) with ordinality as new (key, mark, sealed, nth)
            on conflict (job_id, nth) do nothing
            """;
    private static final String OF = """
            select key, mark, nth, sealed from sheet_taken where job_id = :job order by nth
            """;
    /** The marks are joined, not looked for with {@code any}: right after a large import that compares every row with each of them. */
    private static final String UNDONE = """
            select t.mark, count(*) from unnest(:marks::text[]) asked(mark) join sheet_taken t on t.mark = asked.mark join sheet_job j on j.id = t.job_id
            where j.account = :account and j.post = :post and j.phase = 'undo' and j.state = 'done'
            group by t.mark
            """;

    private static final String KEPT = """
            select distinct t.mark from unnest(:marks::text[]) asked(mark) join sheet_taken t on t.mark = asked.mark join sheet_job j on j.id = t.job_id
            where j.account = :account and j.post = :post and not (j.phase = 'undo' and j.state = 'done')
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    TakenRows(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    void keep(long job, List<Taken.Touched> touched) {
        for (int from = 0; from < touched.size(); from += AT_ONCE) {
            List<Taken.Touched> part = touched.subList(from, Math.min(touched.size(), from + AT_ONCE));
            database.sql(KEEP)
                    .param("job", job)
                    .param("from", from)
                    .param("keys", column(part, Taken.Touched::key))
                    .param("marks", column(part, Taken.Touched::mark))
                    .param("sealed", sealed(job, from, part))
                    .update();
        }
    }

    private byte[] @Nullable [] sealed(long job, int from, List<Taken.Touched> part) {
        byte[] @Nullable [] sealed = new byte[part.size()] @Nullable [];
        for (int i = 0; i < sealed.length; i++) {
            Taken.Touched one = part.get(i);
            sealed[i] = SealedRows.seal(keyring, job, from + i + 1, one.before(), one.after());
        }
        return sealed;
    }

    private static String[] column(List<Taken.Touched> rows, Function<Taken.Touched, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    List<Taken.Touched> of(long job) {
        return new ArrayList<>(database.sql(OF)
                .param("job", job)
                .query((row, n) -> {
                    SealedRows.Stood stood = SealedRows.open(keyring, job, row.getInt(3), row.getBytes(4));
                    return new Taken.Touched(row.getString(1), row.getString(2), stood.before(), stood.after());
                })
                .list());
    }

    /** How often this person undid what came from these contents. */
    public Map<String, Integer> undone(Actor actor, List<String> marks) {
        Map<String, Integer> undone = new HashMap<>();
        database.sql(UNDONE)
                .param("marks", marks.toArray(String[]::new))
                .param("account", actor.account())
                .param("post", actor.post())
                .query(row -> {
                    undone.put(row.getString(1), row.getInt(2));
                });
        return undone;
    }

    /** Those of these contents that an import which still stands brought in. */
    public List<String> kept(Actor actor, List<String> marks) {
        return database.sql(KEPT)
                .param("marks", marks.toArray(String[]::new))
                .param("account", actor.account())
                .param("post", actor.post())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
