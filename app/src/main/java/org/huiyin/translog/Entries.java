package org.huiyin.translog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Step;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entry a step leaves in the log. It shows what the open board shows and not more: of a matter the board only counts, only which
 * list gained and which lost one; of a step the public is not told of only that there was one. Texts never stand in it. All else is in a
 * salted digest.
 */
final class Entries {

    /** The kind of entry this class writes; a verifier refuses others. */
    static final int VERSION = 1;

    private final Set<String> untold;
    /** Versions of programmes → whether their matters stand on the board one by one. */
    private final Map<Programme, Boolean> listed = Collections.synchronizedMap(new IdentityHashMap<>());

    /** @param untold the programmes the log says nothing of */
    Entries(Set<String> untold) {
        this.untold = Set.copyOf(untold);
    }

    byte[] write(LoggedStep logged, @Nullable Matter before, Matter after, byte[] seed, TreeHash hash) {
        Map<String, Object> members = new TreeMap<>();
        Map<String, Object> fields = Map.of();
        members.put("v", VERSION);
        if (!untold.contains(logged.programme().name())) {
            Publication seen = Publication.of(logged.programme(), after, Publication.Eyes.EVERYBODY);
            if (!seen.countsOnly() && listed.computeIfAbsent(logged.programme(), Programme::titleOpen)) {
                members.putAll(logged.place());
                if (before != null && before.confidential()) {
                    members.put("opened", true);
                }
                fields = tell(members, logged, seen);
            } else if (logged.moves()) {
                members.putAll(logged.lists());
            }
        }
        members.put("sealed", Base64s.encode(Told.seal(digests(logged.told(fields, seed, hash), hash), hash)));
        return Jcs.bytes(members);
    }

    /** Adds what the public is told of a step, if it is told of it at all; returns the fields it may read there. */
    private static Map<String, Object> tell(Map<String, Object> members, LoggedStep logged, Publication seen) {
        Step step = logged.step();
        if (!seen.mayKnowOf(step)) {
            return Map.of();
        }
        members.put("version", logged.programme().version());
        members.put("step", step.name());
        members.put("occurred", LoggedStep.second(step.occurredAt()));
        members.put("recorded", LoggedStep.second(step.recordedAt()));
        if (logged.unit() != 0) {
            members.put("unit", logged.unit());
        }
        Map<String, Object> fields = seen.lasting(step);
        if (!fields.isEmpty()) {
            members.put("fields", fields);
        }
        return fields;
    }

    static List<byte[]> digests(List<Told> told, TreeHash hash) {
        List<byte[]> digests = new ArrayList<>(told.size());
        told.forEach(one -> digests.add(one.digest(hash)));
        return digests;
    }
}
