package org.huiyin.timetable;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Foresight;
import org.huiyin.matter.Rederivation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees the calendars in their versions, tries another one and publishes it. */
@Controller
class CalendarPage {

    private static final int SHORTEST_WHY = 2;
    private static final int LONGEST_WHY = 200;

    private final CalendarVersions versions;
    private final Rederivation rederivation;
    private final Foresight foresight;
    private final StaticTemplates templates = new StaticTemplates();

    CalendarPage(CalendarVersions versions, Rederivation rederivation, Foresight foresight) {
        this.versions = versions;
        this.rederivation = rederivation;
        this.foresight = foresight;
    }

    @GetMapping("/admin/calendar")
    JteModel all(Page page, @RequestParam(defaultValue = CalendarVersions.CITY) String calendar) throws SQLException {
        return templates.timetableCalendar(page, view(calendar, ChangeWanted.NOTHING, null));
    }

    private CalendarsView view(String code, ChangeWanted wanted, @Nullable String fault) throws SQLException {
        WrittenCalendar shown = versions.inForce(code).orElseThrow(CalendarPage::unknown);
        return new CalendarsView(
                versions.inForceAll(), shown, versions.all(code), rederivation.progress(), wanted, fault);
    }

    @GetMapping("/admin/calendar/{number}")
    JteModel one(
            Page page,
            @PathVariable int number,
            @RequestParam(required = false) Integer against,
            @RequestParam(defaultValue = CalendarVersions.CITY) String calendar) {
        List<CalendarVersion> all = versions.all(calendar);
        CalendarVersion version =
                all.stream().filter(one -> one.number() == number).findFirst().orElseThrow(CalendarPage::unknown);
        int former = all.stream()
                .mapToInt(CalendarVersion::number)
                .filter(one -> one < number)
                .max()
                .orElse(number);
        int other = against == null ? former : against;
        WrittenCalendar shown = written(calendar, number);
        CalendarChange change = written(calendar, other).calendar().changeTo(shown.calendar());
        return templates.timetableVersion(page, version, other, DayRows.of(page, change), shown);
    }

    private WrittenCalendar written(String code, int number) {
        return versions.written(code, number).orElseThrow(CalendarPage::unknown);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of("not-found", 404));
    }

    /** Shows what a change would do; nothing is kept. */
    @PostMapping("/admin/calendar/previews")
    ResponseEntity<JteModel> preview(Page page, @ModelAttribute ChangeWanted wanted) throws SQLException {
        WrittenCalendar now = versions.inForce(wanted.of()).orElseThrow(CalendarPage::unknown);
        Timetable timetable = versions.current();
        try {
            WrittenCalendar next = versions.checked(wanted.applied(now));
            CalendarChange change =
                    versions.inForce(next.code()).orElse(now).calendar().changeTo(next.calendar());
            JteModel shown = templates.timetablePreview(
                    page,
                    timetable,
                    DayRows.of(page, change),
                    foresight.foresee(timetable.with(next.calendar())),
                    next);
            return ResponseEntity.ok(shown);
        } catch (BadCalendar bad) {
            return ResponseEntity.unprocessableContent()
                    .body(templates.timetableCalendar(page, view(wanted.of(), wanted, said(page, bad))));
        }
    }

    @PostMapping("/admin/calendar/versions")
    ResponseEntity<Void> publish(
            Page page,
            @RequestParam int basedOn,
            @RequestParam String json,
            @RequestParam String why,
            HttpServletResponse response) {
        int number = publish(page, versions, basedOn, json, why);
        Said.next(response, page.t("timetable.published", number));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/admin/calendar" + query(json))
                .build();
    }

    private static String query(String json) {
        String code = WrittenCalendar.read(json).code();
        return code.equals(CalendarVersions.CITY) ? "" : "?calendar=" + code;
    }

    /** Publishes a version if it says why and may follow the one it is based on; returns its number. */
    static int publish(Page page, CalendarVersions versions, int basedOn, String json, String why) {
        String given = reason(why);
        try {
            return versions.publish(WrittenCalendar.read(json), basedOn, page.reader(), given)
                    .orElseThrow(() -> new ProblemException(Problem.of("calendar-changed", 409)));
        } catch (BadCalendar bad) {
            throw refused(page, bad);
        }
    }

    /** Why something is published; it has to be said. */
    static String reason(String why) {
        String given = why.strip().replaceAll("\\p{Cntrl}", " ");
        int length = given.codePointCount(0, given.length());
        if (length < SHORTEST_WHY || length > LONGEST_WHY) {
            throw new ProblemException(Problem.of("reason-needed", 422, SHORTEST_WHY, LONGEST_WHY));
        }
        return given;
    }

    static ProblemException refused(Page page, BadCalendar bad) {
        return new ProblemException(Problem.of("bad-calendar", 422).because(said(page, bad)));
    }

    private static String said(Page page, BadCalendar bad) {
        return page.t("calendar.refused." + bad.slug(), bad.arguments().toArray());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
