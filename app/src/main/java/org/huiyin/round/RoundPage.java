package org.huiyin.round;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to visit, what to inspect, where to patrol: what is due and what is overdue, within what the reader may read of the register. */
@Controller
class RoundPage {

    private static final int AHEAD = 7;
    private static final int MOST_AHEAD = 92;

    private final StaticTemplates templates = new StaticTemplates();
    private final RoundKinds kinds;
    private final RoundViews views;
    private final Organisation organisation;

    RoundPage(RoundKinds kinds, RoundViews views, Organisation organisation) {
        this.kinds = kinds;
        this.views = views;
        this.organisation = organisation;
    }

    /** The first round this reader may read. */
    @GetMapping("/desk/rounds")
    JteModel first(Page page) {
        return kinds.all().stream()
                .filter(one -> readable(page, kinds.register(one)))
                .findFirst()
                .map(one -> templates.roundRound(page, views.of(page, one, "", AHEAD)))
                .orElseThrow(() -> new ProblemException(Problem.of("forbidden", 403)));
    }

    @GetMapping("/desk/rounds/{kind}")
    JteModel show(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String ahead,
            Page page) {
        RoundRules rules = kinds.of(kind).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        if (!readable(page, kinds.register(rules))) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        boolean known = organisation.places().find(place).isPresent();
        int days = ahead.matches("[0-9]{1,3}") ? Math.min(MOST_AHEAD, Integer.parseInt(ahead)) : AHEAD;
        return templates.roundRound(page, views.of(page, rules, known ? place : "", days));
    }

    /** Whether this reader may read anything of a register. */
    static boolean readable(Page page, Register register) {
        return any(register.readable(page.reader()));
    }

    static boolean any(Reach reach) {
        return reach.everywhere() || !reach.units().isEmpty() || !reach.places().isEmpty();
    }
}
