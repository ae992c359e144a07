package org.huiyin.timetable;

import java.util.List;
import java.util.Map;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The days of the working calendars that are no ordinary ones, as they are taken along and come back. */
@Component
class DaySheet implements SheetList {

    static final String DATE = "timetable.day.date";
    static final String KIND = "timetable.day.kind";
    static final String NAME = "timetable.day.name";
    static final String HOURS = "timetable.day.hours";
    static final String CALENDAR = "timetable.day.calendar";
    static final String SOURCE = "timetable.day.source";

    private final CalendarVersions versions;

    DaySheet(CalendarVersions versions) {
        this.versions = versions;
    }

    /** A day of a calendar. */
    private record Line(String calendar, WrittenCalendar.Day day) {}

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<Line>> columns = List.of(
                Column.date(DATE, line -> line.day().date()),
                Column.text(KIND, line -> page.t(line.day().off() ? "timetable.day.off" : "timetable.day.worked")),
                Column.text(NAME, line -> line.day().name()),
                Column.text(HOURS, line -> String.join(" ", line.day().hours())),
                Column.text(CALENDAR, Line::calendar),
                Column.text(
                        SOURCE, line -> page.t(line.day().own() ? "timetable.day.own" : "timetable.day.published")));
        String only = parameters.getOrDefault("calendar", "");
        List<Line> lines = versions.inForceAll().stream()
                .filter(one -> only.isEmpty() || one.code().equals(only))
                .flatMap(one -> one.days().stream().map(day -> new Line(one.code(), day)))
                .toList();
        var facts = List.of(new Listing.Fact(
                page.t("timetable.day.version"),
                Integer.toString(versions.current().number())));
        return Listing.of(page.t("timetable.days"), facts, columns, lines);
    }
}
