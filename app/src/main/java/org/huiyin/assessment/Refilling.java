package org.huiyin.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.StepScribe.TakenOver;
import org.huiyin.matter.StepStream;
import org.huiyin.matter.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Empties what is counted and fills it again from the steps, all or nothing. No step can be taken meanwhile. */
@Component
public class Refilling {

    private static final String EMPTY = """
            set local lock_timeout = '30s'; lock table step in share mode; truncate fact, judged_clock, tally, tally_addition
            """;
    private static final int BATCH = 2000;

    private final Desk.Equipment equipment;
    private final CountScribe scribe;

    Refilling(Desk.Equipment equipment, CountScribe scribe) {
        this.equipment = equipment;
        this.scribe = scribe;
    }

    /**
     * Counts every step again.
     *
     * @param progress told how many steps have been counted so far
     * @return how many there were
     */
    public long refill(LongConsumer progress) throws SQLException {
        try (Connection reading = equipment.database().getConnection();
                Connection writing = equipment.database().getConnection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            try (Statement statement = writing.createStatement()) {
                statement.execute(EMPTY);
            }
            Filling filling = new Filling(writing, progress);
            long steps = new StepStream(equipment).tell(reading, StepStream.Range.ALL, Matter.NEVER, filling);
            filling.write();
            new AddingUp(JdbcClient.create(new SingleConnectionDataSource(writing, true))).all();
            reading.rollback();
            writing.commit();
            return steps;
        }
    }

    /** Hands the scribe what happened, in its order. */
    private final class Filling implements StepStream.Listener {

        private final Connection writing;
        private final LongConsumer progress;
        private final List<Accepted> taken = new ArrayList<>(BATCH);
        private long told;

        Filling(Connection writing, LongConsumer progress) {
            this.writing = writing;
            this.progress = progress;
        }

        @Override
        public void step(Accepted one) throws SQLException {
            taken.add(one);
            if (taken.size() == BATCH) {
                write();
            }
            progress.accept(++told);
        }

        @Override
        public void takenOver(TakenOver one) throws SQLException {
            write();
            Writes writes = new Writes(0);
            scribe.takenOver(writes, List.of(one));
            writes.send(writing);
        }

        void write() throws SQLException {
            Writes writes = new Writes(0);
            scribe.scribe(writes, taken);
            writes.send(writing);
            taken.clear();
        }
    }
}
