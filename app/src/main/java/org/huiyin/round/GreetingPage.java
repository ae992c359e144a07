package org.huiyin.round;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Reach;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.EntryFilter;
import org.huiyin.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose day it is soon or in a month, and whom to think of at a festival, for those who keep the register: names are opened, and each is a look. */
@Controller
class GreetingPage {

    /** So many are looked through for a page. */
    private static final int MOST = 2000;

    private final StaticTemplates templates = new StaticTemplates();
    private final RoundKinds kinds;
    private final Entries entries;
    private final GreetingViews views;

    GreetingPage(RoundKinds kinds, Entries entries, GreetingViews views) {
        this.kinds = kinds;
        this.entries = entries;
        this.views = views;
    }

    @GetMapping("/desk/rounds/{kind}/greetings")
    JteModel show(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String festival,
            Page page) {
        RoundRules rules = kinds.of(kind).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        RoundRules.Greeted greeted = rules.greeted();
        Register register = kinds.register(rules);
        Reach reach = register.editable(page.reader());
        if (!RoundPage.any(reach)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        if (greeted == null) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        List<Entry> found = entries.page(EntryFilter.present(register.name(), reach, MOST + 1));
        int nth = festival.matches("[0-9]") ? Integer.parseInt(festival) : -1;
        var asked = new GreetingViews.Asked(
                kind,
                greeted,
                register,
                found.stream().limit(MOST).toList(),
                month.matches("1[0-2]|[1-9]") ? Integer.parseInt(month) : 0,
                nth < greeted.festivals().size() ? nth : -1);
        return templates.roundGreetings(page, views.of(page, asked, found.size() > MOST));
    }
}
