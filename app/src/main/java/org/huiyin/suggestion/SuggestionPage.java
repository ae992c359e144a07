package org.huiyin.suggestion;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good suggestions are and where they come from, for administrators and the supervisors of the whole city; they may learn anew and go back. */
@Controller
class SuggestionPage {

    private static final int LONGEST_REASON = 200;

    private final StaticTemplates templates = new StaticTemplates();
    private final SuggestionViews views;
    private final Models models;
    private final Serving serving;
    private final ObjectProvider<Nights> nights;

    SuggestionPage(SuggestionViews views, Models models, Serving serving, ObjectProvider<Nights> nights) {
        this.views = views;
        this.models = models;
        this.serving = serving;
        this.nights = nights;
    }

    static boolean may(Actor reader) {
        return reader.role() == Role.ADMIN
                || (reader.role() == Role.SUPERVISOR && reader.reach().everywhere());
    }

    @GetMapping("/desk/suggestions")
    JteModel show(Page page) {
        admit(page);
        return templates.suggestionSuggestions(page, views.of(page));
    }

    @GetMapping("/desk/suggestions/matters")
    JteModel matters(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String wrong,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        admit(page);
        return templates.suggestionCases(
                page,
                views.cases(
                        page,
                        new Precision.Asked(
                                of.toUpperCase(Locale.ROOT).equals("CATEGORY")
                                        ? Precision.Of.CATEGORY
                                        : Precision.Of.UNIT,
                                value.length() > 60 ? value.substring(0, 60) : value,
                                wrong.equals("1"),
                                number(before))));
    }

    @PostMapping("/desk/suggestions/learnings")
    ResponseEntity<Void> learn(Page page, HttpServletResponse response) {
        admit(page);
        if (!nights.getObject().enough()) {
            Said.next(response, page.t("suggestion.said.too-few", Learner.FEWEST));
            return back();
        }
        boolean begun = nights.getObject().now(page.reader().name());
        Said.next(response, page.t(begun ? "suggestion.said.learning" : "suggestion.said.learning-already"));
        return back();
    }

    /** Puts an earlier model in force again. */
    @PostMapping("/desk/suggestions/models/{id}/handover")
    ResponseEntity<Void> handOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        admit(page);
        String why = reason.strip().replaceAll("\\p{Cntrl}", " ");
        if (why.codePointCount(0, why.length()) < 2 || why.length() > LONGEST_REASON) {
            Said.next(response, page.t("suggestion.said.reason", LONGEST_REASON));
            return back();
        }
        boolean done = id.matches("[0-9]{1,18}")
                && models.handOver(
                        Long.parseLong(id), page.formats().now(), page.reader().name(), why);
        serving.refresh();
        Said.next(response, page.t(done ? "suggestion.said.handed-over" : "suggestion.said.no-model", id));
        return back();
    }

    private static void admit(Page page) {
        if (!may(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", SuggestionViews.PATH)
                .build();
    }

    private static @Nullable Long number(String typed) {
        try {
            return typed.isEmpty() || typed.length() > 40
                    ? null
                    : MatterNumber.parse(typed).id();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
