package org.huiyin.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter whose raiser is to be called.
 *
 * @param unit the unit that handled it
 * @param concluded whether nothing is left to be asked
 * @param error what is wrong with what was typed; null when nothing is
 * @param next the address of the one after it; null for none
 */
public record CallView(
        String number,
        String title,
        String month,
        String unit,
        boolean concluded,
        List<Line> attempts,
        Typed typed,
        @Nullable String error,
        @Nullable String next) {

    /** A call that was made. */
    public record Line(Instant at, String by, String outcome, String said, String note) {}

    /** The form as it was sent; nothing is chosen beforehand. */
    public record Typed(String outcome, String contacted, String solved, String satisfied, String note) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /** One line of the list of those who are to be called. */
    public record Row(String number, String title, String month, String unit, int attempts) {}
}
