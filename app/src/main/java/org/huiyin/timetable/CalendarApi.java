package org.huiyin.timetable;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Foresight;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The working calendar for programs: its versions, what a change would do, and publishing one. */
@RestController
@RequestMapping("/api/v1/calendars")
@Scoped(Scope.CALENDAR)
class CalendarApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final CalendarVersions versions;
    private final Foresight foresight;

    CalendarApi(CalendarVersions versions, Foresight foresight) {
        this.versions = versions;
        this.foresight = foresight;
    }

    /** A version. */
    record VersionJson(int number, String name, boolean shipped, Instant publishedAt, String publisher, String why) {}

    /** A version as it is written: the calendar as a document of its own. */
    record Written(int number, Map<String, Object> calendar) {}

    /** @param calendar one year, or a whole calendar, as documents have it */
    record Change(Map<String, Object> calendar) {}

    /** @param basedOn the number of the version it was made from */
    record NewVersion(int basedOn, Map<String, Object> calendar, String why) {}

    /** A day that would be another. */
    record DayJson(LocalDate date, String occasion, String was, String is) {}

    /**
     * What a change would do.
     *
     * @param basedOn the number of the version in force
     * @param published years that become known
     * @param later how many open clocks would end later
     * @param whole whether all of them were looked at
     * @param calendar the whole calendar with the change, to be published
     */
    record Preview(
            int basedOn,
            List<Integer> published,
            List<DayJson> days,
            long later,
            long earlier,
            long certain,
            boolean whole,
            Map<String, Object> calendar) {}

    @GetMapping("/versions")
    Items<VersionJson> all(@RequestParam(defaultValue = CalendarVersions.CITY) String calendar) {
        return Items.all(versions.all(calendar).stream().map(CalendarApi::json).toList());
    }

    @GetMapping("/versions/{number}")
    Written one(@PathVariable String number, @RequestParam(defaultValue = CalendarVersions.CITY) String calendar) {
        int read = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        WrittenCalendar written = versions.written(calendar, read).orElseThrow(CalendarPage::unknown);
        return new Written(read, map(written));
    }

    /** Shows what a change would do; nothing is kept. */
    @PostMapping("/previews")
    Preview preview(@Body Change wanted, Page page) throws SQLException {
        Timetable timetable = versions.current();
        WrittenCalendar city = versions.inForce();
        try {
            WrittenCalendar next = versions.checked(city.changedBy(JSON.writeValueAsString(wanted.calendar())));
            CalendarChange change =
                    versions.inForce(next.code()).orElse(city).calendar().changeTo(next.calendar());
            Foresight.Foreseen foreseen = foresight.foresee(timetable.with(next.calendar()));
            return new Preview(
                    timetable.number(),
                    change.published(),
                    DayRows.of(page, change).rows().stream()
                            .map(day -> new DayJson(day.date(), day.occasion(), day.was(), day.is()))
                            .toList(),
                    foreseen.later(),
                    foreseen.earlier(),
                    foreseen.certain(),
                    foreseen.whole(),
                    map(next));
        } catch (BadCalendar bad) {
            throw CalendarPage.refused(page, bad);
        }
    }

    /** Publishes the version after the one it is based on; it is in force at once. */
    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    VersionJson publish(@Body NewVersion wanted, Page page) {
        String written = JSON.writeValueAsString(wanted.calendar());
        int number = CalendarPage.publish(page, versions, wanted.basedOn(), written, wanted.why());
        return versions.all(WrittenCalendar.read(written).code()).stream()
                .filter(one -> one.number() == number)
                .map(CalendarApi::json)
                .findFirst()
                .orElseThrow();
    }

    private static VersionJson json(CalendarVersion one) {
        return new VersionJson(one.number(), one.name(), one.shipped(), one.publishedAt(), one.publisher(), one.why());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(WrittenCalendar written) {
        return JSON.readValue(written.json(), Map.class);
    }
}
