package org.huiyin.raiser;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huiyin.matter.Anonymising;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which matters are anonymised when: those whose time is over, and those whose raiser was granted it, once they ended. Runs every hour on any
 * number of nodes; each matter is anonymised once.
 */
@Component
class Due {

    private static final int AT_ONCE = 100;

    private static final String OVER = """
            select m.id, m.updated_at from matter m
            where m.id < :beyond and m.desk_unit is null and m.programme = :programme and m.state = any(:ends) and m.updated_at < :before
              and not exists (select from anonymised a where a.matter_id = m.id)
              and not exists (select from retention_hold h where h.matter_id = m.id and h.lifted_at is null)
            order by m.updated_at, m.id limit :limit
            """;
    private static final String GRANTED = """
            select m.id, m.updated_at from erasure_request e join matter m on m.id = e.matter_id
            where e.granted and m.programme = :programme and m.state = any(:ends)
              and not exists (select from anonymised a where a.matter_id = m.id)
              and not exists (select from retention_hold h where h.matter_id = m.id and h.lifted_at is null)
            order by m.updated_at, m.id limit :limit
            """;

    private static final Logger log = LoggerFactory.getLogger(Due.class);

    private final JdbcClient database;
    private final Programmes programmes;
    private final Anonymising anonymising;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<Retention> rules = Retention.packaged();

    Due(
            JdbcClient database,
            Programmes programmes,
            Anonymising anonymising,
            InstantSource clock,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.programmes = programmes;
        this.anonymising = anonymising;
        this.clock = clock;
        this.zone = zone;
    }

    /** A matter and when its last step was taken. */
    record Ended(long matter, Instant at) {}

    List<Retention> rules() {
        return rules;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void anonymise() {
        long done = 0;
        for (Programme programme : programmes.versions()) {
            done += all(() -> granted(programme), Anonymising.Why.REQUEST);
        }
        for (Retention rule : rules) {
            done += all(() -> over(rule, clock.instant(), AT_ONCE), Anonymising.Why.RETENTION);
        }
        if (done > 0) {
            log.info("Anonymised {} matters whose time was over or whose raiser asked for it", done);
        }
    }

    private long all(java.util.function.Supplier<List<Ended>> due, Anonymising.Why why) {
        long done = 0;
        List<Long> page;
        int anonymised;
        do {
            page = due.get().stream().map(Ended::matter).toList();
            anonymised = page.isEmpty() ? 0 : anonymising.anonymise(page, why).size();
            done += anonymised;
        } while (anonymised > 0);
        return done;
    }

    /** Those whose time is over by then, the longest ended first. */
    List<Ended> over(Retention rule, Instant by, int limit) {
        Instant before = by.atZone(zone).minusYears(rule.years()).toInstant();
        return database.sql(OVER)
                .param("programme", rule.programme())
                .param("ends", ends(rule.programme()))
                .param("before", before.atOffset(ZoneOffset.UTC))
                // an id begins with the year in which the matter was raised, so later years need not be looked at
                .param(
                        "beyond",
                        MatterNumber.of(before.atZone(zone).getYear() + 1, 1).id())
                .param("limit", limit)
                .query((row, n) -> new Ended(row.getLong(1), instant(row.getObject(2, OffsetDateTime.class))))
                .list();
    }

    private List<Ended> granted(Programme programme) {
        return database.sql(GRANTED)
                .param("programme", programme.name())
                .param("ends", ends(programme.name()))
                .param("limit", AT_ONCE)
                .query((row, n) -> new Ended(row.getLong(1), instant(row.getObject(2, OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    private String[] ends(String programme) {
        List<String> ends = new ArrayList<>();
        programmes.versions().stream()
                .filter(one -> one.name().equals(programme))
                .flatMap(one -> one.states().values().stream())
                .filter(Programme.StateRule::end)
                .forEach(state -> ends.add(state.name()));
        return ends.toArray(String[]::new);
    }
}
