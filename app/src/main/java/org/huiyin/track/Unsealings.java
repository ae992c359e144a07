package org.huiyin.track;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who opened the sealed identity of a raiser, when and why. It only records: whether somebody may know the raiser at all is
 * {@link org.huiyin.matter.MatterLookup#mayKnowRaiser}'s answer and has to be asked first.
 */
@Component
public class Unsealings {

    /** For so long the one who opened it sees it without giving a reason again. */
    private static final Duration OPEN = Duration.ofHours(8);

    private static final Logger log = LoggerFactory.getLogger(Unsealings.class);

    private static final String RECORD = """
            insert into unsealing (matter_id, account, post, unit, reason, opened_at)
            values (:matter, :account, :post, :unit, :reason, :now)
            """;
    private static final String OF = """
            select account, unit, reason, opened_at from unsealing where matter_id = :matter order by opened_at, id
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    Unsealings(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One opening. */
    public record Unsealing(long account, int unit, String reason, Instant at) {}

    public void record(MatterNumber number, Actor actor, String reason) {
        database.sql(RECORD)
                .param("matter", number.id())
                .param("account", actor.account())
                .param("post", actor.post())
                .param("unit", actor.unit())
                .param("reason", reason)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        log.info(
                "Account {} at post {} opened the raiser's identity of matter {}",
                actor.account(),
                actor.post(),
                number);
    }

    /** Oldest first. */
    public List<Unsealing> of(MatterNumber number) {
        return database.sql(OF)
                .param("matter", number.id())
                .query((row, n) -> new Unsealing(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether this person opened it a short while ago. */
    public boolean openTo(Actor actor, List<Unsealing> openings) {
        Instant since = clock.instant().minus(OPEN);
        return openings.stream()
                .anyMatch(one -> one.account() == actor.account() && one.at().isAfter(since));
    }
}
