package org.huiyin.round;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huiyin.activity.Kind;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those above whoever goes round that somebody was not looked at in time: once for each time it fell due, and without a name. Several
 * nodes may do so at once.
 */
@Component
class LateRounds {

    private static final int AT_ONCE = 2000;

    private static final String TELL = """
            insert into round_told (kind, entry, due_on, told_at)
            select :kind, entry, due_on, :now from unnest(:entries::bigint[], :dues::text[]::date[]) u(entry, due_on)
            on conflict do nothing returning entry
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RoundKinds kinds;
    private final DueRounds rounds;
    private final Messages messages;
    private final InstantSource clock;

    LateRounds(
            JdbcClient database,
            TransactionTemplate transaction,
            RoundKinds kinds,
            DueRounds rounds,
            Messages messages,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.kinds = kinds;
        this.rounds = rounds;
        this.messages = messages;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void go() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(org.huiyin.frame.Formats.ZONE).toLocalDate();
        kinds.all().forEach(rules -> escalate(rules, today, now));
    }

    /** Everything that fell due before today and was not told yet. */
    private void escalate(RoundRules rules, LocalDate today, Instant now) {
        List<DueRounds.Due> late = rounds.due(
                new DueRounds.Wanted(
                        rules, kinds.register(rules), Reach.EVERYWHERE, "", null, today.minusDays(1), true),
                AT_ONCE);
        if (late.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            List<Long> fresh = database.sql(TELL)
                    .param("kind", rules.kind())
                    .param("entries", late.stream().map(DueRounds.Due::id).toArray(Long[]::new))
                    .param(
                            "dues",
                            late.stream().map(one -> one.due().toString()).toArray(String[]::new))
                    .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                    .query((row, n) -> row.getLong(1))
                    .list();
            Map<Integer, Long> units = late.stream()
                    .filter(one -> fresh.contains(one.id()))
                    .collect(Collectors.groupingBy(DueRounds.Due::unit, java.util.TreeMap::new, Collectors.counting()));
            List<Telling> tellings = new ArrayList<>();
            units.forEach((unit, count) -> tellings.add(telling(kinds.kind(rules), unit, count, now)));
            messages.tell(database, tellings, now);
        });
    }

    private static Telling telling(Kind kind, int unit, long count, Instant now) {
        return new Telling(
                "round-overdue",
                List.of(Audience.at(unit, Role.UNIT_HEAD), Audience.at(unit, Role.DISPATCHER)),
                List.of(Word.of(kind.title()), Word.of(Long.toString(count))),
                "/desk/rounds/" + kind.name(),
                0,
                now,
                0);
    }
}
