package org.huiyin.intake;

import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.QueryCode;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Refusals;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says each outcome as a program reads it. */
@Component
class ApiAnswers {

    private final MatterLookup lookup;
    private final Keyring keyring;

    ApiAnswers(MatterLookup lookup, Keyring keyring) {
        this.lookup = lookup;
        this.keyring = keyring;
    }

    /** The answer to a matter that was to begin: 201, with the query code; 200 when it had begun under this key before. */
    ResponseEntity<ReceiptJson> raised(Page page, Outcome outcome) {
        Receipt receipt = receipt(page, outcome);
        String code = QueryCode.of(receipt.number().id(), keyring);
        return ResponseEntity.status(receipt.again() ? 200 : 201)
                .header("Location", "/api/v1/matters/" + receipt.number())
                .body(ReceiptJson.of(receipt, code));
    }

    /** The answer to a step on a matter. */
    ResponseEntity<ReceiptJson> taken(Page page, Outcome outcome) {
        return ResponseEntity.ok(ReceiptJson.of(receipt(page, outcome), null));
    }

    private static Receipt receipt(Page page, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var receipt) -> receipt;
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) ->
                throw new ProblemException(Problem.of("not-yours", 403).with("step", step));
            case Outcome.Stale(var expected, var current, var lastStep) ->
                throw new ProblemException(Problem.of("stale", 409)
                        .with("expectedVersion", expected)
                        .with("currentVersion", current.version())
                        .with("currentState", current.state())
                        .with("lastStep", lastStep));
            case Outcome.Refused(var why) -> throw new ProblemException(Refusals.problem(page, why));
        };
    }

    MatterJson shown(Page page, Matter matter) {
        Actor actor = page.reader();
        Programme programme = lookup.programmeOf(matter);
        boolean whole = actor.staff() && lookup.mayRead(actor, matter);
        Discretion staff = Discretion.of(lookup, actor, matter);
        Publication readable =
                Publication.of(programme, matter, lookup.raised(actor, matter) ? Eyes.RAISER : Eyes.EVERYBODY);
        return new MatterJson(
                matter.number().toString(),
                matter.programme(),
                matter.programmeVersion(),
                matter.version(),
                matter.state(),
                matter.list(),
                matter.round(),
                whole ? staff.text(matter.title()) : readable.title(matter),
                whole ? staff.place(matter.place()) : readable.place(matter.place()),
                matter.category(),
                matter.kind(),
                matter.urgency(),
                matter.lead(),
                matter.raisedAt(),
                matter.updatedAt(),
                matter.nextClock().map(clock -> clock.deadline().due()).orElse(null),
                matter.nextClock()
                        .filter(clock -> clock.deadline().provisional())
                        .map(clock -> true)
                        .orElse(null),
                lookup.open(matter, actor).stream().map(StepRule::name).toList(),
                lookup.history(matter.number()).stream()
                        .filter(step -> whole || readable.mayKnowOf(step))
                        .map(step -> whole
                                ? step(
                                        step,
                                        staff.hidesWho(step) ? 0 : step.by().unit(),
                                        staff.fields(programme, step))
                                : step(step, step.by().unit(), readable.fields(step)))
                        .toList());
    }

    private static MatterJson.StepJson step(Step step, int unit, Map<String, Object> fields) {
        return new MatterJson.StepJson(
                step.seq(), step.name(), unit, step.occurredAt(), step.recordedAt(), step.toState(), fields);
    }
}
