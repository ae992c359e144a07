package org.huiyin.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds for each record closed as a duplicate the one it repeats: of the same type at the same address, else in the same neighbourhood,
 * raised no later and still open when the duplicate was closed. The file does not name it; where there is none, nothing is guessed.
 */
final class Twins {

    private final Map<String, List<Life>> originals = new HashMap<>();

    private Twins(List<Life> lives) {
        for (Life life : lives) {
            if (life.likeness().original()) {
                life.likeness()
                        .keys()
                        .forEach(key -> originals
                                .computeIfAbsent(key, k -> new ArrayList<>())
                                .add(life));
            }
        }
        originals
                .values()
                .forEach(alike ->
                        alike.sort(Comparator.comparing(life -> life.span().raised())));
    }

    /** The same lives, each duplicate merged into its original where the file has one. */
    static List<Life> match(List<Life> lives) {
        Twins twins = new Twins(lives);
        return lives.stream().map(twins::merged).toList();
    }

    private Life merged(Life life) {
        Instant done = life.span().done();
        if (!life.likeness().duplicate() || done == null) {
            return life;
        }
        return life.likeness().keys().stream()
                .flatMap(key -> open(key, life.span().raised(), done).stream())
                .findFirst()
                .map(original -> life.mergedInto(original, done))
                .orElse(life);
    }

    /** Of those alike and open then, the one raised last. */
    private Optional<Life> open(String key, Instant raised, Instant done) {
        return originals.getOrDefault(key, List.of()).reversed().stream()
                .filter(life -> !life.span().raised().isAfter(raised))
                .filter(life -> openAt(life, done))
                .findFirst();
    }

    private static boolean openAt(Life life, Instant moment) {
        Instant done = life.span().done();
        return done == null || done.isAfter(moment);
    }
}
