package org.huiyin.mechanism;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was decided and what became of it, for offices: each sees the matters it may read. */
@Controller
class LedgerPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final LedgerViews views;

    LedgerPage(MechanismPages pages, LedgerViews views) {
        this.pages = pages;
        this.views = views;
    }

    /** The first ledger there is. */
    @GetMapping("/desk/ledgers")
    JteModel first(Page page) {
        return show(pages.ledgers().keySet().iterator().next(), Map.of(), page);
    }

    @GetMapping("/desk/ledgers/{programme}")
    JteModel show(@PathVariable String programme, @RequestParam Map<String, String> parameters, Page page) {
        if (!allowed(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        PageRules.Ledger ledger = Optional.ofNullable(pages.ledgers().get(programme))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        String year = parameters.getOrDefault("year", "");
        String category = parameters.getOrDefault("category", "");
        String light = parameters.getOrDefault("light", "");
        return templates.mechanismLedger(
                page,
                views.of(
                        page,
                        new LedgerViews.Asked(
                                programme,
                                ledger,
                                year.matches("20[0-9]{2}")
                                        ? Integer.parseInt(year)
                                        : page.formats().today().getYear(),
                                pages.newest(programme).categories().containsKey(category) ? category : "",
                                light.matches("[a-z]{1,10}") ? light : "")));
    }

    /** Whoever handles or oversees; grid workers and administrators have no part in it. */
    static boolean allowed(Actor reader) {
        Role role = reader.role();
        return reader.staff() && role != Role.GRID_WORKER && role != Role.ADMIN && role != Role.IMPORTER;
    }
}
