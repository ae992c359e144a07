package org.huiyin.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.IdempotencyKey;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Repeated;
import org.huiyin.matter.StepRequest;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Many steps in one request, each with its own outcome: what the rules forbid for one does not hold up the others. */
@RestController
@Scoped(Scope.MATTERS_STEP)
class BulkApi {

    private static final int MOST = 200;

    private final Desk desk;
    private final Repeated repeated;
    private final MatterLookup lookup;

    BulkApi(Desk desk, Repeated repeated, MatterLookup lookup) {
        this.desk = desk;
        this.repeated = repeated;
        this.lookup = lookup;
    }

    /** The steps to be taken. */
    record Wanted(List<One> steps) {

        /**
         * A step on a matter.
         *
         * @param expectedVersion the version the program saw; null when it does not mind
         */
        record One(
                String number,
                String step,
                @Nullable Integer expectedVersion,
                @Nullable Map<String, Object> fields) {}
    }

    /**
     * What came of a step.
     *
     * @param version the matter's after the step; null when it was not taken
     * @param problem why it was not taken, as the last part of the problem's type; null when it was
     * @param detail the same in words
     */
    record Came(
            String number,
            boolean done,
            @Nullable Integer version,
            @Nullable String state,
            @Nullable String problem,
            @Nullable String detail) {}

    @PostMapping("/api/v1/steps")
    Items<Came> take(
            @Body Wanted wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        if (wanted.steps().isEmpty() || wanted.steps().size() > MOST) {
            throw new ProblemException(Problem.of(wanted.steps().isEmpty() ? "no-rows" : "too-many-rows", 422, MOST));
        }
        String own = IdempotencyKey.of(request, page.reader(), "", Map.of());
        List<Optional<MatterNumber>> numbers =
                wanted.steps().stream().map(one -> readable(page, one.number())).toList();
        List<StepRequest> requests = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Wanted.One one = wanted.steps().get(i);
            String keyed = own + "/" + i;
            numbers.get(i).ifPresent(number -> requests.add(wish(page, number, one, keyed)));
        }
        List<Outcome> taken = desk.performAll(requests);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(repeated.checked(requests.get(i), taken.get(i)));
        }
        List<Came> came = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Outcome outcome = numbers.get(i).isPresent() ? outcomes.removeFirst() : new Outcome.NoSuchMatter(0);
            came.add(came(page, wanted.steps().get(i).number(), outcome));
        }
        return Items.all(came);
    }

    private Optional<MatterNumber> readable(Page page, String number) {
        return Numbers.read(number)
                .filter(read -> lookup.find(read)
                        .filter(matter -> lookup.mayRead(page.reader(), matter))
                        .isPresent());
    }

    private static StepRequest wish(Page page, MatterNumber number, Wanted.One one, String key) {
        Integer expected = one.expectedVersion();
        Map<String, Object> fields = one.fields();
        return StepRequest.further(
                number,
                expected == null ? StepRequest.ANY : Math.max(0, expected),
                one.step(),
                page.reader(),
                fields == null ? Map.of() : fields,
                key);
    }

    private static Came came(Page page, String number, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var receipt) -> new Came(number, true, receipt.version(), receipt.state(), null, null);
            case Outcome.NoSuchMatter none -> not(page, number, Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) -> not(page, number, Problem.of("not-yours", 403));
            case Outcome.Stale(var expected, var current, var last) ->
                new Came(
                        number,
                        false,
                        current.version(),
                        current.state(),
                        "stale",
                        Problem.of("stale", 409).why(page));
            case Outcome.Refused(var why) -> not(page, number, Refusals.problem(page, why));
        };
    }

    private static Came not(Page page, String number, Problem problem) {
        String shown = number.length() > 40 ? number.substring(0, 40) : number;
        return new Came(shown, false, null, null, problem.slug(), problem.why(page));
    }
}
