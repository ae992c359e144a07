package org.huiyin.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds people of sittings of the next day, and sends the short messages that wait. Several nodes may do so at once. */
@Component
class Reminders {

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Duration GUESTS_KEPT = Duration.ofDays(365);
    private static final int AT_ONCE = 100;

    private static final String SOON = """
            select id from activity where standing = 'planned' and starts_at < :ahead and ends_at > :now order by starts_at limit 1000
            """;
    private static final String REMIND = """
            insert into activity_reminded (activity_id, session, at) values (:id, :session, :now) on conflict do nothing
            """;
    private static final String DUE = """
            select id, guest, words from activity_text where sent_at is null and due_at <= :now and tries < 5
            order by due_at, id limit :limit for update skip locked
            """;
    private static final String SENT = """
            update activity_text set sent_at = :now where id = :id
            """;
    private static final String AGAIN = """
            update activity_text set tries = tries + 1, due_at = :later where id = :id
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Activities activities;
    private final ActivityTellings tellings;
    private final ReminderParts parts;
    private final InstantSource clock;

    Reminders(
            JdbcClient database,
            TransactionTemplate transaction,
            Activities activities,
            ActivityTellings tellings,
            ReminderParts parts,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.activities = activities;
        this.tellings = tellings;
        this.parts = parts;
        this.clock = clock;
    }

    private record Due(long id, long guest, String words) {}

    @Component
    record ReminderParts(Guests guests, ShortMessages messages, PhoneCodes codes) {}

    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void go() {
        remind();
        send();
        parts.codes().forget();
        parts.guests().forget(clock.instant().minus(GUESTS_KEPT));
    }

    /** Once for each sitting that begins within a day. */
    void remind() {
        Instant now = clock.instant();
        List<Long> soon = database.sql(SOON)
                .param("now", ActivityRows.time(now))
                .param("ahead", ActivityRows.time(now.plus(AHEAD)))
                .query((row, n) -> row.getLong(1))
                .list();
        for (long id : soon) {
            transaction.executeWithoutResult(status -> activities.find(id).ifPresent(so -> remind(id, so, now)));
        }
    }

    private void remind(long id, Activity so, Instant now) {
        for (int number = 1; number <= so.plan().sessions().size(); number++) {
            Session session = so.plan().sessions().get(number - 1);
            boolean soon = session.starts().isAfter(now) && session.starts().isBefore(now.plus(AHEAD));
            if (soon
                    && database.sql(REMIND)
                                    .param("id", id)
                                    .param("session", number)
                                    .param("now", ActivityRows.time(now))
                                    .update()
                            == 1) {
                tellings.remind(id, so, session, now);
            }
        }
    }

    /** Sends what is due; what the gateway did not take comes again later, a few times. */
    void send() {
        if (!parts.messages().reach()) {
            return;
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            List<Due> due = database.sql(DUE)
                    .param("now", ActivityRows.time(now))
                    .param("limit", AT_ONCE)
                    .query((row, n) -> new Due(row.getLong(1), row.getLong(2), row.getString(3)))
                    .list();
            var guests = parts.guests().of(due.stream().map(Due::guest).toList());
            for (Due one : due) {
                Guests.Guest guest = guests.get(one.guest());
                // whoever is gone needs no telling
                if (guest == null || guest.phone().isEmpty() || parts.messages().send(guest.phone(), one.words())) {
                    database.sql(SENT)
                            .param("id", one.id())
                            .param("now", ActivityRows.time(now))
                            .update();
                } else {
                    database.sql(AGAIN)
                            .param("id", one.id())
                            .param("later", ActivityRows.time(now.plus(Duration.ofMinutes(10))))
                            .update();
                }
            }
        });
    }
}
