package org.huiyin.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is drawn: a thin bar that empties.
 *
 * @param percentLeft 0 to 100
 * @param left what is said beside it
 * @param due null while it stands still without a date
 * @param why how the date came about, line by line; may be empty
 * @param warning what may still change the date; null when nothing is known to
 */
public record ClockFace(
        String name,
        Stage stage,
        int percentLeft,
        String left,
        @Nullable Instant due,
        List<String> why,
        @Nullable String warning) {

    public ClockFace {
        percentLeft = Math.clamp(percentLeft, 0, 100);
        why = List.copyOf(why);
    }

    /** The same with a warning that everybody sees. */
    public ClockFace warned(String text) {
        return new ClockFace(name, stage, percentLeft, left, due, why, text);
    }

    /** How a clock stands; the colour of its bar. */
    public enum Stage {
        RUNNING,
        NEAR,
        LATE,
        PAUSED,
        STOPPED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A running clock as it stands now; a late one has a full bar in the colour of the seal. */
    public static ClockFace running(
            Page page, String name, Instant start, Instant near, Instant due, List<String> why) {
        Instant now = page.formats().now();
        if (!now.isBefore(due)) {
            String late = page.t("frame.clock.late", Duration.between(due, now));
            return new ClockFace(name, Stage.LATE, 100, late, due, why, null);
        }
        long whole = Math.max(1, Duration.between(start, due).toSeconds());
        int percent = (int) Math.ceilDiv(100 * Duration.between(now, due).toSeconds(), whole);
        String left = page.t("frame.clock.left", Duration.between(now, due));
        return new ClockFace(name, now.isBefore(near) ? Stage.RUNNING : Stage.NEAR, percent, left, due, why, null);
    }

    /** A clock that stands still, with this share of its time left. */
    public static ClockFace paused(Page page, String name, int percentLeft, List<String> why) {
        return new ClockFace(name, Stage.PAUSED, percentLeft, page.t("frame.clock.paused"), null, why, null);
    }

    /** A clock that was stopped in time or too late. */
    public static ClockFace stopped(Page page, String name, boolean inTime, List<String> why) {
        String left = page.t(inTime ? "frame.clock.kept" : "frame.clock.missed");
        return new ClockFace(name, inTime ? Stage.STOPPED : Stage.LATE, 100, left, null, why, null);
    }
}
