package org.huiyin.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Remembers for a minute that a login and password were right, so that an API call does not cost an Argon2 each. It keeps a keyed hash of
 * them under a key that dies with the process, never the password.
 */
@Component
class RememberedGate implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int KEPT = 10_000;
    private static final String MAC = "HmacSHA256";

    private final SignInGate gate;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Ticket ticket, Instant until) {}

    RememberedGate(SignInGate gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, MAC);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var mark = mark(asked);
        var now = clock.instant();
        var found = known.get(mark);
        if (found != null && found.until().isAfter(now)) {
            return found.ticket();
        }
        var answer = gate.authenticate(asked);
        if (answer instanceof Ticket ticket) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(mark, new Known(ticket, now.plus(REMEMBERED)));
        }
        return answer;
    }

    /** Called when a password changes: the old one stops at once. */
    void forget(long account) {
        known.values().removeIf(one -> one.ticket().getPrincipal().actor().account() == account);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return gate.supports(kind);
    }

    private String mark(Authentication asked) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(Accounts.tidy(asked.getName()).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(String.valueOf(asked.getCredentials()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
