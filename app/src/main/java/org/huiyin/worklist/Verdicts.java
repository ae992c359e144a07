package org.huiyin.worklist;

import java.util.Locale;
import java.util.stream.Collectors;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Refusals;

/** Says to a colleague why a step was not taken. */
final class Verdicts {

    private Verdicts() {}

    /** Why not, in one sentence or two; the done step has a sentence of its own. */
    static String why(Page page, Programme programme, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var receipt) ->
                page.t(
                        "worklist.done",
                        programme
                                .step(receipt.step())
                                .map(rule -> page.t(rule.title()))
                                .orElse(receipt.step()));
            case Outcome.NoSuchMatter gone -> page.t("problem.no-such-matter.why");
            case Outcome.NotYours(var step) -> page.t("worklist.not-yours", title(page, programme, step));
            case Outcome.Stale(var expected, var current, var last) ->
                page.t("worklist.stale", page.t(programme.state(current.state()).title()));
            case Outcome.Refused(var refusal) -> why(page, programme, refusal);
        };
    }

    static String why(Page page, Programme programme, Refusal refusal) {
        return switch (refusal) {
            case Refusal.WrongState(var step, var state) ->
                page.t("worklist.wrong-state", page.t(programme.state(state).title()), title(page, programme, step));
            case Refusal.MergeTarget(var why) -> page.t("worklist.merge-target." + key(why));
            case Refusal.BadTime(var why) -> page.t("worklist.bad-time." + key(why));
            case Refusal.BadFields(var errors) ->
                errors.stream()
                        .map(error -> field(page, programme, error.field())
                                + page.t("frame.colon")
                                + Filled.said(page, error))
                        .collect(Collectors.joining(" "));
            case Refusal.WindowClosed closed -> page.t(closed.text());
            case Refusal.GuardFailed guard -> page.t(guard.text());
            case Refusal.UnknownStep unknown -> said(page, refusal);
            case Refusal.UnknownProgramme unknown -> said(page, refusal);
            case Refusal.EvidenceMissing missing -> said(page, refusal);
            case Refusal.KeyReused reused -> said(page, refusal);
        };
    }

    private static String said(Page page, Refusal refusal) {
        var problem = Refusals.problem(page, refusal);
        return problem.why(page) + " " + problem.next(page);
    }

    private static String title(Page page, Programme programme, String step) {
        return programme.step(step).map(StepRule::title).map(page::t).orElse(step);
    }

    private static String field(Page page, Programme programme, String name) {
        return programme.steps().values().stream()
                .flatMap(rule -> rule.form().field(name).stream())
                .findFirst()
                .map(field -> page.t(field.title()))
                .orElse(name);
    }

    private static String key(Enum<?> why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
