package org.huiyin.intake;

import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Repeated;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.QueryCode;
import org.huiyin.track.Refusals;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says each outcome as a program reads it. */
@Component
class ApiAnswers {

    private final Repeated repeated;
    private final MatterReading reading;
    private final Keyring keyring;

    ApiAnswers(Repeated repeated, MatterReading reading, Keyring keyring) {
        this.repeated = repeated;
        this.reading = reading;
        this.keyring = keyring;
    }

    /** The answer to a matter that was to begin: 201, with the query code; 200 when it had begun under this key before. */
    ResponseEntity<ReceiptJson> raised(Page page, StepRequest wish, Outcome outcome) {
        Receipt receipt = receipt(page, wish, outcome, false);
        String code = QueryCode.of(receipt.number().id(), keyring);
        return ResponseEntity.status(receipt.again() ? 200 : 201)
                .header("Location", "/api/v1/matters/" + receipt.number())
                .body(ReceiptJson.of(receipt, code));
    }

    /** The answer to a step on a matter. */
    ReceiptJson taken(Page page, StepRequest wish, Outcome outcome, boolean byHeader) {
        return ReceiptJson.of(receipt(page, wish, outcome, byHeader), null);
    }

    private Receipt receipt(Page page, StepRequest wish, Outcome outcome, boolean byHeader) {
        return switch (repeated.checked(wish, outcome)) {
            case Outcome.Done(var receipt) -> receipt;
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) ->
                throw new ProblemException(Problem.of("not-yours", 403).with("step", step));
            case Outcome.Stale(var expected, var current, var lastStep) ->
                throw new ProblemException(stale(expected, current, lastStep, byHeader ? 412 : 409)
                        .with("since", since(wish.actor(), current, expected)));
            case Outcome.Refused(var why) -> throw new ProblemException(Refusals.problem(page, why));
        };
    }

    private static Problem stale(int expected, Matter current, String lastStep, int status) {
        return Problem.of("stale", status)
                .with("expectedVersion", expected)
                .with("currentVersion", current.version())
                .with("currentState", current.state())
                .with("lastStep", lastStep);
    }

    /** What others did since the version the program saw, as far as it may know. */
    private List<MatterJson.StepJson> since(Actor actor, Matter current, int expected) {
        return reading.steps(actor, current).stream()
                .filter(step -> step.version() > expected)
                .toList();
    }
}
