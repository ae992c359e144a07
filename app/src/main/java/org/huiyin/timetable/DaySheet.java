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

/** The days of the working calendar that are no ordinary ones, as they are taken along and come back. */
@Component
class DaySheet implements SheetList {

    static final String DATE = "timetable.day.date";
    static final String KIND = "timetable.day.kind";
    static final String NAME = "timetable.day.name";
    static final String HOURS = "timetable.day.hours";
    static final String SOURCE = "timetable.day.source";

    private final CalendarVersions versions;

    DaySheet(CalendarVersions versions) {
        this.versions = versions;
    }

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
        List<Column<WrittenCalendar.Day>> columns = List.of(
                Column.date(DATE, WrittenCalendar.Day::date),
                Column.text(KIND, day -> page.t(day.off() ? "timetable.day.off" : "timetable.day.worked")),
                Column.text(NAME, WrittenCalendar.Day::name),
                Column.text(HOURS, day -> String.join(" ", day.hours())),
                Column.text(SOURCE, day -> page.t(day.own() ? "timetable.day.own" : "timetable.day.published")));
        var facts = List.of(new Listing.Fact(
                page.t("timetable.day.version"),
                Integer.toString(versions.current().number())));
        return Listing.of(
                page.t("timetable.days"), facts, columns, versions.inForce().days());
    }
}
