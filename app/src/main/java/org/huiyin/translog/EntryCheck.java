package org.huiyin.translog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds a step's row against the entry it left: whatever was changed in either, they no longer fit. */
final class EntryCheck {

    private final TreeHash hash = new TreeHash();

    /**
     * What does not fit; empty when all does.
     *
     * @param seed of the salts; null when what the entry seals was made unknown, and then only what it shows is compared
     */
    Optional<String> differs(Entry entry, LoggedStep logged, byte @Nullable [] seed) {
        Map<String, Object> expected = new TreeMap<>(logged.place());
        expected.put("version", logged.programme().version());
        expected.put("step", logged.step().name());
        expected.put("occurred", LoggedStep.second(logged.step().occurredAt()));
        expected.put("recorded", LoggedStep.second(logged.step().recordedAt()));
        expected.put("unit", logged.unit());
        for (Map.Entry<String, Object> known : expected.entrySet()) {
            Object shown = entry.members().get(known.getKey());
            if (shown != null && !LoggedStep.same(known.getValue(), shown)) {
                return Optional.of(known.getKey() + " is " + known.getValue() + ", the log says " + shown);
            }
        }
        Optional<String> field = entry.fields().entrySet().stream()
                .filter(shown -> !fits(logged.step().fields().get(shown.getKey()), shown.getValue()))
                .map(shown -> shown.getKey() + " is " + logged.step().fields().get(shown.getKey()) + ", the log says "
                        + shown.getValue())
                .findFirst();
        return field.or(() -> seed == null ? Optional.empty() : sealed(entry, logged, seed));
    }

    /** A place is shown down to the village only. */
    private static boolean fits(@Nullable Object stored, Object shown) {
        return stored != null
                && (LoggedStep.same(stored, shown)
                        || stored instanceof String whole && shown instanceof String part && whole.startsWith(part));
    }

    private Optional<String> sealed(Entry entry, LoggedStep logged, byte[] seed) {
        byte[] seal = Told.seal(Entries.digests(logged.told(entry.fields(), seed, hash), hash), hash);
        return Arrays.equals(seal, entry.seal())
                ? Optional.empty()
                : Optional.of("what the log sealed of it was changed: its words, who took it, or an attachment");
    }
}
