package org.huiyin.supervision;

import java.time.Instant;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.notice.Messages;
import org.huiyin.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at every clock and every instrument whose time has come, oldest first, until nothing is left. Any number of nodes may do so at once over
 * one database, and one that was off for days catches up in order: a stage acts once, whoever gets to it.
 */
public final class Watch {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Stages stages;
    private final Climb climb;

    Watch(DataSource source, Ladders ladders, Programmes programmes, Calendars calendars, Messages messages) {
        Ledger ledger = new Ledger();
        Servings servings = new Servings(calendars, messages, ladders);
        this.database = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.stages = new Stages(ladders, programmes, ledger, servings, messages);
        this.climb = new Climb(ladders, calendars, ledger, servings, messages);
    }

    /** Acts on all that is due by then. */
    public void act(Instant now) {
        until(now, stages::nearDue);
        until(now, stages::overdue);
        until(now, climb::climb);
    }

    private void until(Instant now, BiPredicate<JdbcClient, Instant> more) {
        while (Boolean.TRUE.equals(transaction.execute(status -> more.test(database, now)))) {
            // the next batch
        }
    }
}
