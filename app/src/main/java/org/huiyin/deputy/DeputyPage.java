package org.huiyin.deputy;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.IdempotencyKey;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Form;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.huiyin.register.Entry;
import org.huiyin.track.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A deputy's own page on the phone: the group's next activity, one's suggestions, a new one. What is asked of them is done on the matter's page. */
@Controller
class DeputyPage {

    private static final String STEP = "suggest";
    /** Known of whoever is signed in, or given by the office. */
    private static final Set<String> NOT_ASKED = Set.of("deputy", "deputy-name", "reference", "confidential");

    private final StaticTemplates templates = new StaticTemplates();
    private final Deputies deputies;
    private final OwnViews views;
    private final Programmes programmes;
    private final Desk desk;
    private final Organisation organisation;

    DeputyPage(Deputies deputies, OwnViews views, Programmes programmes, Desk desk, Organisation organisation) {
        this.deputies = deputies;
        this.views = views;
        this.programmes = programmes;
        this.desk = desk;
        this.organisation = organisation;
    }

    @GetMapping("/deputy")
    JteModel own(Page page) {
        return templates.deputyOwn(page, views.of(page, deputy(page)));
    }

    @GetMapping("/deputy/suggestions/new")
    JteModel begin(Page page) {
        Entry deputy = deputy(page);
        Filled filled = Filled.with(Map.of("key", UUID.randomUUID(), "place", deputy.place(), "at-session", "between"));
        return form(page, filled);
    }

    @PostMapping("/deputy/suggestions")
    ResponseEntity<JteModel> suggest(Page page, HttpServletRequest request) {
        Entry deputy = deputy(page);
        Filled filled = Filled.of(request);
        Map<String, Object> raw = filled.raw(asked(page));
        raw.put("deputy", "RD-" + deputy.number());
        raw.put("deputy-name", deputy.name());
        String key = filled.value("key");
        String usable =
                key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
        Outcome outcome = desk.perform(StepRequest.begin(
                Deputies.PROGRAMME,
                STEP,
                page.reader(),
                raw,
                java.util.List.of(),
                IdempotencyKey.ofForm(usable, STEP, raw)));
        return switch (outcome) {
            case Outcome.Done(var receipt) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/m/" + receipt.number())
                        .build();
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) -> throw new ProblemException(Problem.of("not-yours", 403));
            case Outcome.Stale stale -> throw new ProblemException(Problem.of("stale", 409));
            case Outcome.Refused(Refusal.BadFields(var errors)) ->
                ResponseEntity.status(422).body(form(page, filled.wrong(errors)));
            case Outcome.Refused(var why) -> throw new ProblemException(Refusals.problem(page, why));
        };
    }

    private Entry deputy(Page page) {
        return deputies.of(page.reader())
                .orElseThrow(() -> new ProblemException(
                        page.reader().signedIn() ? Problem.of("no-deputy", 403) : Problem.of("sign-in-first", 401)));
    }

    private JteModel form(Page page, Filled filled) {
        return templates.deputySuggest(page, asked(page), filled, Options.of(organisation, page.locale()));
    }

    private Form asked(Page page) {
        StepRule step = programmes
                .inForce(Deputies.PROGRAMME, page.formats().today())
                .map(programme -> programme.steps().get(STEP))
                .orElseThrow(() -> new IllegalStateException("There is no programme " + Deputies.PROGRAMME));
        return new Form(step.form().fields().stream()
                .filter(field -> !NOT_ASKED.contains(field.name()))
                .toList());
    }
}
