package org.huiyin.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How often each caller may call: a key and a signed-in person by themselves, everybody else by address. What was used up comes back evenly over
 * a minute. In memory, each running Huiyin for itself; the longest unused are forgotten first. Safe for many threads.
 *
 * <p>Every answer says how it stands, in the fields of the IETF's draft "RateLimit header fields for HTTP".
 */
public final class Limits {

    private static final int KEPT = 50_000;
    private static final int WINDOW_SECONDS = 60;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final KeySettings settings;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    };

    private record Bucket(double left, long at) {}

    /** Who is counted, under which policy. */
    private record Counted(String policy, String who, int perMinute) {}

    /**
     * What is left to a caller after a call.
     *
     * @param seconds until all of it is back; when nothing is left, until one call is
     */
    record Left(boolean admitted, int calls, int seconds) {}

    Limits(KeySettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /** Counts a request and says on the response what is left; false when it was one too many. */
    public boolean admit(HttpServletRequest request, HttpServletResponse response) {
        return admit(counted(request), response);
    }

    /** The same for a key that was not shown in a header. */
    public boolean admit(ApiKey key, HttpServletResponse response) {
        return admit(counted(key), response);
    }

    private boolean admit(Counted counted, HttpServletResponse response) {
        Left left = take(counted.policy() + " " + counted.who(), counted.perMinute());
        response.setHeader(
                "RateLimit-Policy", "\"" + counted.policy() + "\";q=" + counted.perMinute() + ";w=" + WINDOW_SECONDS);
        response.setHeader("RateLimit", "\"" + counted.policy() + "\";r=" + left.calls() + ";t=" + left.seconds());
        if (!left.admitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, left.seconds())));
        }
        return left.admitted();
    }

    private Counted counted(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        Object principal = caller == null ? null : caller.getPrincipal();
        if (principal instanceof KeyHolder holder) {
            return counted(holder.key());
        }
        return principal instanceof SignedIn person
                ? new Counted("account", Long.toString(person.actor().account()), settings.keyPerMinute())
                : new Counted("address", CallerAddress.of(request), settings.addressPerMinute());
    }

    private Counted counted(ApiKey key) {
        Integer own = key.perMinute();
        return new Counted("key", key.id(), own == null ? settings.keyPerMinute() : own);
    }

    synchronized Left take(String who, int perMinute) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(who, new Bucket(perMinute, now));
        double back = (now - before.at()) / NANOS_PER_MINUTE * perMinute;
        double there = Math.min(perMinute, before.left() + back);
        boolean admitted = there >= 1;
        double left = admitted ? there - 1 : there;
        buckets.put(who, new Bucket(left, now));
        double missing = admitted ? perMinute - left : 1 - left;
        return new Left(admitted, (int) left, (int) Math.ceil(missing * WINDOW_SECONDS / perMinute));
    }
}
