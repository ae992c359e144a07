package org.huiyin.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.activity.Kind;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.register.Entries;
import org.huiyin.register.Looks;
import org.huiyin.register.Register;
import org.springframework.stereotype.Component;

/** Says who is to be looked at again. Whoever reads such a list of a strictly private register is written down for everybody on it. */
@Component
class RoundViews {

    private final RoundKinds kinds;
    private final DueRounds rounds;
    private final Entries entries;
    private final Looks looks;
    private final Organisation organisation;

    RoundViews(RoundKinds kinds, DueRounds rounds, Entries entries, Looks looks, Organisation organisation) {
        this.kinds = kinds;
        this.rounds = rounds;
        this.entries = entries;
        this.looks = looks;
        this.organisation = organisation;
    }

    RoundView of(Page page, RoundRules rules, String place, int ahead) {
        Register register = kinds.register(rules);
        Kind kind = kinds.kind(rules);
        LocalDate today = page.formats().today();
        List<DueRounds.Due> found = rounds.due(
                new DueRounds.Wanted(
                        rules, register, register.readable(page.reader()), place, null, today.plusDays(ahead), false),
                DueRounds.MOST + 1);
        boolean more = found.size() > DueRounds.MOST;
        List<DueRounds.Due> shown = more ? found.subList(0, DueRounds.MOST) : found;
        if (register.strict() && !shown.isEmpty()) {
            looks.note(
                    page.reader(),
                    entries.of(shown.stream().map(DueRounds.Due::id).toList()),
                    Looks.What.LIST);
        }
        return new RoundView(
                page.t(kind.title()),
                kind.name(),
                path(rules),
                choices(page, rules),
                place,
                Options.of(organisation, page.locale()),
                ahead,
                rule(page, rules, register),
                (int) shown.stream().filter(one -> one.due().isBefore(today)).count(),
                more,
                rules.sheet() != null,
                rules.greeted() != null && RoundPage.any(register.editable(page.reader())),
                rows(page, rules, shown));
    }

    List<RoundView.RoundRow> rows(Page page, RoundRules rules, List<DueRounds.Due> due) {
        Register register = kinds.register(rules);
        boolean plans = kinds.kind(rules).plannedBy().contains(page.reader().role());
        List<RoundView.RoundRow> rows = new ArrayList<>();
        LocalDate today = page.formats().today();
        for (DueRounds.Due one : due) {
            String label = register.label(one.number());
            boolean late = one.due().isBefore(today);
            LocalDate last = one.last();
            rows.add(new RoundView.RoundRow(
                    "/desk/registers/" + register.name() + "/" + label,
                    label,
                    one.name(),
                    sort(page, rules, register, one.sort()),
                    organisation.places().path(one.place(), page.locale()),
                    last == null ? page.t("round.never") : page.t("round.last", last),
                    late
                            ? page.t("round.late", one.due(), ChronoUnit.DAYS.between(one.due(), today))
                            : page.t("round.due", one.due()),
                    late,
                    plans
                            ? "/desk/activities/new?kind=" + rules.kind() + "&entry=" + label + "&place=" + one.place()
                            : ""));
        }
        return rows;
    }

    private List<RoundView.RoundChoice> choices(Page page, RoundRules chosen) {
        return kinds.all().stream()
                .filter(one -> RoundPage.readable(page, kinds.register(one)))
                .map(one -> new RoundView.RoundChoice(
                        path(one), page.t(kinds.kind(one).title()), one.kind().equals(chosen.kind())))
                .toList();
    }

    /** 高 7 天 · 中 30 天. */
    private static String rule(Page page, RoundRules rules, Register register) {
        return rules.every().entrySet().stream()
                .map(one -> rules.by() == null
                        ? page.t("round.each", one.getValue())
                        : page.t(
                                "round.every",
                                one.getKey().equals(RoundRules.OTHERS)
                                        ? page.t("round.others")
                                        : sort(page, rules, register, one.getKey()),
                                one.getValue()))
                .collect(Collectors.joining(page.locale().getLanguage().equals("en") ? ", " : "，"));
    }

    static String sort(Page page, RoundRules rules, Register register, String value) {
        String by = rules.by();
        return by == null
                ? ""
                : register.form().field(by).stream()
                        .map(Field::choices)
                        .flatMap(List::stream)
                        .filter(choice -> choice.value().equals(value))
                        .map(choice -> page.t(choice.title()))
                        .findFirst()
                        .orElse(value);
    }

    static String path(RoundRules rules) {
        return "/desk/rounds/" + rules.kind();
    }
}
