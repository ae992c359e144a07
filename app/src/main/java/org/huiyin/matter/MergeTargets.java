package org.huiyin.matter;

import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Refusal.MergeTarget.Why;
import org.jspecify.annotations.Nullable;

/**
 * Whether one matter may be merged into another. What is decided about a matter is told to every matter merged into it; so a public matter
 * never joins a confidential one, while a confidential one may join a public one: its own words go nowhere.
 */
final class MergeTargets {

    private MergeTargets() {}

    /** The id of the matter a merge names; null when it names none that can exist. */
    static @Nullable Long named(Map<String, Object> fields) {
        if (!(fields.get("into") instanceof String number)) {
            return null;
        }
        try {
            return MatterNumber.parse(number).id();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static Optional<Why> refusal(Matter child, @Nullable Matter target) {
        if (target == null) {
            return Optional.of(Why.UNKNOWN);
        }
        if (target.id() == child.id()) {
            return Optional.of(Why.ITSELF);
        }
        if (!target.programme().equals(child.programme())) {
            return Optional.of(Why.OTHER_PROGRAMME);
        }
        if (target.mergedInto() != null) {
            return Optional.of(Why.MERGED_ITSELF);
        }
        if (child.merged() > 0) {
            return Optional.of(Why.HAS_MERGED);
        }
        if (target.confidential() && !child.confidential()) {
            return Optional.of(Why.CONFIDENTIAL);
        }
        return target.joinable() ? Optional.empty() : Optional.of(Why.ENDED);
    }
}
