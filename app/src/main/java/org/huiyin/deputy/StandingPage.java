package org.huiyin.deputy;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The standing committee's page: deputies, homes, stations, groups, participation, suggestions and what came of them, place by place. */
@Controller
class StandingPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final StandingViews views;
    private final SuggestionLists lists;

    StandingPage(StandingViews views, SuggestionLists lists) {
        this.views = views;
        this.lists = lists;
    }

    @GetMapping("/desk/deputies")
    JteModel standing(@RequestParam Map<String, String> parameters, Page page) {
        allow(page.reader());
        return templates.deputyStanding(page, views.of(page, asked(page, parameters)));
    }

    /** The very suggestions behind a number. */
    @GetMapping("/desk/deputies/suggestions")
    JteModel suggestions(@RequestParam Map<String, String> parameters, Page page) {
        allow(page.reader());
        StandingViews.Asked asked = asked(page, parameters);
        String state = parameters.getOrDefault("state", "");
        String before = parameters.getOrDefault("before", "");
        List<SuggestionRow> rows = lists.page(
                page,
                asked,
                state.matches("[a-z-]{1,40}") ? state : "",
                before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
        return templates.deputySuggestions(page, rows, lists.older(rows), StandingViews.path(asked));
    }

    /** Figures are for leaders and supervisors, and for offices that assign. */
    static boolean allowed(Actor reader) {
        return switch (reader.role()) {
            case LEADER, SUPERVISOR, DISPATCHER, ADMIN -> true;
            case RESIDENT, GRID_WORKER, HANDLER, UNIT_HEAD, IMPORTER, SYSTEM -> false;
        };
    }

    static void allow(Actor reader) {
        if (!allowed(reader)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    static StandingViews.Asked asked(Page page, Map<String, String> parameters) {
        LocalDate today = page.formats().today();
        String place = parameters.getOrDefault("place", "");
        return new StandingViews.Asked(
                place.matches("[0-9]{4,9}") ? place : "",
                "true".equals(parameters.get("exactly")) && place.matches("[0-9]{4,9}"),
                day(parameters, "since", today.minusYears(1).plusDays(1)),
                day(parameters, "until", today));
    }

    private static LocalDate day(Map<String, String> parameters, String name, LocalDate otherwise) {
        try {
            LocalDate day = LocalDate.parse(parameters.getOrDefault(name, ""));
            return day.getYear() < 1990 || day.getYear() > 2200 ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
