package org.huiyin.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Days of the working calendars that come in: those of a year nobody published yet become that year's notice, any others days of one's own.
 * Together they are one new version of each calendar they name. Days that are left out stay as they are.
 */
@Component
class DayTable implements SheetIntake {

    private final CalendarVersions versions;
    private final Texts texts;
    private final JsonMapper json;

    DayTable(CalendarVersions versions, Texts texts, JsonMapper json) {
        this.versions = versions;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public String list() {
        return "calendar";
    }

    @Override
    public String title(Page page) {
        return page.t("timetable.days");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.ADMIN;
    }

    @Override
    public List<Heading> headings(Page page) {
        return List.of(
                Heading.of(texts, DaySheet.DATE, Column.Kind.DATE, true),
                Heading.of(
                        texts,
                        DaySheet.KIND,
                        Column.Kind.TEXT,
                        true,
                        List.of(
                                new Heading.Choice("off", Heading.text(texts, "timetable.day.off")),
                                new Heading.Choice("worked", Heading.text(texts, "timetable.day.worked")))),
                Heading.of(texts, DaySheet.NAME, Column.Kind.TEXT, true),
                Heading.of(texts, DaySheet.HOURS, Column.Kind.TEXT, false),
                Heading.of(texts, DaySheet.CALENDAR, Column.Kind.TEXT, false),
                Heading.of(texts, DaySheet.SOURCE, Column.Kind.TEXT, false));
    }

    /** What a table says about one calendar. */
    private static final class Sheet {
        final WrittenCalendar now;
        final Map<LocalDate, WrittenCalendar.Day> present;
        final Map<LocalDate, Given> met = new HashMap<>();
        final Map<LocalDate, WrittenCalendar.Day> wanted = new TreeMap<>();
        long same;

        Sheet(WrittenCalendar now) {
            this.now = now;
            this.present =
                    now.days().stream().collect(Collectors.toMap(WrittenCalendar.Day::date, Function.identity()));
        }

        void add(Given given, WrittenCalendar.Day day) {
            Given twice = met.putIfAbsent(day.date(), given);
            if (twice != null) {
                given.fault(DaySheet.DATE, "sheet.fault.twice", twice.line());
            } else if (says(present.get(day.date()), day)) {
                same++;
            } else {
                wanted.put(day.date(), day);
            }
        }

        long changed() {
            return wanted.keySet().stream().filter(present::containsKey).count();
        }
    }

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        int basedOn = versions.current().number();
        Map<String, Sheet> sheets = new TreeMap<>();
        versions.inForceAll().forEach(one -> sheets.put(one.code(), new Sheet(one)));
        rows.each(given -> {
            String code = given.text(DaySheet.CALENDAR);
            Sheet sheet = sheets.get(code.isEmpty() ? CalendarVersions.CITY : code);
            if (sheet == null) {
                given.fault(DaySheet.CALENDAR, "timetable.day.no-calendar", code);
            } else {
                read(given, sheet.now).ifPresent(day -> sheet.add(given, day));
            }
        });
        long changed = sheets.values().stream().mapToLong(Sheet::changed).sum();
        long wanted =
                sheets.values().stream().mapToLong(one -> one.wanted.size()).sum();
        long same = sheets.values().stream().mapToLong(one -> one.same).sum();
        if (rows.faulty() || wanted == 0) {
            return new Taken(wanted - changed, changed, same, List.of());
        }
        List<Taken.Touched> touched = new ArrayList<>();
        try {
            List<WrittenCalendar> next = sheets.values().stream()
                    .filter(one -> !one.wanted.isEmpty())
                    .map(one -> versions.checked(with(one.now, one.wanted)))
                    .toList();
            if (!trying) {
                Optional<Integer> number =
                        versions.publish(next, basedOn, page.reader(), page.t("timetable.day.why", file));
                number.ifPresentOrElse(
                        it -> next.forEach(one -> touched.add(new Taken.Touched(
                                one.code(), "calendar", Integer.toString(basedOn), Integer.toString(it)))),
                        () -> rows.fault(page.t("problem.calendar-changed.why")));
            }
        } catch (BadCalendar bad) {
            rows.fault(said(page, bad));
        }
        return new Taken(wanted - changed, changed, same, touched);
    }

