package org.huiyin.timetable;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.huiyin.calendar.Timetable;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Foresight;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator says which unit goes by which calendar. */
@Controller
class UnitCalendarPage {

    private final CalendarVersions versions;
    private final UnitCalendars units;
    private final Organisation organisation;
    private final Foresight foresight;
    private final StaticTemplates templates = new StaticTemplates();

    UnitCalendarPage(CalendarVersions versions, UnitCalendars units, Organisation organisation, Foresight foresight) {
        this.versions = versions;
        this.units = units;
        this.organisation = organisation;
        this.foresight = foresight;
    }

    @GetMapping("/admin/calendar/units")
    JteModel all(
            Page page,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "") String calendar)
            throws SQLException {
        Timetable timetable = versions.current();
        return templates.timetableUnits(
                page,
                new UnitsView(
                        timetable.number(),
                        lines(page, timetable),
                        versions.inForceAll(),
                        Options.of(organisation, page.locale()),
                        unit == null ? null : tried(page, unit, calendar)));
    }

    private List<UnitsView.Line> lines(Page page, Timetable timetable) {
        return versions.unitsOwn().entrySet().stream()
                .map(own -> new UnitsView.Line(
                        own.getKey(),
                        organisation.units().path(own.getKey(), page.locale()),
                        title(page, own.getValue()),
                        organisation.units().subtree(own.getKey()).stream()
                                .filter(below -> !below.equals(own.getKey()))
                                .filter(below -> timetable
                                        .units()
                                        .getOrDefault(below, CalendarVersions.CITY)
                                        .equals(own.getValue()))
                                .count()))
                .sorted(Comparator.comparing(UnitsView.Line::path))
                .toList();
    }

    private UnitsView.Tried tried(Page page, int unit, String calendar) throws SQLException {
        check(unit, calendar);
        return new UnitsView.Tried(
                unit,
                organisation.units().name(unit, page.locale()),
                calendar,
                title(page, calendar),
                foresight.foresee(units.tried(unit, calendar.isEmpty() ? null : calendar)));
    }

    private String title(Page page, String calendar) {
        return versions.inForce(calendar)
                .map(one -> one.title(page.locale().getLanguage()))
                .orElseGet(() -> page.t("timetable.units.as-above"));
    }

    private void check(int unit, String calendar) {
        boolean known = calendar.isEmpty() || versions.current().calendars().containsKey(calendar);
        if (!known || organisation.units().find(unit).isEmpty()) {
            throw CalendarPage.unknown();
        }
    }

    @PostMapping("/admin/calendar/units")
    ResponseEntity<Void> give(
            Page page,
            @RequestParam int basedOn,
            @RequestParam int unit,
            @RequestParam String calendar,
            @RequestParam String why,
            HttpServletResponse response) {
        check(unit, calendar);
        String given = calendar.isEmpty() ? null : calendar;
        if (units.give(unit, given, basedOn, page.reader(), CalendarPage.reason(why))
                .isEmpty()) {
            throw new ProblemException(Problem.of("calendar-changed", 409));
        }
        Said.next(
                response,
                page.t("timetable.units.given", organisation.units().name(unit, page.locale()), title(page, calendar)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/admin/calendar/units")
                .build();
    }
}
