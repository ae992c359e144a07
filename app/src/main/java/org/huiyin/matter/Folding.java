package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.huiyin.org.Role;
import org.jspecify.annotations.Nullable;

/** Writes into tables what each matter comes to by its steps, and what projections make of them. */
public final class Folding implements StepStream.Listener {

    private static final int FLUSH_AT = 2000;

    private final Into into;
    private final LongConsumer progress;
    private final StepChain chain = new StepChain();
    private final List<Matter> folded = new ArrayList<>(FLUSH_AT);
    private final List<StepScribe.Accepted> taken = new ArrayList<>(FLUSH_AT);
    private final List<StepScribe.TakenOver> takenOver = new ArrayList<>();
    private @Nullable Matter present;
    private long steps;
    private long matters;

    /**
     * Where it is written.
     *
     * @param connection in a transaction; the tables are those its search path finds first
     * @param lane of its sums, its own for each that writes beside another
     */
    record Into(Connection connection, List<Projection> projections, int lane) {}

    Folding(Into into, LongConsumer progress) {
        this.into = into;
        this.progress = progress;
    }

    static List<Projection> projections(Desk.Equipment equipment) {
        return equipment.scribes().stream()
                .filter(Projection.class::isInstance)
                .map(Projection.class::cast)
                .toList();
    }

    /**
     * Fills the tables of a database that holds nothing but the steps of some matters.
     *
     * @param lane its own for each that fills side by side
     * @return how many steps there were
     */
    public static long fill(Desk.Equipment equipment, StepStream.Range range, int lane, LongConsumer progress)
            throws SQLException {
        try (Connection reading = equipment.database().getConnection();
                Connection writing = equipment.database().getConnection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            Folding folding = new Folding(new Into(writing, projections(equipment), lane), progress);
            long steps = new StepStream(equipment).tell(reading, range, Matter.NEVER, folding);
            folding.end();
            reading.rollback();
            writing.commit();
            reading.setAutoCommit(true);
            writing.setAutoCommit(true);
            return steps;
        }
    }

    long matters() {
        return matters;
    }

    /** Where steps do not follow one another. */
    List<Doctor.Difference> broken() {
        return chain.broken();
    }

    @Override
    public void step(StepScribe.Accepted one) throws SQLException {
        Matter before = one.before();
        if (before == null) {
            keep();
            matters++;
        }
        chain.next(one.step(), before == null ? 1 : before.round());
        present = one.after();
        taken.add(one);
        if (taken.size() >= FLUSH_AT) {
            tell();
        }
        progress.accept(++steps);
    }

    @Override
    public void takenOver(StepScribe.TakenOver one) throws SQLException {
        present = one.after();
        tell();
        takenOver.add(one);
    }

    private void keep() throws SQLException {
        Matter done = present;
        if (done != null) {
            folded.add(done);
        }
        if (folded.size() >= FLUSH_AT) {
            flush();
        }
    }

    void end() throws SQLException {
        keep();
        flush();
        tell();
    }

    /** In the order in which things happened: what was taken over since the last step before the steps after it. */
    private void tell() throws SQLException {
        Writes writes = new Writes(into.lane());
        for (Projection projection : into.projections()) {
            if (!takenOver.isEmpty()) {
                projection.takenOver(writes, takenOver);
            }
            if (!taken.isEmpty()) {
                projection.scribe(writes, taken);
            }
        }
        writes.send(into.connection());
        takenOver.clear();
        taken.clear();
    }

    private void flush() throws SQLException {
        if (!folded.isEmpty()) {
            Writes writes = new Writes(into.lane());
            Matters.insert(writes, folded);
            Clocks.put(writes, folded, Map.of());
            OnDesk.put(writes, folded, Map.of());
            ListTally.count(writes, folded.stream().map(Folding::asBegun).toList());
            writes.send(into.connection());
            folded.clear();
        }
    }

    private static StepScribe.Accepted asBegun(Matter matter) {
        Step.By nobody = new Step.By(0, 0, 0, Role.SYSTEM);
        Step step = new Step(
                matter.id(),
                1,
                "",
                nobody,
                matter.raisedAt(),
                matter.raisedAt(),
                "",
                matter.state(),
                1,
                Map.of(),
                Map.of(),
                List.of(),
                "");
        return new StepScribe.Accepted(step, null, matter);
    }
}
