package org.huiyin.suggestion;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.key.Limits;
import org.huiyin.routing.Suggestion;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** While somebody raises a matter: the categories it is likely about, to pick with one press. What was typed is read and forgotten. */
@Controller
class LikelyPage {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int FEWEST_CHARACTERS = 4;

    private final StaticTemplates templates = new StaticTemplates();
    private final Serving serving;
    private final Wording wording;
    private final Limits limits;

    LikelyPage(Serving serving, Wording wording, Limits limits) {
        this.serving = serving;
        this.wording = wording;
        this.limits = limits;
    }

    /** A piece of page; empty when nothing is likely enough. */
    @PostMapping("/raise/categories")
    ResponseEntity<JteModel> likely(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String description,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!limits.admit(request, response)) {
            return ResponseEntity.status(429).body(templates.suggestionLikely(page, List.of()));
        }
        String heading = head(title, LONGEST_TITLE);
        String text = head(description, LONGEST_TEXT);
        List<Suggestion> likely = heading.length() + text.length() < FEWEST_CHARACTERS
                ? List.of()
                : serving.of(programme)
                        .map(model -> model.likely(heading, text))
                        .orElse(List.of());
        return ResponseEntity.ok(templates.suggestionLikely(
                page,
                likely.stream()
                        .map(one -> new Options.Option(one.label(), wording.category(page, programme, one.label())))
                        .toList()));
    }

    private static String head(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
