package org.huiyin.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a form: those of this try and those kept from an earlier one.
 *
 * @param most how many there may be
 * @param error why those of this try were refused; null when they were not
 */
public record HandedIn(
        List<Attachment> kept, int most, @Nullable String error) {

    public HandedIn {
        kept = List.copyOf(kept);
    }

    /** How many may still be chosen. */
    public int room() {
        return most - kept.size();
    }

    /** The ids for {@code StepRequest.withEvidence} and {@link Attachments#keep}. */
    public List<String> ids() {
        return kept.stream().map(one -> one.id().toString()).toList();
    }
}
