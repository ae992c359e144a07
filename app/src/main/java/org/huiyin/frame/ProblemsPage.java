package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages behind the types of problems: what each means and what to do. */
@Controller
class ProblemsPage {

    private final StaticTemplates templates = new StaticTemplates();

    @GetMapping("/problems")
    JteModel all(Page page) {
        List<String> slugs = page.texts().keys(Locale.CHINESE).stream()
                .filter(key -> key.startsWith("problem.") && key.endsWith(".title"))
                .map(key -> key.substring("problem.".length(), key.length() - ".title".length()))
                .toList();
        return templates.frameProblems(page, slugs);
    }

    @GetMapping("/problems/{slug}")
    JteModel one(Page page, @PathVariable String slug) {
        String key = "problem." + slug + ".";
        if (!page.texts().has(key + "title")) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        String about = page.texts().has(key + "about") ? "about" : "why";
        return templates.frameProblemtype(page, slug, page.t(key + "title"), page.t(key + about), page.t(key + "next"));
    }
}
