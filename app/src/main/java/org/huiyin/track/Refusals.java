package org.huiyin.track;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Refusal;
import org.huiyin.programme.FieldError;

/** What a resident or a program is told when the rules say no: a problem for each refusal, with a status that says the same to a program. */
public final class Refusals {

    private Refusals() {}

    /** The receipt of a step that was taken; whatever else came of it ends the request with its problem. */
    public static Receipt taken(Page page, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var receipt) -> receipt;
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) ->
                throw new ProblemException(Problem.of("not-yours", 403).with("step", step));
            case Outcome.Stale(var expected, var current, var last) ->
                throw new ProblemException(Problem.of("stale", 409)
                        .with("expectedVersion", expected)
                        .with("currentVersion", current.version())
                        .with("currentState", current.state())
                        .with("lastStep", last));
            case Outcome.Refused(var why) -> throw new ProblemException(problem(page, why));
        };
    }

    /** The refusal as a problem; what the programme says in its own words is kept. */
    public static Problem problem(Page page, Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownStep(var step) -> Problem.of(refusal.slug(), 422, shortened(step));
            case Refusal.UnknownProgramme(var programme) -> Problem.of(refusal.slug(), 422, shortened(programme));
            case Refusal.WrongState(var step, var state) ->
                Problem.of(refusal.slug(), 409).with("state", state);
            case Refusal.WindowClosed(var text) ->
                Problem.of(refusal.slug(), 409).because(page.t(text));
            case Refusal.GuardFailed(var slug, var text) ->
                Problem.of(slug, 409).because(page.t(text));
            case Refusal.BadFields(var errors) ->
                Problem.of(refusal.slug(), 422, errors.size()).with("errors", told(page, errors));
            case Refusal.EvidenceMissing(var needed) -> Problem.of(refusal.slug(), 422, needed);
            case Refusal.MergeTarget(var why) -> Problem.of(refusal.slug(), 422).with("reason", key(why));
            case Refusal.BadTime(var why) -> Problem.of(refusal.slug(), 422).with("reason", key(why));
            case Refusal.KeyReused(var step) -> Problem.of(refusal.slug(), 409, step);
        };
    }

    private static List<Map<String, String>> told(Page page, List<FieldError> errors) {
        return errors.stream()
                .map(error -> Map.of("field", error.field(), "slug", error.slug(), "message", Filled.said(page, error)))
                .toList();
    }

    private static String key(Enum<?> why) {
        return why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String given) {
        return given.length() > 60 ? given.substring(0, 60) + "…" : given;
    }
}
