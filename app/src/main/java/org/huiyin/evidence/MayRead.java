package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletRequest;
import org.huiyin.org.Actor;

/**
 * Says whether somebody may see the attachments of a step; a bean of each module that shows matters. One yes is enough; without any, nobody
 * sees anything.
 */
@FunctionalInterface
public interface MayRead {

    /**
     * Whether this reader may see what was attached to that step. A step shown in public may say yes to everybody.
     *
     * @param request for modules that let a reader in by more than who is signed in, such as a query code shown before
     */
    boolean mayRead(Actor actor, HttpServletRequest request, long matter, int step);
}
