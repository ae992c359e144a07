package org.huiyin.evidence;

import org.huiyin.org.Actor;

/** Says who sees the attachments that something other than a step keeps; a bean of each module that keeps some. */
public interface MayReadKept {

    /** The kind of {@link Keeper} it knows. */
    String kind();

    boolean mayRead(Actor actor, long id);
}
