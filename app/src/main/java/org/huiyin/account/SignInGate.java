package org.huiyin.account;

import java.time.Instant;
import org.huiyin.org.Actors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Spring Security's way to ask the {@link Entrance}. */
@Component
class SignInGate implements AuthenticationProvider {

    private final Entrance entrance;
    private final Actors actors;

    SignInGate(Entrance entrance, Actors actors) {
        this.entrance = entrance;
        this.actors = actors;
    }

    /** Says until when a locked login or address has to wait. */
    static final class WaitException extends LockedException {

        private static final long serialVersionUID = 1L;

        private final Instant until;

        WaitException(Instant until) {
            super("too many failures, wait until " + until);
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        return switch (entrance.ask(asked.getName(), password, address(asked))) {
            case Entrance.Answer.Open(var account) -> ticket(account);
            case Entrance.Answer.Wrong() -> throw new BadCredentialsException("wrong login or password");
            case Entrance.Answer.Wait(var until) -> throw new WaitException(until);
        };
    }

    private Ticket ticket(Accounts.Account account) {
        var held = actors.of(account.id());
        if (held.isEmpty()) {
            throw new BadCredentialsException("the account was closed");
        }
        return new Ticket(new Person(account.login(), held.getFirst().actor(), account.mustChange(), account.seal()));
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
