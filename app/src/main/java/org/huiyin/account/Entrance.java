package org.huiyin.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether login and password open the door. Takes the same time for a login nobody bears. */
@Component
class Entrance {

    private final Accounts accounts;
    private final Passwords passwords;
    private final InstantSource clock;
    private final Attempts addresses;
    private final Attempts strangers;

    Entrance(Accounts accounts, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.addresses = new Attempts(BackOff.ADDRESS, clock);
        this.strangers = new Attempts(BackOff.LOGIN, clock);
    }

    /** What comes of an attempt. */
    sealed interface Answer {

        record Open(Accounts.Account account) implements Answer {}

        record Wrong() implements Answer {}

        /** Too many failures: nothing is even looked at before this time. */
        record Wait(Instant until) implements Answer {}
    }

    Answer ask(String givenLogin, String password, String address) {
        if (givenLogin.indexOf('\0') >= 0) {
            return new Answer.Wrong();
        }
        var login = Accounts.tidy(givenLogin);
        var account = accounts.find(login);
        var until = waitsUntil(account, login, address);
        if (until != null) {
            return new Answer.Wait(until);
        }
        boolean right =
                passwords.matches(password, account.map(Accounts.Account::hash).orElse(null));
        if (right && account.isPresent()) {
            accounts.succeeded(account.get().id());
            addresses.succeeded(address);
            return new Answer.Open(account.get());
        }
        noteFailure(account, login, address);
        return new Answer.Wrong();
    }

    private @Nullable Instant waitsUntil(Optional<Accounts.Account> account, String login, String address) {
        var byAddress = addresses.waitsUntil(address);
        var byLogin = account.isPresent() ? account.get().lockedUntil() : strangers.waitsUntil(login);
        if (byLogin != null && !byLogin.isAfter(clock.instant())) {
            byLogin = null;
        }
        if (byAddress == null || byLogin == null) {
            return byAddress == null ? byLogin : byAddress;
        }
        return byAddress.isAfter(byLogin) ? byAddress : byLogin;
    }

    private void noteFailure(Optional<Accounts.Account> account, String login, String address) {
        addresses.note(address);
        account.ifPresentOrElse(found -> accounts.failed(found.id(), clock.instant()), () -> strangers.note(login));
    }
}
