package org.huiyin.replay;

/** Told how far a replay is. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, of) -> {};

    /** {@code done} of {@code of} steps have been asked for and answered. */
    void at(long done, long of);
}
