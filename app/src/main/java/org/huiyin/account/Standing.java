package org.huiyin.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.springframework.stereotype.Component;

/**
 * Whether a person still holds a post and still has the password they were let in with, read from the database at most every few seconds:
 * a withdrawn post or a changed password ends a session soon, not at sign-out.
 */
@Component
class Standing {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int KEPT = 20_000;

    private final Actors actors;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Map<Post, Seen> seen = new ConcurrentHashMap<>();

    private record Post(long account, long post) {}

    /** How somebody stands: who they are, and the seal of their password. */
    record Now(Actor actor, String seal) {}

    private record Seen(Optional<Now> now, Instant at) {}

    Standing(Actors actors, Accounts accounts, InstantSource clock) {
        this.actors = actors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** How they stand now; empty when the account was closed or the post withdrawn. */
    Optional<Now> of(long account, long post) {
        var key = new Post(account, post);
        var now = clock.instant();
        var found = seen.get(key);
        if (found == null || found.at().plus(FRESH).isBefore(now)) {
            found = new Seen(read(account, post), now);
            if (seen.size() >= KEPT) {
                seen.clear();
            }
            seen.put(key, found);
        }
        return found.now();
    }

    /** Called when a password changes: sessions begun with the old one end at the next request. */
    void forget(long account) {
        seen.keySet().removeIf(post -> post.account() == account);
    }

    private Optional<Now> read(long account, long post) {
        return actors.at(account, post).flatMap(actor -> accounts.seal(account).map(seal -> new Now(actor, seal)));
    }
}
