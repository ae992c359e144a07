package org.huiyin.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.calendar.Limit;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.org.Actor;
import org.huiyin.supervision.Ladder.Stand;
import org.huiyin.supervision.Ladder.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Serves instruments by a supervisor's hand: what the ladder proposed, and the next one before its time with a reason. */
@Component
public class Orders {

    private static final String STANDING = """
            select kind, instrument_id, proposed from standing where matter_id = :matter
            """;
    // As steps do: first the clock, then how the matter stands.
    private static final String RUNS = """
            select 1 from clock where matter_id = :matter and ordinal = :ordinal and running and extensions = :extensions for share
            """;
    private static final String HELD = """
            select kind, instrument_id, proposed from standing where matter_id = :matter for update
            """;
    private static final String LAST = """
            select kind from instrument where matter_id = :matter and ordinal = :ordinal and term = :term and kind <> all(:notices)
            order by id desc limit 1
            """;
    private static final String DISMISS = """
            with dismissed as (delete from standing where matter_id = :matter and proposed is not null returning matter_id, proposed)
            insert into proposal_dismissal (matter_id, kind, account, post, unit, reason, dismissed_at)
            select matter_id, proposed, :account, :post, :unit, :reason, :now from dismissed
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Ladders ladders;
    private final Servings servings;
    private final Ledger ledger = new Ledger();

    Orders(
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            Ladders ladders,
            Servings servings) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.ladders = ladders;
        this.servings = servings;
    }

    private record Row(
            String kind, @Nullable Long open, @Nullable String proposed) {}

    /** The ladder that judges the matter's clock now; empty when none runs. */
    Optional<Ladder> ladder(Matter matter) {
        return ladders.climbing(matter).map(Ladders.Climbing::ladder);
    }

    /** How the matter stands to its ladder. */
    Stand stand(Matter matter) {
        return stand(matter, row(matter, STANDING));
    }

    /** Signs what the ladder proposed for a matter; false when it may not be served any more. */
    public boolean sign(Matter matter, Actor actor, String kind) {
        return serve(matter, actor, kind, "") instanceof Verdict.Allowed;
    }

    /** Serves it, if the ladder allows; the outcome says why not. */
    Verdict serve(Matter matter, Actor actor, String kind, String reason) {
        Optional<Ladder> ladder = ladder(matter);
        if (ladder.isEmpty() || matter.lead() == null) {
            return new Verdict.NothingRuns();
        }
        return transaction.execute(
                status -> runs(matter) ? serve(ladder.get(), matter, actor, kind, reason) : new Verdict.NothingRuns());
    }

    /** Whether the clock still runs as it was read, and will while this transaction lasts: a step on the matter waits. */
    private boolean runs(Matter matter) {
        return clock(matter)
                .map(running -> database.sql(RUNS)
                        .param("matter", matter.id())
                        .param("ordinal", running.ordinal())
                        .param(
                                "extensions",
                                running.span().extensions().stream()
                                        .map(Limit::toString)
                                        .collect(Collectors.joining(",")))
                        .query(Integer.class)
                        .optional()
                        .isPresent())
                .orElse(false);
    }

    private Verdict serve(Ladder ladder, Matter matter, Actor actor, String kind, String reason) {
        Optional<Row> row = row(matter, HELD);
        Stand stand = stand(matter, row);
        Verdict verdict = ladder.mayServe(kind, stand, reason);
        if (verdict instanceof Verdict.Allowed(Rung rung)) {
            Instant now = clock.instant();
            Serving serving = new Serving(
                    LadderScribe.occasion(matter, clock(matter).orElseThrow(), now),
                    rung,
                    matter.lead() == null ? matter.office() : matter.lead(),
                    new Serving.By(actor.account(), actor.post(), actor.unit()),
                    reason);
            if (row.isEmpty() && ledger.stand(database, List.of(serving), now).isEmpty()) {
                return new Verdict.StillOpen(rung); // another hand was quicker
            }
            servings.serve(database, List.of(serving), now);
        }
        return verdict;
    }

    /** Lets a proposal go unsigned; false when there is none any more. */
    boolean dismiss(Matter matter, Actor actor, String reason) {
        return database.sql(DISMISS)
                        .param("matter", matter.id())
                        .param("account", actor.account())
                        .param("post", actor.post())
                        .param("unit", actor.unit())
                        .param("reason", reason)
                        .param("now", Occasions.time(clock.instant()))
                        .update()
                == 1;
    }

    private Optional<Row> row(Matter matter, String sql) {
        return database.sql(sql)
                .param("matter", matter.id())
                .query((found, n) -> {
                    long open = found.getLong(2);
                    Long instrument = found.wasNull() ? null : open;
                    return new Row(found.getString(1), instrument, found.getString(3));
                })
                .optional();
    }

    private Stand stand(Matter matter, Optional<Row> row) {
        Optional<Clock> running = clock(matter);
        return new Stand(
                running.isPresent(),
                row.filter(one -> one.open() != null).map(Row::kind).orElse(null),
                running.flatMap(found -> last(matter, found)).orElse(null),
                row.map(Row::proposed).orElse(null),
                !matter.urgency().equals("normal"));
    }

    private Optional<String> last(Matter matter, Clock running) {
        return database.sql(LAST)
                .param("matter", matter.id())
                .param("ordinal", running.ordinal())
                .param("term", running.span().extensions().size())
                .param(
                        "notices",
                        ladders.kinds().stream()
                                .filter(rung -> !rung.answerable())
                                .map(Rung::kind)
                                .toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private Optional<Clock> clock(Matter matter) {
        return ladders.climbing(matter).map(Ladders.Climbing::clock);
    }
}
