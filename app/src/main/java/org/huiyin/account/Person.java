package org.huiyin.account;

import java.security.Principal;
import org.huiyin.frame.SignedIn;
import org.huiyin.org.Actor;

/**
 * The signed-in person of a session or an API call.
 *
 * @param mustChange whether the password has to be changed before anything else
 */
record Person(String login, Actor actor, boolean mustChange) implements SignedIn, Principal {

    @Override
    public String getName() {
        return login;
    }

    Person at(Actor other) {
        return new Person(login, other, mustChange);
    }

    Person withNewPassword() {
        return new Person(login, actor, false);
    }
}
