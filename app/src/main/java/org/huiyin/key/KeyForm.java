package org.huiyin.key;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to have a key made.
 *
 * @param who the words its owner was looked for by
 * @param form a number of its own, so that sending it twice makes one key
 */
public record KeyForm(
        String who, String post, String name, List<String> scopes, String days, String perMinute, String form) {

    static final int LONGEST_NAME = 60;
    static final int MOST_PER_MINUTE = 60_000;

    /** A post that may own the key. */
    public record Choice(String post, String name) {}

    static KeyForm empty(String who, String form) {
        return new KeyForm(who, "", "", List.of(), "365", "", form);
    }

    /** The key asked for, when everything is right. */
    Optional<ApiKeys.Wanted> wanted(List<Owner> found) {
        if (wrong(found) != null) {
            return Optional.empty();
        }
        EnumSet<Scope> named = EnumSet.noneOf(Scope.class);
        scopes.stream().flatMap(key -> Scope.of(key).stream()).forEach(named::add);
        return Optional.of(new ApiKeys.Wanted(
                name,
                owner(found).orElseThrow(),
                named,
                perMinute.isBlank() ? null : Integer.valueOf(perMinute),
                Duration.ofDays(Integer.parseInt(days)),
                UUID.fromString(form)));
    }

    /** The first thing that is wrong, as the end of a message's key; null when nothing is. */
    @Nullable
    String wrong(List<Owner> found) {
        int length = name.codePointCount(0, name.length());
        if (owner(found).isEmpty()) {
            return "owner";
        }
        if (length < 1 || length > LONGEST_NAME || name.matches("(?s).*\\p{Cntrl}.*")) {
            return "name";
        }
        if (scopes.isEmpty() || scopes.stream().anyMatch(key -> Scope.of(key).isEmpty())) {
            return "scopes";
        }
        if (!within(days, ApiKeys.MOST_DAYS)) {
            return "days";
        }
        if (!perMinute.isBlank() && !within(perMinute, MOST_PER_MINUTE)) {
            return "per-minute";
        }
        return form.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? null : "form";
    }

    private static boolean within(String written, int most) {
        return written.matches("[0-9]{1,6}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= most;
    }

    private Optional<Owner> owner(List<Owner> found) {
        return found.stream()
                .filter(one -> Long.toString(one.post()).equals(post))
                .findFirst();
    }
}
