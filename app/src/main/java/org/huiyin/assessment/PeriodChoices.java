package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.assessment.AssessmentView.Choice;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.PeriodRule;
import org.huiyin.programme.Measuring;
import org.springframework.stereotype.Component;

/** Which periods can be looked at, and which one an address means. */
@Component
class PeriodChoices {

    private static final int MONTHS = 13;
    private static final int OTHERS = 6;
    private static final int LONGEST_NAME = 40;

    private final Measuring measuring;
    private final Counting counting;

    PeriodChoices(Measuring measuring, Counting counting) {
        this.measuring = measuring;
        this.counting = counting;
    }

    /** The programme that is assessed when none is named. */
    String programme() {
        return measuring.programmes().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    /** The selection an address means; an unknown period, one that lies ahead, or unknown words are refused. */
    Selection read(Page page, String period, String by, String key) {
        Instant now = page.formats().now();
        Measures measures = counting.inForce(programme(), now)
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        Period chosen = period.isEmpty()
                ? latest(measures, now)
                : Period.parse(period, measures, counting.zone())
                        .orElseThrow(() -> new ProblemException(Problem.of("unknown-period", 422, shortened(period))));
        if (chosen.from().isAfter(now)) {
            throw new ProblemException(Problem.of("period-ahead", 422, page.t(chosen.title(measures)), chosen.from()));
        }
        Optional<By> chosenBy =
                By.parse(by.isEmpty() ? measures.ranking().classes().getFirst() : by);
        boolean right = chosenBy.isPresent()
                && (key.isEmpty() || chosenBy.get().dimension() != Measures.Dimension.UNIT || key.matches("\\d{1,9}"));
        if (!right || key.length() > LONGEST_NAME) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        Measures then =
                counting.inForce(programme(), chosen.until().minusSeconds(1)).orElse(measures);
        return new Selection(then, chosen, chosenBy.get(), key.isEmpty() ? null : key.equals("-") ? "" : key);
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

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
