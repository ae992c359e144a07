package org.huiyin.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.assessment.CaseBook.Entry;
import org.huiyin.assessment.CaseBook.Named;
import org.huiyin.assessment.CaseBook.Overdue;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.StepScribe.TakenOver;
import org.huiyin.matter.StepStream;
import org.jspecify.annotations.Nullable;

/** Fills a case book from the steps, by the same pure functions as every other count; reads ranges of matters side by side. */
final class CaseReading {

    private static final long RANGE = 20_000;
    private static final int READERS = 2;

    private final Desk.Equipment equipment;
    private final Counting counting;
    private final StepStream stream;

    CaseReading(Desk.Equipment equipment, Counting counting) {
        this.equipment = equipment;
        this.counting = counting;
        this.stream = new StepStream(equipment);
    }

    /**
     * What is read.
     *
     * @param programme whose matters
     * @param also names of steps that are listed besides what is counted, each as a part of its own name
     */
    record Asked(String programme, List<Period> periods, Instant asOf, LeftOut leftOut, Set<String> also) {}

    CaseBook read(Asked asked) {
        try (ExecutorService side = Executors.newFixedThreadPool(READERS)) {
            List<Future<CaseBook>> shares = new ArrayList<>();
            for (StepStream.Range range : ranges()) {
                Callable<CaseBook> work = () -> new Share(asked).read(range);
                shares.add(side.submit(work));
            }
            CaseBook all = new CaseBook();
            for (Future<CaseBook> share : shares) {
                all.add(share.get());
            }
            return all;
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

    /** One range's part of it, matter after matter. */
    private final class Share implements StepStream.Listener {

        private final Asked asked;
        private final CaseBook book = new CaseBook();
        private final Map<Integer, Judged> judged = new HashMap<>();
        private @Nullable Matter present;
        private boolean listed;

        Share(Asked asked) {
            this.asked = asked;
        }

        CaseBook read(StepStream.Range range) throws SQLException {
            try (Connection connection = equipment.database().getConnection()) {
                connection.setAutoCommit(false);
                stream.tell(connection, range, asked.asOf(), this);
                connection.rollback();
                connection.setAutoCommit(true);
            }
            end();
            return book;
        }

        @Override
        public void step(Accepted one) {
            Matter matter = one.after();
            if (present != null && present.id() != matter.id()) {
                end();
            }
            present = matter;
            if (!matter.programme().equals(asked.programme())) {
                return;
            }
            for (Fact fact : counting.facts(one)) {
                list(new Entry(
                        matter.id(), fact.seq(), fact.unit(), fact.town(), fact.category(), fact.at(), fact.parts()));
            }
            String name = one.step().name();
            if (asked.also().contains(name)) {
                Integer lead = matter.lead();
                list(new Entry(
                        matter.id(),
                        one.step().seq(),
                        lead == null ? 0 : lead,
                        Counting.town(matter.place()),
                        matter.category(),
                        one.step().occurredAt(),
                        List.of(name)));
            }
            judge(counting.judged(one.before(), matter));
        }

        @Override
        public void takenOver(TakenOver one) {
            present = one.after();
            if (one.after().programme().equals(asked.programme())) {
                judge(counting.judged(one.before(), one.after()));
            }
        }

        private void judge(List<Judged.Change> changes) {
            for (Judged.Change change : changes) {
                Judged before = change.before();
                if (before != null) {
                    judged.remove(before.ordinal());
                }
                Judged after = change.after();
                if (after != null) {
                    judged.put(after.ordinal(), after);
                }
            }
        }

        private void list(Entry entry) {
            if (entry.at().isAfter(asked.asOf())) {
                return;
            }
            for (Period period : asked.periods()) {
                if (period.holds(entry.at()) && !asked.leftOut().covers(entry.matter(), entry.unit(), entry.at())) {
                    book.add(period, entry);
                    listed = true;
                }
            }
        }

        /** A matter's deadlines count as they stood after its last step. */
        private void end() {
            Matter matter = present;
            if (matter == null) {
                return;
            }
            for (Judged one : judged.values()) {
                list(new Entry(
                        one.matter(),
                        one.ordinal(),
                        one.unit(),
                        one.town(),
                        one.category(),
                        one.due(),
                        counting.parts(one)));
            }
            for (Clock clock : matter.clocks()) {
                Integer lead = matter.lead();
                boolean late = clock.running() && clock.unit() == null && judged.containsKey(clock.ordinal());
                if (late && clock.deadline().due().isBefore(asked.asOf())) {
                    book.add(new Overdue(
                            matter.id(),
                            lead == null ? 0 : lead,
                            Counting.town(matter.place()),
                            matter.category(),
                            clock.deadline().due()));
                    listed = true;
                }
            }
            if (listed) {
                book.name(
                        matter.id(),
                        new Named(new MatterNumber(matter.id()), matter.confidential() ? "" : matter.publicTitle()));
            }
            judged.clear();
            listed = false;
            present = null;
        }
    }
}
