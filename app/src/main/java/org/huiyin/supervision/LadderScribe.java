package org.huiyin.supervision;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.org.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What steps do to instruments, in the transaction of the step: one whose clock stopped or was extended is discharged, for its cause fell away;
 * and where the ladder says that a step serves an instrument, as urging by hand does, it is served.
 */
final class LadderScribe implements StepScribe {

    private static final String DISCHARGE = """
            with fallen as (
              delete from standing using unnest(?, ?, ?, ?, ?, ?) ended(matter_id, ordinal, account, post, unit, at)
              where standing.matter_id = ended.matter_id and standing.ordinal = ended.ordinal
              returning standing.instrument_id, ended.account, ended.post, ended.unit, ended.at)
            insert into instrument_end (instrument_id, how, ended_at, account, post, unit, note)
            select instrument_id, 'discharged', timestamptz 'epoch' + at * interval '1 microsecond', account, post, unit, ''
            from fallen where instrument_id is not null
            """;

    private final Ladders ladders;
    private final Ledger ledger = new Ledger();
    private final Servings servings;

    LadderScribe(Ladders ladders, Servings servings) {
        this.ladders = ladders;
        this.servings = servings;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns fallen = new Columns("int8", "int4", "int8", "int8", "int4", "int8");
        List<Serving> asked = new ArrayList<>();
        for (Accepted one : batch) {
            fallen(fallen, one);
            asked(one).ifPresent(asked::add);
        }
        writes.add(DISCHARGE, fallen);
        if (!asked.isEmpty()) {
            Instant now = batch.getLast().step().recordedAt();
            writes.afterwards(connection -> serve(connection, once(asked), now));
        }
    }

    private void serve(Connection connection, List<Serving> asked, Instant now) {
        JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Set<Long> stood = new HashSet<>(ledger.stand(database, asked, now));
        servings.serve(
                database,
                asked.stream()
                        .filter(one -> stood.contains(one.occasion().matter()))
                        .toList(),
                now);
    }

    /** Somebody who urges twice in one moment urges once. */
    private static List<Serving> once(List<Serving> asked) {
        List<Serving> first = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        asked.stream().filter(one -> seen.add(one.occasion().matter())).forEach(first::add);
        return first;
    }

    private void fallen(Columns fallen, Accepted one) {
        Matter before = one.before();
        if (before == null) {
            return;
        }
        Step.By by = one.step().by();
        for (Clock clock : before.clocks()) {
            if (clock.open()
                    && clock.unit() == null
                    && climbs(before, clock)
                    && causeGone(clock, one.after().clocks().get(clock.ordinal()))) {
                fallen.add(
                        before.id(),
                        clock.ordinal(),
                        by.account(),
                        by.post(),
                        by.unit(),
                        Columns.micros(one.step().recordedAt()));
            }
        }
    }

    private boolean climbs(Matter matter, Clock clock) {
        return ladders.of(matter.programme(), clock.span().start())
                .filter(ladder -> ladder.climbs().equals(clock.name()))
                .isPresent();
    }

    private static boolean causeGone(Clock before, Clock after) {
        return !after.open()
                || after.span().extensions().size() > before.span().extensions().size();
    }

    private Optional<Serving> asked(Accepted one) {
        Matter matter = one.after();
        Integer lead = matter.lead();
        Step step = one.step();
        if (lead == null || step.by().role() == Role.IMPORTER) {
            return Optional.empty();
        }
        return matter.clocks().stream()
                .filter(clock -> clock.running() && clock.unit() == null && climbs(matter, clock))
                .findFirst()
                .flatMap(clock -> ladders.of(matter.programme(), clock.span().start())
                        .flatMap(ladder -> ladder.servedBy(step.name()))
                        .map(rung -> new Serving(
                                occasion(matter, clock, step.recordedAt()),
                                rung,
                                lead,
                                new Serving.By(
                                        step.by().account(),
                                        step.by().post(),
                                        step.by().unit()),
                                rung.note() == null
                                        ? ""
                                        : Objects.toString(step.fields().get(rung.note()), ""))));
    }

    static Occasion occasion(Matter matter, Clock clock, Instant at) {
        return new Occasion(
                matter.id(),
                clock.ordinal(),
                clock.name(),
                clock.unit(),
                clock.span().extensions().size(),
                at,
                clock.deadline().due(),
                clock.span().start(),
                matter.programme(),
                matter.lead(),
                matter.desk(),
                matter.office(),
                matter.place(),
                matter.publicTitle());
    }
}
