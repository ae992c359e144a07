package org.huiyin.timetable;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Foresight;
import org.huiyin.org.Organisation;
import org.huiyin.timetable.LimitApi.Effect;
import org.huiyin.timetable.LimitApi.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: which unit goes by which calendar. */
@RestController
@RequestMapping("/api/v1/calendars/units")
@Scoped(Scope.CALENDAR)
class UnitCalendarApi {

    private final CalendarVersions versions;
    private final UnitCalendars units;
    private final Organisation organisation;
    private final Foresight foresight;

    UnitCalendarApi(CalendarVersions versions, UnitCalendars units, Organisation organisation, Foresight foresight) {
        this.versions = versions;
        this.units = units;
        this.organisation = organisation;
        this.foresight = foresight;
    }

    /** A unit that was given a calendar of its own; those below it go by it too. */
    record Own(int unit, String calendar) {}

    /**
     * Which unit goes by which.
     *
     * @param basedOn the number to be named when giving one
     * @param calendars the codes there are; a unit that none was given to goes by the one above it, or the city's
     */
    record Goes(int basedOn, List<String> calendars, List<Own> items) {}

    /** @param calendar its code; null for that of the unit above */
    record Wish(int unit, @Nullable String calendar) {}

    /** The same to be given, and why. */
    record NewCalendar(int basedOn, int unit, @Nullable String calendar, String why) {}

    @GetMapping
    Goes all() {
        return new Goes(
                versions.current().number(),
                versions.current().calendars().keySet().stream().sorted().toList(),
                versions.unitsOwn().entrySet().stream()
                        .map(own -> new Own(own.getKey(), own.getValue()))
                        .sorted(Comparator.comparingInt(Own::unit))
                        .toList());
    }

    /** Shows how open deadlines would move; nothing is kept. */
    @PostMapping("/previews")
    Effect preview(@Body Wish wish) throws SQLException {
        check(wish.unit(), wish.calendar());
        return Effect.of(versions.current().number(), foresight.foresee(units.tried(wish.unit(), wish.calendar())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Given give(@Body NewCalendar wanted, Page page) {
        check(wanted.unit(), wanted.calendar());
        return units.give(
                        wanted.unit(),
                        wanted.calendar(),
                        wanted.basedOn(),
                        page.reader(),
                        CalendarPage.reason(wanted.why()))
                .map(Given::new)
                .orElseThrow(() -> new ProblemException(Problem.of("calendar-changed", 409)));
    }

    private void check(int unit, @Nullable String calendar) {
        boolean known = calendar == null || versions.current().calendars().containsKey(calendar);
        if (!known || organisation.units().find(unit).isEmpty()) {
            throw CalendarPage.unknown();
        }
    }
}
