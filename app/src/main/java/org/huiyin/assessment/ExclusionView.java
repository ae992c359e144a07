package org.huiyin.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion as a page shows it.
 *
 * @param until what is open until when, in words; "" when nothing is
 * @param open what the reader may do now
 */
public record ExclusionView(
        long id,
        String number,
        String unit,
        @Nullable String unitPath,
        String period,
        String kind,
        String reason,
        String evidence,
        String state,
        String tone,
        boolean inForce,
        String periodKey,
        String until,
        List<Act> acts,
        List<String> open) {

    /** What was done, by whom, when. */
    public record Act(String said, String by, String at, String note) {}

    public String path() {
        return "/desk/exclusions/" + id;
    }
}
