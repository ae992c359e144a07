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

/** Whether a person still holds a post, read from the database at most every few seconds: a withdrawn post ends soon, not at sign-out. */
@Component
class Standing {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int KEPT = 20_000;

    private final Actors actors;
    private final InstantSource clock;
    private final Map<Post, Seen> seen = new ConcurrentHashMap<>();

    private record Post(long account, long post) {}

    private record Seen(Optional<Actor> actor, Instant at) {}

    Standing(Actors actors, InstantSource clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** The actor as of now; empty when the account was closed or the post withdrawn. */
    Optional<Actor> of(long account, long post) {
        var key = new Post(account, post);
        var now = clock.instant();
        var found = seen.get(key);
        if (found == null || found.at().plus(FRESH).isBefore(now)) {
            found = new Seen(actors.at(account, post), now);
            if (seen.size() >= KEPT) {
                seen.clear();
            }
            seen.put(key, found);
        }
        return found.actor();
    }
}
