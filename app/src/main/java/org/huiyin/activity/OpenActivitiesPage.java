package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody may come to: what is to come, what was, and each by itself. */
@Controller
class OpenActivitiesPage {

    private static final int COMING = 100;
    private static final int PAST = 20;
    private static final Duration AHEAD = Duration.ofDays(180);

    private final StaticTemplates templates = new StaticTemplates();
    private final ActivityLists lists;
    private final ActivityWords words;
    private final Shown shown;
    private final OpenViews views;
    private final Organisation organisation;

    OpenActivitiesPage(
            ActivityLists lists, ActivityWords words, Shown shown, OpenViews views, Organisation organisation) {
        this.lists = lists;
        this.words = words;
        this.shown = shown;
        this.views = views;
        this.organisation = organisation;
    }

    @GetMapping("/activities")
    JteModel list(@RequestParam(defaultValue = "") String place, Page page) {
        String within = organisation.places().find(place).isPresent() ? place : "";
        var now = page.formats().now();
        List<ActivityRow> coming = lists.open(within, now, now.plus(AHEAD), COMING).stream()
                .map(row -> words.row(page, row, "/activities"))
                .toList();
        List<ActivityRow> past = lists.past(within, now, PAST).stream()
                .map(row -> words.row(page, row, "/activities"))
                .toList();
        return templates.activityOpen(page, coming, past, within, Options.of(organisation, page.locale()));
    }

    @GetMapping("/activities/{id}")
    JteModel show(@PathVariable String id, Page page, HttpServletRequest request) {
        return templates.activityOpenone(page, views.of(page, shown.open(page, id), request, Doorstep.Asked.NOTHING));
    }
}
