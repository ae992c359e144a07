package org.huiyin.account;

import java.util.Optional;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.springframework.stereotype.Component;

/** Finds who signs in by a name, at the first of their posts. For commands: whoever runs one opens the database itself and is asked for no password. */
@Component
public class ByLogin {

    private final Accounts accounts;
    private final Actors actors;

    ByLogin(Accounts accounts, Actors actors) {
        this.accounts = accounts;
        this.actors = actors;
    }

    /** Empty when nobody does. */
    public Optional<Actor> of(String login) {
        return accounts.find(Accounts.tidy(login))
                .flatMap(account -> actors.of(account.id()).stream().findFirst())
                .map(Actors.Holding::actor);
    }
}
