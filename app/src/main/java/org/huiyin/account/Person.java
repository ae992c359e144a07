package org.huiyin.account;

import java.security.Principal;
import org.huiyin.frame.SignedIn;
import org.huiyin.org.Actor;

/**
 * The signed-in person of a session or an API call.
 *
 * @param mustChange whether the password has to be changed before anything else
 * @param seal of the password they were let in with; with another password it is another
 */
record Person(String login, Actor actor, boolean mustChange, String seal) implements SignedIn, Principal {

    @Override
    public String getName() {
        return login;
    }

    Person at(Actor other) {
        return new Person(login, other, mustChange, seal);
    }

    Person withNewPassword(String newSeal) {
        return new Person(login, actor, false, newSeal);
    }
}
