package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.assessment.AssessmentView.Choice;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.PeriodRule;
import org.huiyin.programme.Measuring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which periods can be looked at, and which one an address means. */
@Component
class PeriodChoices {

    private static final int MONTHS = 13;
    private static final int OTHERS = 6;
    private static final int LONGEST_NAME = 40;

    private final Measuring measuring;
    private final Counting counting;
    private final FigureNames names;
    private final LiveFigures live;

    PeriodChoices(Measuring measuring, Counting counting, FigureNames names, LiveFigures live) {
        this.live = live;
        this.measuring = measuring;
        this.counting = counting;
        this.names = names;
    }

    /** The selection an address means; what there is not, or lies ahead, is refused by its name. */
    Selection read(Page page, Asked asked) {
        Instant now = page.formats().now();
        String programme = programme(asked.programme());
        Measures measures =
                counting.inForce(programme, now).orElseThrow(() -> unknown("not-measured", asked.programme()));
        Period chosen = asked.period().isEmpty()
                ? latest(measures, now)
                : Period.parse(asked.period(), measures, counting.zone())
                        .orElseThrow(() -> unknown("unknown-period", asked.period()));
        if (chosen.from().isAfter(now)) {
            throw new ProblemException(Problem.of("period-ahead", 422, page.t(chosen.title(measures)), chosen.from()));
        }
        By by = asked.by().isEmpty()
                ? first(measures, chosen, now)
                : By.parse(asked.by()).orElseThrow(() -> unknown("unknown-class", asked.by()));
        String key = key(programme, by, asked.key());
        Measures then =
                counting.inForce(programme, chosen.until().minusSeconds(1)).orElse(measures);
        return new Selection(then, chosen, by, key);
    }

    /** The programme asked for; the first that is measured when none is named. */
    private String programme(String asked) {
        List<String> measured = measuring.programmes();
        if (measured.isEmpty()) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        if (!asked.isEmpty() && !measured.contains(asked)) {
            throw unknown("not-measured", asked);
        }
        return asked.isEmpty() ? measured.getFirst() : asked;
    }

    private @Nullable String key(String programme, By by, String asked) {
        if (asked.isEmpty()) {
            return null;
        }
        String key = asked.equals(Selection.NONE) ? "" : asked;
        if (!names.knows(programme, by, key)) {
            throw unknown("unknown-" + by.thing(), asked);
        }
        return key;
    }

    private static ProblemException unknown(String slug, String asked) {
        return new ProblemException(Problem.of(slug, 422, shortened(asked)));
    }

    /** The programmes that are measured; none to choose from when there is but one. */
    List<Choice> programmes(Page page, Selection selection) {
        List<String> measured = measuring.programmes();
        return measured.size() < 2
                ? List.of()
                : measured.stream()
                        .map(name -> new Choice(
                                name,
                                names.programme(page, name),
                                name.equals(selection.measures().programme())))
                        .toList();
    }

    /** The first ranked class that has any figures; of none the first of all. */
    private By first(Measures measures, Period period, Instant now) {
        Set<String> counted = live.kinds(new Selection(measures, period, By.ALL_UNITS, null), now);
        List<String> classes = measures.ranking().classes();
        return By.units(classes.stream().filter(counted::contains).findFirst().orElse(classes.getFirst()));
    }

    /** The running period of the first rule, or the one before while it has hardly begun. */
    private Period latest(Measures measures, Instant now) {
        PeriodRule rule = measures.periods().values().iterator().next();
        return Period.holding(rule, now, counting.zone());
    }

    List<Choice> of(Page page, Selection selection) {
        List<Choice> all = new ArrayList<>();
        Measures measures = selection.measures();
        boolean first = true;
        for (PeriodRule rule : measures.periods().values()) {
            Period period = Period.holding(rule, page.formats().now(), counting.zone());
            for (int i = 0; i < (first ? MONTHS : OTHERS); i++) {
                all.add(choice(page, selection, period));
                period = Period.holding(rule, period.from().minusSeconds(1), counting.zone());
            }
            first = false;
        }
        measures.campaigns()
                .keySet()
                .forEach(name -> Period.parse("campaign/" + name, measures, counting.zone())
                        .ifPresent(period -> all.add(choice(page, selection, period))));
        if (all.stream().noneMatch(Choice::chosen)) {
            all.addFirst(choice(page, selection, selection.period()));
        }
        return all;
    }

    private static Choice choice(Page page, Selection selection, Period period) {
        return new Choice(period.key(), page.t(period.title(selection.measures())), period.equals(selection.period()));
    }

    static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
