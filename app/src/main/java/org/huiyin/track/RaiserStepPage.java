package org.huiyin.track;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.programme.Form;
import org.huiyin.programme.StepRule;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The raiser's own steps: rate, ask for it to be done again, withdraw, rate the delivery. Staff know the query codes of what they raised on
 * somebody's behalf, and may read with them; but what they enter must stand on record as theirs, so a step of the raiser it is not.
 */
@Controller
class RaiserStepPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Desk desk;
    private final MatterLookup lookup;
    private final Keyholders keyholders;
    private final TrackViews views;

    RaiserStepPage(Desk desk, MatterLookup lookup, Keyholders keyholders, TrackViews views) {
        this.desk = desk;
        this.lookup = lookup;
        this.keyholders = keyholders;
        this.views = views;
    }

    @PostMapping("/m/{number}/steps")
    ResponseEntity<JteModel> take(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String expected,
            @RequestParam(defaultValue = "") String key,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Matter matter = MatterPath.number(number)
                .flatMap(lookup::find)
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        Actor actor = keyholders.actor(page.reader(), matter, request);
        if (!lookup.raised(actor, matter)) {
            throw new ProblemException(Problem.of("code-first", 403));
        }
        if (page.reader().staff()) {
            throw new ProblemException(Problem.of("staff-not-raiser", 403));
        }
        Optional<StepRule> rule = lookup.programmeOf(matter).step(step);
        Filled filled = Filled.of(request);
        String usable =
                key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
        StepRequest wish = StepRequest.further(
                matter.number(),
                version(expected),
                step,
                actor,
                filled.raw(rule.map(StepRule::form).orElse(Form.NONE)),
                usable);
        return switch (desk.perform(wish)) {
            case Outcome.Done done -> {
                String said =
                        rule.map(r -> page.t("track.did", page.t(r.title()))).orElse("");
                Said.next(response, said);
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", MatterPath.of(matter.number()))
                        .build();
            }
            case Outcome.NoSuchMatter gone -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours foreign -> throw new ProblemException(Problem.of("not-yours", 403));
            case Outcome.Stale(var seen, var current, var last) ->
                again(page, current, actor, tried(step, filled, page.t("track.stale")), 409);
            case Outcome.Refused(Refusal.BadFields(var errors)) ->
                again(page, matter, actor, tried(step, filled.wrong(errors), null), 422);
            case Outcome.Refused(var why) -> refused(page, matter, actor, tried(step, filled, null), why);
        };
    }

    private ResponseEntity<JteModel> refused(
            Page page, Matter matter, Actor actor, TrackViews.Tried tried, Refusal why) {
        Problem problem = Refusals.problem(page, why);
        boolean stillOpen =
                lookup.open(matter, actor).stream().anyMatch(rule -> rule.name().equals(tried.step()));
        if (!stillOpen) {
            throw new ProblemException(problem);
        }
        String said = problem.why(page) + " " + problem.next(page);
        return again(
                page,
                matter,
                actor,
                new TrackViews.Tried(tried.step(), tried.key(), tried.filled(), said),
                problem.status());
    }

    private ResponseEntity<JteModel> again(Page page, Matter matter, Actor actor, TrackViews.Tried tried, int status) {
        TrackView view = views.of(page, matter, actor, Optional.of(tried));
        boolean besideForm =
                view.steps().stream().anyMatch(step -> step.rule().name().equals(tried.step()));
        return ResponseEntity.status(status)
                .body(templates.trackMatter(page, view, false, besideForm ? null : tried.refused()));
    }

    /** The form is another one now, so it gets another key. */
    private static TrackViews.Tried tried(
            String step, Filled filled, @org.jspecify.annotations.Nullable String refused) {
        return new TrackViews.Tried(step, UUID.randomUUID().toString(), filled, refused);
    }

    /** A version nobody was ever shown is no version; the Desk says what changed. */
    private static int version(String expected) {
        return expected.matches("[0-9]{1,6}") ? Integer.parseInt(expected) : 0;
    }
}
