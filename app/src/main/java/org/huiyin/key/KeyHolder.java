package org.huiyin.key;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.huiyin.frame.SignedIn;
import org.huiyin.org.Actor;
import org.springframework.security.core.Authentication;

/** Another system that showed a key; it acts as the post the key belongs to. */
public record KeyHolder(ApiKey key, Actor actor) implements SignedIn, Principal {

    @Override
    public String getName() {
        return "key-" + key.id();
    }

    /** The key a request was made with; empty when it was made by a person or by nobody. */
    public static Optional<ApiKey> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication shown
                        && shown.getPrincipal() instanceof KeyHolder holder
                ? Optional.of(holder.key())
                : Optional.empty();
    }
}
