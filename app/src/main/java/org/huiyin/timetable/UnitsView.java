package org.huiyin.timetable;

import java.util.List;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.frame.Options;
import org.huiyin.matter.Foresight;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the units' calendars shows.
 *
 * @param basedOn the number of the timetable in force
 * @param options the units that can be picked
 * @param tried what is looked at before it is published; null when nothing is
 */
public record UnitsView(
        int basedOn,
        List<Line> lines,
        List<WrittenCalendar> calendars,
        Options options,
        @Nullable Tried tried) {

    /**
     * A unit that was given a calendar.
     *
     * @param below how many units below it go by it too
     */
    public record Line(int unit, String path, String calendar, long below) {}

    /** What would change by giving a unit a calendar; an empty calendar is that of the unit above. */
    public record Tried(int unit, String name, String calendar, String title, Foresight.Foreseen foreseen) {}
}
