package org.huiyin.account;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes a password: the old one has to be right, and a wrong one counts as a failed sign-in. Sessions begun with the old one end. */
@Component
class PasswordChange {

    private final Entrance entrance;
    private final Accounts accounts;
    private final Passwords passwords;
    private final RememberedGate remembered;
    private final Standing standing;

    PasswordChange(
            Entrance entrance, Accounts accounts, Passwords passwords, RememberedGate remembered, Standing standing) {
        this.entrance = entrance;
        this.accounts = accounts;
        this.passwords = passwords;
        this.remembered = remembered;
        this.standing = standing;
    }

    /** The key of the text that says why not; empty when it was changed. */
    Optional<String> ask(Person person, String old, String wanted, String address) {
        var fault = NewPassword.fault(wanted, person.login());
        if (fault.isPresent()) {
            return fault;
        }
        return switch (entrance.ask(person.login(), old, address)) {
            case Entrance.Answer.Wrong() -> Optional.of("account.password.old-wrong");
            case Entrance.Answer.Wait(var until) -> Optional.of("account.password.wait");
            case Entrance.Answer.Open(var account) -> {
                accounts.changePassword(account.id(), passwords.hash(wanted));
                remembered.forget(account.id());
                standing.forget(account.id());
                yield Optional.empty();
            }
        };
    }

    /** The person as they go on in the session in which they changed it. */
    Person after(Person person) {
        return person.withNewPassword(accounts.seal(person.actor().account()).orElse(""));
    }
}
