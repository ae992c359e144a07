package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** My day: what is on today and next, and what can be begun with one tap. */
@Controller
class MyDayPage {

    private static final int MOST = 50;
    private static final int DAYS = 7;

    private final StaticTemplates templates = new StaticTemplates();
    private final ActivityLists lists;
    private final ActivityWords words;
    private final Kinds kinds;
    private final ActivityRights rights;

    MyDayPage(ActivityLists lists, ActivityWords words, Kinds kinds, ActivityRights rights) {
        this.lists = lists;
        this.words = words;
        this.kinds = kinds;
        this.rights = rights;
    }

    @GetMapping("/desk/my-day")
    JteModel show(Page page) {
        LocalDate today = page.formats().today();
        return templates.activityMyday(
                page,
                new MyDayView(
                        page.date(today),
                        rows(page, today, today.plusDays(1)),
                        rows(page, today.plusDays(1), today.plusDays(1L + DAYS)),
                        kinds.newest().stream()
                                .filter(kind -> kind.own() && rights.plans(page.reader(), kind))
                                .map(kind -> new Options.Option(kind.name(), page.t(kind.title())))
                                .toList()));
    }

    private List<ActivityRow> rows(Page page, LocalDate from, LocalDate to) {
        return lists
                .within(
                        page.reader(),
                        new ActivityLists.Wanted(start(from), start(to), "", true, ActivityLists.After.START, MOST))
                .stream()
                .map(row -> words.row(page, row, "/desk/activities"))
                .toList();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }
}
