package org.huiyin.timetable;

import java.util.List;
import java.util.Optional;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.matter.Rederivation.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What the page of calendars shows.
 *
 * @param all every calendar in force
 * @param shown the one that is looked at
 * @param versions its versions, newest first
 * @param fault why what was wanted cannot be published; null when nothing was wanted
 */
public record CalendarsView(
        List<WrittenCalendar> all,
        WrittenCalendar shown,
        List<CalendarVersion> versions,
        Optional<Progress> progress,
        ChangeWanted wanted,
        @Nullable String fault) {}
