package org.huiyin.city;

/** Told how far a long loading is. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (what, done, of) -> {};

    /** {@code done} of {@code of} steps are behind; {@code what} is being done now. */
    void at(String what, int done, int of);
}
