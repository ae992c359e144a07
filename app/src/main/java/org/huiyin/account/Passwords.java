package org.huiyin.account;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters the OWASP Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. Only a few at a time,
 * so that a flood of sign-ins waits instead of eating the heap.
 */
@Component
public class Passwords implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = Objects.requireNonNull(argon2.encode("nobody has this password"));

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        turns.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            turns.release();
        }
    }

    /** A null hash (nobody bears that login) costs the same time as a wrong password. */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        turns.acquireUninterruptibly();
        try {
            boolean right = argon2.matches(password, hash == null ? nobodys : hash);
            return right && hash != null;
        } finally {
            turns.release();
        }
    }

    /** The hash of a new password. */
    public String hash(String password) {
        return Objects.requireNonNull(encode(password));
    }
}
