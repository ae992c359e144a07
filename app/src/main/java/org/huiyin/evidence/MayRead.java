package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletRequest;
import org.huiyin.org.Actor;

/**
 * Says how much somebody sees of the attachments of a step; a bean of each module that shows matters. Who sees most decides; without any,
 * nobody sees anything.
 */
@FunctionalInterface
public interface MayRead {

    /**
     * What this reader sees of what was attached to that step. A step shown in public may be seen by everybody.
     *
     * @param request for modules that let a reader in by more than who is signed in, such as a query code shown before
     */
    Sight sight(Actor actor, HttpServletRequest request, long matter, int step);
}
