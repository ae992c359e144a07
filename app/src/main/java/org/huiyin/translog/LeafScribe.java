package org.huiyin.translog;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Programmes;

/** Leaves an entry of every accepted step for the log, in the Desk's transaction: one row a batch, whatever the number of steps. */
public final class LeafScribe implements StepScribe {

    private static final String PENDING = """
            insert into log_pending (matters, seqs, seeds, entries) values (?, ?, ?, ?)
            """;

    private final Leaves leaves;

    /** @param untold the programmes the log says nothing of */
    public LeafScribe(Programmes programmes, Set<String> untold, DataSource database) {
        this.leaves = new Leaves(programmes, untold, new FileDigests(database));
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns pending = new Columns("int8", "int4", "bytea", "bytea");
        leaves.of(batch).forEach(leaf -> pending.add(leaf.matter(), leaf.seq(), leaf.seed(), leaf.entry()));
        writes.add(PENDING, pending);
    }
}
