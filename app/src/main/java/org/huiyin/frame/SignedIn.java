package org.huiyin.frame;

import org.huiyin.org.Actor;

/** The principal of a signed-in person as the frame needs it; the account module's principal implements it. */
public interface SignedIn {

    Actor actor();
}
