package org.huiyin.key;

import java.security.MessageDigest;
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
 * Says whether a key opens. What it read from the database it believes for a few seconds: a revoked key ends at once here, and soon on every
 * other machine.
 */
@Component
public class KeyGate {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int KEPT = 10_000;

    private final ApiKeys keys;
    private final Actors actors;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Optional<ApiKeys.Kept> kept, Optional<Actor> actor, Instant at) {}

    KeyGate(ApiKeys keys, Actors actors, InstantSource clock) {
        this.keys = keys;
        this.actors = actors;
        this.clock = clock;
    }

    /** What comes of showing a key. */
    public sealed interface Answer {

        record Open(KeyHolder holder) implements Answer {}

        record Closed(Why why) implements Answer {}
    }

    /** Why a key does not open. */
    public enum Why {
        /** There is no such key. */
        UNKNOWN,
        EXPIRED,
        REVOKED,
        /** Its post was withdrawn, or the account closed. */
        POST_GONE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Answer show(String written) {
        Optional<KeySecret> shown = KeySecret.read(written);
        if (shown.isEmpty()) {
            return new Answer.Closed(Why.UNKNOWN);
        }
        Seen found = look(shown.get().id());
        if (found.kept().isEmpty()
                || !MessageDigest.isEqual(found.kept().get().hash(), shown.get().hash())) {
            return new Answer.Closed(Why.UNKNOWN);
        }
        ApiKey key = found.kept().get().key();
        return switch (key.state(clock.instant())) {
            case EXPIRED -> new Answer.Closed(Why.EXPIRED);
            case REVOKED -> new Answer.Closed(Why.REVOKED);
            case VALID ->
                found.actor().isEmpty()
                        ? new Answer.Closed(Why.POST_GONE)
                        : open(key, found.actor().get());
        };
    }

    private Answer open(ApiKey key, Actor actor) {
        keys.used(key);
        return new Answer.Open(new KeyHolder(key, actor));
    }

    private Seen look(String id) {
        Instant now = clock.instant();
        Seen found = seen.get(id);
        if (found == null || found.at().plus(FRESH).isBefore(now)) {
            Optional<ApiKeys.Kept> kept = keys.find(id);
            found = new Seen(
                    kept,
                    kept.flatMap(one -> actors.at(one.key().account(), one.key().post())),
                    now);
            if (seen.size() >= KEPT) {
                seen.clear();
            }
            seen.put(id, found);
        }
        return found;
    }

    /** Called when a key was revoked. */
    void forget(String id) {
        seen.remove(id);
    }
}
