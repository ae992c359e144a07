package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.calendar.Calendars;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The activities within a reader's reach, month by month. */
@Controller
class ActivitiesPage {

    private static final int ROWS = 300;
    private static final int TITLES = 2;

    private final StaticTemplates templates = new StaticTemplates();
    private final ActivityLists lists;
    private final ActivityWords words;
    private final Kinds kinds;
    private final ActivityRights rights;
    private final Calendars calendars;

    ActivitiesPage(ActivityLists lists, ActivityWords words, Kinds kinds, ActivityRights rights, Calendars calendars) {
        this.lists = lists;
        this.words = words;
        this.kinds = kinds;
        this.rights = rights;
        this.calendars = calendars;
    }

    @GetMapping("/desk/activities")
    JteModel list(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") String after,
            Page page) {
        YearMonth wanted = month(month, page.formats().today());
        List<ActivityLists.Row> found = lists.within(
                page.reader(),
                new ActivityLists.Wanted(
                        start(wanted), start(wanted.plusMonths(1)), kind, only.equals("mine"), after(after), ROWS + 1));
        List<ActivityLists.Row> rows = found.subList(0, Math.min(ROWS, found.size()));
        boolean more = found.size() > ROWS;
        return templates.activityMonth(
                page,
                new ActivityMonth(
                        title(page, wanted),
                        page.with("month", wanted.minusMonths(1)).replaceAll("[?&]after=[^&]*", ""),
                        page.with("month", wanted.plusMonths(1)).replaceAll("[?&]after=[^&]*", ""),
                        weeks(page, wanted, rows),
                        days(page, rows),
                        options(page, kinds.newest()),
                        kind,
                        only.equals("mine"),
                        options(
                                page,
                                kinds.newest().stream()
                                        .filter(one -> rights.plans(page.reader(), one))
                                        .toList()),
                        ROWS,
                        more,
                        more ? page.with("after", cursor(rows.getLast())) : null));
    }

    private static List<Options.Option> options(Page page, List<Kind> kinds) {
        return kinds.stream()
                .map(kind -> new Options.Option(kind.name(), page.t(kind.title())))
                .toList();
    }

    private List<ActivityMonth.Day> days(Page page, List<ActivityLists.Row> rows) {
        Map<LocalDate, List<ActivityRow>> byDay = new LinkedHashMap<>();
        rows.forEach(row -> byDay.computeIfAbsent(ActivityWords.day(row.starts()), day -> new ArrayList<>())
                .add(words.row(page, row, "/desk/activities")));
        return byDay.entrySet().stream()
                .map(one -> new ActivityMonth.Day(anchor(one.getKey()), name(page, one.getKey()), one.getValue()))
                .toList();
    }

    private List<List<ActivityMonth.Cell>> weeks(Page page, YearMonth month, List<ActivityLists.Row> rows) {
        Map<LocalDate, List<String>> titles = new LinkedHashMap<>();
        rows.forEach(row -> titles.computeIfAbsent(ActivityWords.day(row.starts()), day -> new ArrayList<>())
                .add(row.title()));
        List<List<ActivityMonth.Cell>> weeks = new ArrayList<>();
        LocalDate day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (day.isBefore(month.plusMonths(1).atDay(1))) {
            List<ActivityMonth.Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(cell(page, month, day, titles.getOrDefault(day, List.of())));
            }
            weeks.add(week);
        }
        return weeks;
    }

    private ActivityMonth.Cell cell(Page page, YearMonth month, LocalDate day, List<String> titles) {
        return new ActivityMonth.Cell(
                YearMonth.from(day).equals(month) ? day.getDayOfMonth() : 0,
                anchor(day),
                day.equals(page.formats().today()),
                calendars.current().calendar().kind(day).worked(),
                titles.subList(0, Math.min(TITLES, titles.size())),
                Math.max(0, titles.size() - TITLES));
    }

    private static String title(Page page, YearMonth month) {
        return page.t(
                "activity.month", month.getYear(), month.getMonth().getDisplayName(TextStyle.FULL, page.locale()));
    }

    private static String name(Page page, LocalDate day) {
        return page.date(day) + " " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, page.locale());
    }

    private static String anchor(LocalDate day) {
        return "d" + day;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Formats.ZONE).toInstant();
    }

    private static YearMonth month(String written, LocalDate today) {
        try {
            YearMonth month = YearMonth.parse(written);
            return month.getYear() < 2000 || month.getYear() > 2099 ? YearMonth.from(today) : month;
        } catch (DateTimeException e) {
            return YearMonth.from(today);
        }
    }

    static String cursor(ActivityLists.Row last) {
        return Long.toString(last.starts().getEpochSecond(), 36) + "." + Long.toString(last.id(), 36);
    }

    static ActivityLists.After after(String written) {
        if (!written.matches("[0-9a-z]{1,9}\\.[0-9a-z]{1,11}")) {
            return ActivityLists.After.START;
        }
        String[] parts = written.split("\\.");
        return new ActivityLists.After(
                Instant.ofEpochSecond(Long.parseLong(parts[0], 36)), Long.parseLong(parts[1], 36));
    }
}
