package org.huiyin.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.huiyin.privacy.Keyring;
import org.springframework.stereotype.Component;

/**
 * The code on the wall, which turns every thirty seconds: a keyed hash of the activity, the sitting and the time, so that a photograph of it
 * sent to somebody who is not there is of no use. One window earlier is still taken. Whoever has shown it in time is given some minutes to
 * say who they are.
 */
@Component
class Tokens {

    static final Duration WINDOW = Duration.ofSeconds(30);

    private static final Duration TO_CONFIRM = Duration.ofMinutes(5);
    private static final int BYTES = 12;

    private final Keyring keyring;

    Tokens(Keyring keyring) {
        this.keyring = keyring;
    }

    /** What the wall shows now. */
    String now(long activity, int session, Instant now) {
        return of("attendance:" + activity + ":" + session + ":" + window(now, WINDOW));
    }

    /** Whether the wall of this sitting shows it, or showed it a window ago. */
    boolean fresh(long activity, int session, String token, Instant now) {
        return same(token, now(activity, session, now)) || same(token, now(activity, session, now.minus(WINDOW)));
    }

    /** What whoever showed the code in time carries on with; of use to this browser alone. */
    String ticket(long activity, int session, String browser, Instant now) {
        return of("arrival:" + activity + ":" + session + ":" + browser + ":" + window(now, TO_CONFIRM));
    }

    boolean good(long activity, int session, String browser, String ticket, Instant now) {
        return same(ticket, ticket(activity, session, browser, now))
                || same(ticket, ticket(activity, session, browser, now.minus(TO_CONFIRM)));
    }

    private String of(String text) {
        byte[] hash = keyring.hash(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, BYTES));
    }

    private static long window(Instant now, Duration length) {
        return Math.floorDiv(now.getEpochSecond(), length.toSeconds());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
