package org.huiyin.worklist;

import org.huiyin.frame.Page;

/** A list of another feature in the rail of the desk. */
public interface RailLink {

    /** Whether this reader finds it there at all. */
    boolean shown(Page page);

    /** Where it is. */
    String path();

    /** How it is called. */
    String title(Page page);

    /** How many wait in it for this reader; 0 shows no number. */
    default int waiting(Page page) {
        return 0;
    }
}
