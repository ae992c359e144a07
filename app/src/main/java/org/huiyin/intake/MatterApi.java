package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.evidence.Holders;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.Intake.Beginning;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Matters and their steps for programs. The same Desk and the same forms as the pages; a refusal is problem+json. */
@RestController
@RequestMapping("/api/v1/matters")
class MatterApi {

    private final Intake intake;
    private final Desk desk;
    private final ApiMatters matters;
    private final MatterReading reading;
    private final Attachments attachments;
    private final ApiAnswers answers;

    MatterApi(
            Intake intake,
            Desk desk,
            ApiMatters matters,
            MatterReading reading,
            Attachments attachments,
            ApiAnswers answers) {
        this.intake = intake;
        this.desk = desk;
        this.matters = matters;
        this.reading = reading;
        this.attachments = attachments;
        this.answers = answers;
    }

    /** Begins a matter. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.MATTERS_RAISE)
    ResponseEntity<ReceiptJson> raise(
            @Body Asked asked,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        String named = asked.programme() == null ? "" : asked.programme();
        Beginning beginning = intake.beginning(named, page.reader())
                .orElseThrow(() -> new ProblemException(Problem.of("unknown-programme", 422, shortened(named))));
        StepRequest wish = StepRequest.begin(
                beginning.programme().name(),
                asked.step() == null ? beginning.step().name() : asked.step(),
                page.reader(),
                fields(beginning, page.reader(), asked),
                evidence(page, asked, request, response),
                IdempotencyKey.of(request, page.reader(), asked.step(), asked.given()));
        return answers.raised(page, wish, desk.perform(wish));
    }

    /** How a matter came in is said by whoever takes it in; a resident's own came by the web, whatever they say. */
    private static Map<String, Object> fields(Beginning beginning, Actor actor, Asked asked) {
        Map<String, Object> fields = new HashMap<>(asked.given());
        if (!Intake.onBehalf(actor)) {
            beginning.channel().ifPresent(channel -> fields.put(channel.name(), "web"));
        }
        return fields;
    }

    @GetMapping("/{number}")
    @Scoped(Scope.MATTERS_READ)
    ResponseEntity<MatterJson> show(@PathVariable String number, Page page, ServletWebRequest web) {
        ApiMatters.Seen seen = matters.seen(page, number, web.getRequest());
        MatterJson shown = reading.shown(seen.actor(), seen.matter());
        String tag = SeenVersion.tag(shown);
        if (tag.equals(web.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok().eTag(tag).body(shown);
    }

    @GetMapping("/{number}/steps")
    @Scoped(Scope.MATTERS_READ)
    Items<MatterJson.StepJson> steps(@PathVariable String number, Page page, HttpServletRequest request) {
        ApiMatters.Seen seen = matters.seen(page, number, request);
        return Items.all(reading.steps(seen.actor(), seen.matter()));
    }

    @GetMapping("/{number}/open-steps")
    @Scoped(Scope.MATTERS_READ)
    Items<MatterJson.OpenStep> openSteps(@PathVariable String number, Page page, HttpServletRequest request) {
        ApiMatters.Seen seen = matters.seen(page, number, request);
        return Items.all(reading.open(page, seen.actor(), seen.matter()));
    }

    @GetMapping("/{number}/evidence")
    @Scoped(Scope.MATTERS_READ)
    Items<MatterJson.FileJson> evidence(@PathVariable String number, Page page, HttpServletRequest request) {
        ApiMatters.Seen seen = matters.seen(page, number, request);
        return Items.all(reading.files(seen.actor(), seen.matter()));
    }

    /** Takes a matter further. */
    @PostMapping("/{number}/steps")
    @Scoped(Scope.MATTERS_STEP)
    ReceiptJson take(
            @PathVariable String number,
            @Body Asked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        ApiMatters.Seen seen = matters.seen(page, number, request);
        SeenVersion version = SeenVersion.of(ifMatch, asked.expectedVersion());
        String step = asked.step() == null ? "" : asked.step();
        StepRequest wish = StepRequest.further(
                        seen.matter().number(),
                        version.version(),
                        step,
                        seen.actor(),
                        asked.given(),
                        IdempotencyKey.of(request, seen.actor(), step, asked.given()))
                .withEvidence(evidence(page, asked, request, response));
        return answers.taken(page, wish, desk.perform(wish), version.byHeader());
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

    private static String shortened(String given) {
        return given.length() > 60 ? given.substring(0, 60) : given;
    }
}
