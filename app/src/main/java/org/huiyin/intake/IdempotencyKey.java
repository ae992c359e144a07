package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.KeyHolder;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;

/** The key under which a program may send the same step again and get the same receipt. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /**
     * The key of a request. Callers who are not signed in share one name with the Desk, so theirs also carries what they say: nobody can
     * fetch another's receipt with a guessed key. One sent with an API key names that key, and the step with it.
     */
    public static String of(
            HttpServletRequest request, Actor actor, @Nullable String step, Map<String, Object> fields) {
        String given = request.getHeader(HEADER);
        if (given == null || !given.matches("[\\x21-\\x7e]{1,64}")) {
            throw new ProblemException(Problem.of("key-needed", 400));
        }
        return KeyHolder.of(request)
                .map(key -> "api-" + key.id() + ":" + given)
                .orElseGet(() -> own(given, actor, step, fields));
    }

    private static String own(String given, Actor actor, @Nullable String step, Map<String, Object> fields) {
        return actor.signedIn() ? given : ofForm(given, step, fields);
    }

    /**
     * The key of a form a person fills in: pressed twice, it is one; sent back to, written anew and sent again, it is another, and what was
     * written is not passed over for what was sent first.
     */
    public static String ofForm(String given, @Nullable String step, Map<String, Object> fields) {
        return "said-" + hash(given + "\n" + step + "\n" + new TreeMap<>(fields));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
