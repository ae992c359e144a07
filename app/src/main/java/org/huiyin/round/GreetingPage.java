package org.huiyin.round;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Reach;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.EntryFilter;
import org.huiyin.register.Looks;
import org.huiyin.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Birthdays of a month, or whom to think of at a festival, for those who keep the register: names are opened, and each is a look. */
@Controller
class GreetingPage {

    /** So many are looked through for a page. */
    private static final int MOST = 2000;

    private final StaticTemplates templates = new StaticTemplates();
    private final RoundKinds kinds;
    private final Entries entries;
    private final Looks looks;

    GreetingPage(RoundKinds kinds, Entries entries, Looks looks) {
        this.kinds = kinds;
        this.entries = entries;
        this.looks = looks;
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
        int wanted = month.matches("1[0-2]|[1-9]")
                ? Integer.parseInt(month)
                : page.formats().today().getMonthValue();
        int nth = festival.matches("[0-9]") ? Integer.parseInt(festival) : -1;
        boolean feast = nth >= 0 && nth < greeted.festivals().size();
        List<Entry> found = entries.page(EntryFilter.present(register.name(), reach, MOST + 1));
        List<Entry> all = found.stream()
                .limit(MOST)
                .filter(entry -> !feast || greeted.festivals().get(nth).of().contains(entry.kind()))
                .toList();
        return templates.roundGreetings(
                page,
                new GreetingView(
                        "/desk/rounds/" + kind + "/greetings",
                        feast ? 0 : wanted,
                        feast ? nth : -1,
                        greeted.festivals().stream()
                                .map(one -> new Options.Option("", page.t(one.name())))
                                .toList(),
                        rows(page, register, greeted, all, feast ? 0 : wanted),
                        found.size() > MOST));
    }

    /** Those who are thought of, by day of the month; only they are looked at more closely than the day they were born. */
    private List<GreetingView.Greeting> rows(
            Page page, Register register, RoundRules.Greeted greeted, List<Entry> all, int month) {
        Map<Long, Map<String, Object>> opened = looks.open(page.reader(), all, Looks.What.LIST);
        List<GreetingView.Greeting> rows = new ArrayList<>();
        int year = page.formats().today().getYear();
        for (Entry entry : all) {
            Map<String, Object> sealed = opened.getOrDefault(entry.id(), Map.of());
            Object born = sealed.get(greeted.born());
            LocalDate day = born == null ? null : LocalDate.parse(String.valueOf(born));
            if (month == 0 || day != null && day.getMonthValue() == month) {
                String label = register.label(entry.number());
                rows.add(new GreetingView.Greeting(
                        "/desk/registers/" + register.name() + "/" + label,
                        label,
                        String.valueOf(sealed.getOrDefault(register.titleField(), entry.name())),
                        day == null ? 0 : day.getDayOfMonth(),
                        day == null
                                ? ""
                                : page.t(
                                        "round.greetings.turns",
                                        day.getMonthValue(),
                                        day.getDayOfMonth(),
                                        year - day.getYear()),
                        String.valueOf(sealed.getOrDefault(greeted.address(), ""))));
            }
        }
        if (month != 0) {
            rows.sort(Comparator.comparingInt(GreetingView.Greeting::day));
        }
        return rows;
    }
}
