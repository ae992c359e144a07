package org.huiyin.assessment;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Adds up what batches of steps appended to the tallies. Whoever reads takes both, so it changes no figure and may come late; it keeps reading
 * short. Any number of machines may do it at once over one database: each takes other rows, and writes sums in the same order as the others.
 */
public final class AddingUp {

    private static final String ADD = """
            with taken as (
              delete from tally_addition where id in (select id from tally_addition order by id limit 500 for update skip locked)
              returning programme, unit, town, category, stretch, by_day, parts, n)
            insert into tally (programme, dimension, stretch, key, parts, n)
            select c.programme, c.dimension, c.stretch, c.key, c.parts, sum(c.n)
            from taken t cross join lateral tally_cells(t.programme, t.unit, t.town, t.category, t.stretch, t.by_day, t.parts, t.n) c
            group by c.programme, c.dimension, c.stretch, c.key, c.parts having sum(c.n) <> 0
            order by c.programme, c.dimension, c.stretch, c.key, c.parts
            on conflict (programme, dimension, stretch, key, parts) do update set n = tally.n + excluded.n
            """;
    private static final Logger LOG = LoggerFactory.getLogger(AddingUp.class);

    private final JdbcClient database;
    private final AtomicBoolean working = new AtomicBoolean();

    public AddingUp(JdbcClient database) {
        this.database = database;
    }

    /** Adds up all there is, some hundred batches at a time, each time in a transaction of its own unless one is open. */
    public void all() {
        while (database.sql(ADD).update() > 0) {
            // the next batches
        }
    }

    /** Apart, so that other timed work is not held up. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void look() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("adding-up").start(this::work);
        }
    }

    private void work() {
        try {
            all();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Counts are not added up yet; figures stay right, pages take longer until it goes on: {}",
                    e.toString());
        } finally {
            working.set(false);
        }
    }
}
