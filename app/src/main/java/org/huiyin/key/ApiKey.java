package org.huiyin.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept, without its secret.
 *
 * @param id what it is called by in lists and on record; the beginning of the key
 * @param post whose reach it has
 * @param perMinute how often it may call; null for the usual
 * @param madeBy who made it, as text: a person's name, or the console
 * @param revokedAt null while it was not revoked
 * @param lastUsedAt to the minute; null while it was never used
 */
public record ApiKey(
        String id,
        String name,
        long account,
        long post,
        Set<Scope> scopes,
        @Nullable Integer perMinute,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** How a key stands. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }

    public boolean may(Scope scope) {
        return scope == Scope.BASIC || scopes.contains(scope);
    }
}
