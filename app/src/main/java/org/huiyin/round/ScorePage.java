package org.huiyin.round;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How a campaign scores, by place and by task force. */
@Controller
class ScorePage {

    private static final int DAYS = 90;

    private final StaticTemplates templates = new StaticTemplates();
    private final RoundKinds kinds;
    private final ScoreViews views;

    ScorePage(RoundKinds kinds, ScoreViews views) {
        this.kinds = kinds;
        this.views = views;
    }

    @GetMapping("/desk/scores/{kind}")
    JteModel show(@PathVariable String kind, @RequestParam Map<String, String> parameters, Page page) {
        Role role = page.reader().role();
        if (!page.reader().staff() || role == Role.ADMIN || role == Role.IMPORTER) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        RoundRules rules = kinds.of(kind).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        RoundRules.Sheet sheet = rules.sheet();
        if (sheet == null) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        LocalDate today = page.formats().today();
        String place = parameters.getOrDefault("place", "");
        return templates.roundScores(
                page,
                views.of(
                        page,
                        new ScoreViews.Asked(
                                rules,
                                sheet,
                                place.matches("[0-9]{4,12}") ? place : "",
                                day(parameters.getOrDefault("from", ""), today.minusDays(DAYS)),
                                day(parameters.getOrDefault("to", ""), today))));
    }

    private static LocalDate day(String written, LocalDate otherwise) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.getYear() < 2000 || day.getYear() > 2199 ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
