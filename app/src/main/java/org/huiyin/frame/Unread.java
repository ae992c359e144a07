package org.huiyin.frame;

import org.huiyin.org.Actor;

/** How many messages a person has not read, for the head of every page; the notice module counts them. */
public interface Unread {

    /** Counting stops here; pages say "99+". */
    int MOST = 99;

    /** At most {@link #MOST} + 1, which stands for more; 0 for those who have no inbox. */
    int of(Actor reader);
}
