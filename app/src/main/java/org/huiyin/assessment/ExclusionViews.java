package org.huiyin.assessment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.Exclusion.State;
import org.huiyin.calendar.Calendars;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** Puts exclusions into words, with what the reader may do about them. */
@Component
class ExclusionViews {

    private final Exclusions exclusions;
    private final FigureNames names;
    private final Counting counting;
    private final Calendars calendars;

    ExclusionViews(Exclusions exclusions, FigureNames names, Counting counting, Desk.Equipment equipment) {
        this.exclusions = exclusions;
        this.names = names;
        this.counting = counting;
        this.calendars = equipment.calendars();
    }

    ExclusionRules rules(Measures measures) {
        return new ExclusionRules(measures.exclusions(), calendars.current().calendar());
    }

    /** The exclusions of a period, of one unit or all; only those in force when asked so. */
    ExclusionList list(
            Page page, Selection selection, List<AssessmentView.Choice> periods, boolean only, String number) {
        Measures measures = selection.measures();
        Instant now = page.formats().now();
        String unit = selection.by().equals(By.ALL_UNITS) ? selection.key() : null;
        List<ExclusionView> rows =
                exclusions
                        .touching(
                                measures.programme(),
                                selection.period().from(),
                                selection.period().until())
                        .stream()
                        .filter(one ->
                                unit == null || Integer.toString(one.unit()).equals(unit))
                        .filter(one -> !only || one.inForce(now))
                        .map(one -> of(page, measures, one))
                        .toList();
        return new ExclusionList(
                measures.programme(),
                selection.period().key(),
                periods,
                unit == null ? "" : names.of(page, selection),
                only,
                selection.exclusions(),
                rows,
                measures.exclusions().classes().entrySet().stream()
                        .map(one -> new AssessmentView.Choice(one.getKey(), page.t(one.getValue()), false))
                        .toList(),
                number);
    }

    ExclusionView of(Page page, Measures measures, Exclusion one) {
        Instant now = page.formats().now();
        ExclusionRules rules = rules(measures);
        Text kind = measures.exclusions().classes().get(one.kind());
        Period period = Period.parse(one.period(), measures, counting.zone()).orElse(null);
        List<String> open = Arrays.stream(Kind.values())
                .filter(act -> rules.may(one, act, page.reader(), now) instanceof ExclusionRules.Verdict.Allowed)
                .map(Kind::key)
                .toList();
        return new ExclusionView(
                one.id(),
                new MatterNumber(one.matter()).toString(),
                names.unit(page, one.unit()),
                names.path(one.unit()),
                period == null ? one.period() : page.t(period.title(measures)),
                kind == null ? one.kind() : page.t(kind),
                one.reason(),
                one.evidence(),
                page.t("assessment.exclusion.state."
                        + one.acts().getLast().kind().key()),
                one.inForce(now)
                        ? "result"
                        : one.state() == State.ASKED || one.state() == State.APPEALED ? "task" : "rest",
                one.inForce(now),
                one.period(),
                until(page, rules, one, now),
                one.acts().stream().map(act -> act(page, act)).toList(),
                open);
    }

    private static String until(Page page, ExclusionRules rules, Exclusion one, Instant now) {
        return switch (one.state()) {
            case DECIDED -> {
                Instant until = rules.appealUntil(one);
                yield page.t(
                        now.isAfter(until) ? "assessment.exclusion.appeal-over" : "assessment.exclusion.appeal-until",
                        until);
            }
            case APPEALED -> {
                Instant until = rules.decideUntil(one);
                yield page.t(
                        now.isAfter(until) ? "assessment.exclusion.decide-late" : "assessment.exclusion.decide-until",
                        until);
            }
            case ASKED, FINAL -> "";
        };
    }

    private ExclusionView.Act act(Page page, Exclusion.Act act) {
        return new ExclusionView.Act(
                page.t("assessment.exclusion.did." + act.kind().key()),
                names.unit(page, act.unit()),
                page.time(act.at()),
                act.note());
    }
}