    private static String said(Page page, BadCalendar bad) {
        return page.t("calendar.refused." + bad.slug(), bad.arguments().toArray());
    }

    private static boolean says(WrittenCalendar.@Nullable Day stands, WrittenCalendar.Day day) {
        return stands != null
                && stands.off() == day.off()
                && stands.name().equals(day.name())
                && stands.hours().equals(day.hours());
    }

    private static Optional<WrittenCalendar.Day> read(Given given, WrittenCalendar now) {
        LocalDate date = given.day(DaySheet.DATE);
        if (date == null && given.fine()) {
            given.fault(DaySheet.DATE, "sheet.fault.empty");
        }
        String kind = given.choice(DaySheet.KIND);
        if (kind == null && given.fine()) {
            given.fault(DaySheet.KIND, "sheet.fault.empty");
        }
        String name = given.needed(DaySheet.NAME);
        boolean off = "off".equals(kind);
        String hours = given.text(DaySheet.HOURS)
                .replaceAll("[–—~～至]", "-")
                .replace('：', ':')
                .replaceAll("\\b(\\d):", "0$1:");
        if (off && !hours.isEmpty()) {
            given.fault(DaySheet.HOURS, "timetable.day.hours-of-day-off");
        }
        if (!hours.isEmpty()
                && !hours.matches("\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}([\\s,，、]+\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2})*")) {
            given.fault(DaySheet.HOURS, "timetable.day.bad-hours");
        }
        if (date == null || !given.fine()) {
            return Optional.empty();
        }
        List<String> worked = off ? List.of() : hours.isEmpty() ? now.hours() : List.of(hours.split("[\\s,，、]+"));
        return Optional.of(new WrittenCalendar.Day(date, off, worked, name, false));
    }

    private WrittenCalendar with(WrittenCalendar now, Map<LocalDate, WrittenCalendar.Day> wanted) {
        WrittenCalendar next = now;
        Map<Integer, List<WrittenCalendar.Day>> years = wanted.values().stream()
                .filter(day -> !now.years().contains(day.date().getYear()))
                .collect(Collectors.groupingBy(day -> day.date().getYear(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<Integer, List<WrittenCalendar.Day>> year : years.entrySet()) {
            next = next.changedBy(notice(year.getKey(), year.getValue()));
        }
        for (WrittenCalendar.Day day : wanted.values()) {
            boolean standard = day.off() || day.hours().equals(now.hours());
            if (now.years().contains(day.date().getYear()) || !standard) {
                next = next.withDays(day.date(), day.date(), day.hours(), day.name());
            }
        }
        return next;
    }

    /** A year as its notice is written. */
    private String notice(int year, List<WrittenCalendar.Day> days) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("year", year);
        notice.put("papers", List.of());
        notice.put(
                "days",
                days.stream()
                        .map(day ->
                                Map.of("name", day.name(), "date", day.date().toString(), "isOffDay", day.off()))
                        .toList());
        return json.writeValueAsString(notice);
    }

    /** Publishes the versions before once more, unless years that are known would be forgotten. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        int current = versions.current().number();
        if (current != Integer.parseInt(taken.getFirst().after())) {
            return List.of(page.t("problem.calendar-changed.why"));
        }
        List<WrittenCalendar> former = taken.stream()
                .map(one -> versions.written(one.key(), Integer.parseInt(one.before()))
                        .orElseThrow())
                .toList();
        try {
            return versions.publish(former, current, page.reader(), page.t("timetable.day.undone"))
                    .map(number -> List.<String>of())
                    .orElseGet(() -> List.of(page.t("problem.calendar-changed.why")));
        } catch (BadCalendar bad) {
            return List.of(said(page, bad));
        }
    }
}
