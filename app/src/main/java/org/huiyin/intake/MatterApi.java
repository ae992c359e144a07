package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.evidence.Holders;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.Intake.Beginning;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Matters and their steps for programs. The same Desk and the same forms as the pages; a refusal is problem+json. */
@RestController
@RequestMapping("/api/v1/matters")
class MatterApi {

    private final Intake intake;
    private final Desk desk;
    private final MatterLookup lookup;
    private final Attachments attachments;
    private final ApiAnswers answers;

    MatterApi(Intake intake, Desk desk, MatterLookup lookup, Attachments attachments, ApiAnswers answers) {
        this.intake = intake;
        this.desk = desk;
        this.lookup = lookup;
        this.attachments = attachments;
        this.answers = answers;
    }

    /** Begins a matter. */
    @PostMapping
    ResponseEntity<?> raise(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = Asked.of(request);
        String named = asked.programme() == null ? "" : asked.programme();
        Beginning beginning = intake.beginning(named)
                .orElseThrow(() -> new ProblemException(Problem.of("unknown-programme", 422, shortened(named))));
        StepRequest wish = StepRequest.begin(
                beginning.programme().name(),
                asked.step() == null ? beginning.step().name() : asked.step(),
                page.reader(),
                fields(beginning, page.reader(), asked),
                evidence(page, asked, request, response),
                IdempotencyKey.of(request, page.reader(), asked));
        return answers.raised(page, desk.perform(wish));
    }

    /** How a matter came in is said by whoever takes it in; a resident's own came by the web, whatever they say. */
    private static Map<String, Object> fields(Beginning beginning, Actor actor, Asked asked) {
        Map<String, Object> fields = new HashMap<>(asked.given());
        if (!Intake.onBehalf(actor)) {
            beginning.channel().ifPresent(channel -> fields.put(channel.name(), "web"));
        }
        return fields;
    }

    /** A matter as far as the caller may see it: staff and its raiser all of it, everybody else the public part. */
    @GetMapping("/{number}")
    MatterJson show(@PathVariable String number, Page page) {
        return lookup.find(number(number))
                .filter(matter -> !matter.confidential() || lookup.mayRead(page.reader(), matter))
                .map(matter -> answers.shown(page, matter))
                .orElseThrow(MatterApi::none);
    }

    /** Takes a matter further. */
    @PostMapping("/{number}/steps")
    ResponseEntity<?> take(
            @PathVariable String number, Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Asked asked = Asked.of(request);
        MatterNumber matter = number(number);
        Actor actor = page.reader();
        StepRequest wish = StepRequest.further(
                        matter,
                        asked.version(StepRequest.ANY),
                        asked.step() == null ? "" : asked.step(),
                        actor,
                        asked.given(),
                        IdempotencyKey.of(request, actor, asked))
                .withEvidence(evidence(page, asked, request, response));
        Outcome outcome = desk.perform(wish);
        if (!(outcome instanceof Outcome.Done) && hidden(matter, actor)) {
            throw none();
        }
        return answers.taken(page, outcome);
    }

    /** To somebody who may not see a confidential matter, it does not exist, whatever is asked of it. */
    private boolean hidden(MatterNumber number, Actor actor) {
        return lookup.find(number)
                .map((Matter matter) -> matter.confidential() && !lookup.mayRead(actor, matter))
                .orElse(true);
    }

    private List<String> evidence(Page page, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked.files().isEmpty()) {
            return List.of();
        }
        Holder holder = Holders.of(page.reader(), request, response);
        return switch (attachments.take(holder, asked.files(), List.of())) {
            case Held.Kept kept -> kept.ids();
            case Held.Refused(var why) -> throw new ProblemException(why.problem());
        };
    }

    private static MatterNumber number(String typed) {
        try {
            return MatterNumber.parse(typed.length() > 40 ? "" : typed);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("no-such-matter", 404));
    }

    private static String shortened(String given) {
        return given.length() > 60 ? given.substring(0, 60) : given;
    }
}
