package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.matter.Matter;
import org.huiyin.programme.Field;
import org.huiyin.programme.StepRule;
import org.huiyin.track.PublicFields;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entry a step leaves in the log. It shows what the open board shows and not more: of a matter kept off the board only which list
 * gained and which lost one; of a step the public is not told of only that there was one. All else is in a salted digest.
 */
final class Entries {

    /** The kind of entry this class writes; a verifier refuses others. */
    static final int VERSION = 1;

    private final Set<String> open;

    /** @param open the programmes whose matters stand on the open board */
    Entries(Set<String> open) {
        this.open = Set.copyOf(open);
    }

    /**
     * An entry, and what has to be kept so that it can be explained later.
     *
     * @param words public texts that differ from what was filled in, by field: personal data is masked
     */
    record Written(byte[] entry, Map<String, String> words) {}

    Written write(LoggedStep logged, @Nullable Matter before, Matter after, byte[] seed, TreeHash hash) {
        Map<String, Object> members = new TreeMap<>();
        Map<String, Object> clear = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        members.put("v", VERSION);
        if (open.contains(logged.programme().name())) {
            if (!after.confidential()) {
                tell(logged, members, clear, words, seed, hash);
                if (before != null && before.confidential()) {
                    members.put("opened", true);
                }
            } else if (logged.moves()) {
                members.putAll(logged.lists());
            }
        }
        List<byte[]> digests = new ArrayList<>();
        logged.told(clear, seed, hash).forEach(told -> digests.add(told.digest(hash)));
        members.put("sealed", Base64s.encode(Told.seal(digests, hash)));
        return new Written(Jcs.bytes(members), words);
    }

    private static void tell(
            LoggedStep logged,
            Map<String, Object> members,
            Map<String, Object> clear,
            Map<String, String> words,
            byte[] seed,
            TreeHash hash) {
        members.putAll(logged.place());
        PublicFields readable = PublicFields.of(logged.programme(), false);
        if (!readable.mayKnowOf(logged.step())) {
            return;
        }
        members.put("version", logged.programme().version());
        members.put("step", logged.step().name());
        members.put("occurred", LoggedStep.second(logged.step().occurredAt()));
        members.put("recorded", LoggedStep.second(logged.step().recordedAt()));
        if (logged.unit() != 0) {
            members.put("unit", logged.unit());
        }
        Map<String, Object> fields = new TreeMap<>();
        readable.fields(logged.step()).forEach((name, shown) -> {
            if (mayStandForEver(logged, name)) {
                fields.put(name, shown);
                clear.put(name, shown);
            } else {
                fields.put(name, Map.of("text", digest(name, shown, seed, hash)));
                if (!shown.equals(logged.step().fields().get(name))) {
                    words.put(name, String.valueOf(shown));
                }
            }
        });
        if (!fields.isEmpty()) {
            members.put("fields", fields);
        }
    }

    /** A text in the clear could never be taken back out of the log, whatever name the masking may have missed: only its digest goes in. */
    private static boolean mayStandForEver(LoggedStep logged, String name) {
        return logged.programme().step(logged.step().name()).map(StepRule::form).stream()
                .flatMap(form -> form.field(name).stream())
                .map(Field::type)
                .anyMatch(type -> switch (type) {
                    case TEXT, LONG_TEXT, PHONE, MATTER, POSITION -> false;
                    case INTEGER, NUMBER, TRUTH, DATE, INSTANT, CHOICE, CHOICES, UNIT, UNITS, PLACE -> true;
                });
    }

    /** The salted digest of a public text. */
    static String digest(String field, Object shown, byte[] seed, TreeHash hash) {
        Told told = new Told(Told.salt(seed, field + Told.MASKED, hash), field, shown);
        return Base64s.encode(told.digest(hash));
    }

    static String text(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8);
    }
}
