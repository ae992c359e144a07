package org.huiyin.track;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.matter.Refusal;
import org.huiyin.programme.FieldError;

/** What a resident or a program is told when the rules say no: a problem for each refusal, with a status that says the same to a program. */
public final class Refusals {

    private Refusals() {}

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
