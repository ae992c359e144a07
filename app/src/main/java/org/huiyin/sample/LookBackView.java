package org.huiyin.sample;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.programme.Form;
import org.huiyin.track.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A closed matter that is looked at again.
 *
 * @param unit the unit that handled it
 * @param until the last day of looking at it
 * @param told what the unit answered
 * @param proof what it attached
 * @param done whether somebody has looked already, or nothing is left to look at
 * @param next the address of the one after it; null for none
 */
public record LookBackView(
        String number,
        String title,
        String month,
        String unit,
        LocalDate until,
        List<Moment.Fact> told,
        List<Attachment> proof,
        boolean done,
        Sheet sheet,
        @Nullable String next) {

    /**
     * The form, empty or as it was sent; nothing is chosen beforehand.
     *
     * @param expected the version of the matter it was made for
     * @param verdict whether it holds, as sent: {@code holds}, {@code fails} or empty
     * @param error why it was not taken; null at first
     */
    public record Sheet(
            Form form,
            Filled filled,
            HandedIn files,
            int expected,
            String verdict,
            @Nullable String error) {}

    /** One line of the list of those still to be looked at. */
    public record Row(String number, String title, String month, String unit, String until) {}
}
