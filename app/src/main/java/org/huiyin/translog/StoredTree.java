package org.huiyin.translog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proofs from the log as it is stored. Thread-safe. */
public final class StoredTree {

    private final LogReading log;

    public StoredTree(JdbcClient database) {
        this(new LogReading(database));
    }

    StoredTree(LogReading log) {
        this.log = log;
    }

    /** How many entries have their places. */
    public long size() {
        return log.head().size();
    }

    /** What proves that an entry is in the tree of that size: the sibling's hash first, the root's child last. */
    public List<byte[]> inclusion(long index, long size) {
        TreeHash hash = new TreeHash();
        return Proofs.inclusion(log.tree(size, hash), index, size, hash);
    }
}
