package org.huiyin.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.StepScribe.TakenOver;
import org.huiyin.matter.StepStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts units' parts again from the steps, as they were known at an instant: the same pure functions as the Desk's scribe, no tally, no fact.
 * Reads ranges of matters side by side.
 */
public final class Recount {

    private static final long RANGE = 20_000;

    private final Desk.Equipment equipment;
    private final Counting counting;
    private final StepStream stream;
    private final int readers;

    /** @param readers how many read side by side */
    public Recount(Desk.Equipment equipment, Counting counting, int readers) {
        this.equipment = equipment;
        this.counting = counting;
        this.stream = new StepStream(equipment);
        this.readers = readers;
    }

    /**
     * What was counted.
     *
     * @param steps how many steps of the programme had been recorded by then
     * @param last when the last of them was; null when there was none
     */
    record Counted(
            Map<String, Figures> byPeriod,
            long steps,
            @Nullable Instant last) {

        Figures of(Period period) {
            return byPeriod.getOrDefault(period.key(), new Figures());
        }
    }

    /** Counts every period's parts for every unit; returns how many steps there were. For measuring. */
    public long all(String programme, List<Period> periods, Instant asOf) {
        return of(programme, periods, asOf, LeftOut.NOTHING).steps();
    }

    /** Counts the periods of one programme, as known at that instant, without what is left out. */
    Counted of(String programme, List<Period> periods, Instant asOf, LeftOut leftOut) {
        try (ExecutorService side = Executors.newFixedThreadPool(readers)) {
            List<Future<Share>> shares = new ArrayList<>();
            for (StepStream.Range range : ranges()) {
                Callable<Share> work = () -> new Share(programme, periods, asOf, leftOut).read(range);
                shares.add(side.submit(work));
            }
            Share all = new Share(programme, periods, asOf, leftOut);
            for (Future<Share> share : shares) {
                all.add(share.get());
            }
            return new Counted(all.figures, all.steps, all.last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while counting", e);
        } catch (ExecutionException | SQLException e) {
            throw new IllegalStateException("The steps could not be counted", e);
        }
    }

    private List<StepStream.Range> ranges() throws SQLException {
        try (Connection connection = equipment.database().getConnection()) {
            return stream.ranges(connection, RANGE);
        }
    }

    /** One range's part of the count. */
    private final class Share implements StepStream.Listener {

        private final String programme;
        private final List<Period> periods;
        private final Instant asOf;
        private final LeftOut leftOut;
        private final Map<String, Figures> figures = new LinkedHashMap<>();
        private long steps;
        private @Nullable Instant last;

        Share(String programme, List<Period> periods, Instant asOf, LeftOut leftOut) {
            this.programme = programme;
            this.periods = periods;
            this.asOf = asOf;
            this.leftOut = leftOut;
            periods.forEach(period -> figures.put(period.key(), new Figures()));
        }

        Share read(StepStream.Range range) throws SQLException {
            try (Connection connection = equipment.database().getConnection()) {
                connection.setAutoCommit(false);
                stream.tell(connection, range, asOf, this);
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return this;
        }

        @Override
        public void step(Accepted one) {
            if (!one.after().programme().equals(programme)) {
                return;
            }
            steps++;
            Instant recorded = one.step().recordedAt();
            if (last == null || recorded.isAfter(last)) {
                last = recorded;
            }
            for (Fact fact : counting.facts(one)) {
                count(fact.matter(), fact.unit(), fact.at(), fact.parts(), 1);
            }
            count(counting.judged(one.before(), one.after()));
        }

        @Override
        public void takenOver(TakenOver one) {
            if (one.after().programme().equals(programme)) {
                count(counting.judged(one.before(), one.after()));
            }
        }

        private void count(List<Judged.Change> changes) {
            for (Judged.Change change : changes) {
                count(change.before(), -1);
                count(change.after(), 1);
            }
        }

        private void count(@Nullable Judged judged, long by) {
            if (judged != null) {
                count(judged.matter(), judged.unit(), judged.due(), counting.parts(judged), by);
            }
        }

        private void count(long matter, int unit, Instant at, List<String> parts, long by) {
            if (at.isAfter(asOf)) {
                return;
            }
            for (Period period : periods) {
                if (period.holds(at) && !leftOut.covers(matter, unit, at)) {
                    Figures of = figures.getOrDefault(period.key(), new Figures());
                    parts.forEach(part -> of.add(Integer.toString(unit), part, by));
                }
            }
        }

        void add(Share other) {
            other.figures.forEach(
                    (key, some) -> figures.getOrDefault(key, new Figures()).add(some));
            steps += other.steps;
            Instant theirs = other.last;
            if (last == null || theirs != null && theirs.isAfter(last)) {
                last = theirs;
            }
        }
    }
}
