package org.huiyin.intake;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.intake.Intake.Beginning;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Form;
import org.huiyin.track.Keyholders;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form by which anybody raises a matter, and staff on behalf of somebody. */
@Controller
class RaisePage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Intake intake;
    private final Desk desk;
    private final FormFiles photos;
    private final Organisation organisation;
    private final Keyholders keyholders;
    private final Joining joining;

    RaisePage(
            Intake intake,
            Desk desk,
            FormFiles photos,
            Organisation organisation,
            Keyholders keyholders,
            Joining joining) {
        this.intake = intake;
        this.desk = desk;
        this.photos = photos;
        this.organisation = organisation;
        this.keyholders = keyholders;
        this.joining = joining;
    }

    /** What came in with one press of a button. */
    private record Sent(Beginning beginning, Form form, Filled filled, String key, HandedIn photos) {}

    @GetMapping("/raise")
    JteModel ask(@RequestParam(defaultValue = "") String programme, Page page) {
        Beginning beginning = beginning(programme, page);
        Filled filled = beginning.channel().isPresent()
                ? Filled.with(Map.of("channel", Intake.usualChannel(page.reader())))
                : Filled.EMPTY;
        return form(
                page,
                new Sent(
                        beginning,
                        beginning.form(page.reader()),
                        filled,
                        UUID.randomUUID().toString(),
                        photos.none()),
                null);
    }

    /** Takes the form: to hand it in, to show what the public will see, or to go back and change it. */
    @PostMapping("/raise")
    ResponseEntity<JteModel> take(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "hand-in") String press,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Beginning beginning = beginning(programme, page);
        Filled filled = Filled.of(request);
        String usable =
                key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
        HandedIn taken = photos.take(page, request, response);
        Sent sent = new Sent(beginning, beginning.form(page.reader()), filled, usable, taken);
        if (press.equals("change")) {
            return ResponseEntity.ok(form(page, sent, null));
        }
        if (taken.error() != null || press.equals("preview")) {
            return look(page, sent);
        }
        return handIn(page, sent, request, response);
    }

    private ResponseEntity<JteModel> look(Page page, Sent sent) {
        Form.Checked checked = sent.form().check(sent.filled().raw(sent.form()), false, intake.today());
        Sent told = new Sent(
                sent.beginning(), sent.form(), sent.filled().wrong(checked.errors()), sent.key(), sent.photos());
        if (sent.photos().error() != null || !checked.errors().isEmpty()) {
            return ResponseEntity.status(422).body(form(page, told, null));
        }
        Preview preview = Preview.of(
                page,
                sent.beginning().programme(),
                sent.form(),
                checked,
                organisation.places(),
                sent.photos().kept().size());
        return ResponseEntity.ok(templates.intakePreview(page, shown(page, sent, null), preview));
    }

    private ResponseEntity<JteModel> handIn(
            Page page, Sent sent, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> raw = sent.filled().raw(sent.form());
        if (!Intake.onBehalf(page.reader())) {
            sent.beginning().channel().ifPresent(channel -> raw.put(channel.name(), "web"));
        }
        StepRequest wish = StepRequest.begin(
                sent.beginning().programme().name(),
                sent.beginning().step().name(),
                page.reader(),
                raw,
                sent.photos().ids(),
                IdempotencyKey.ofForm(sent.key(), sent.beginning().step().name(), raw));
        return switch (desk.perform(wish)) {
            case Outcome.Done(var receipt) -> {
                joining.join(page, receipt, sent.filled().value("same-as"))
                        .ifPresent(said -> Said.next(response, said));
                keyholders.showReceipt(receipt.number(), request, response);
                if (!Intake.onBehalf(page.reader())) {
                    keyholders.hold(receipt.number(), request, response);
                }
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/m/" + receipt.number() + "/receipt")
                        .build();
            }
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours(var step) -> throw new ProblemException(Problem.of("not-yours", 403));
            case Outcome.Stale stale -> throw new ProblemException(Problem.of("stale", 409));
            case Outcome.Refused(Refusal.BadFields(var errors)) ->
                ResponseEntity.status(422)
                        .body(form(page, wrong(sent, sent.filled().wrong(errors)), null));
            case Outcome.Refused(var why) -> {
                Problem problem = Refusals.problem(page, why);
                yield ResponseEntity.status(problem.status())
                        .body(form(page, sent, problem.why(page) + " " + problem.next(page)));
            }
        };
    }

    private static Sent wrong(Sent sent, Filled filled) {
        return new Sent(sent.beginning(), sent.form(), filled, sent.key(), sent.photos());
    }

    private JteModel form(Page page, Sent sent, @Nullable String refused) {
        return templates.intakeRaise(page, shown(page, sent, refused), intake.beginnings(page.reader()));
    }

    private RaiseForm shown(Page page, Sent sent, @Nullable String refused) {
        return new RaiseForm(
                sent.beginning(),
                sent.key(),
                sent.form(),
                sent.filled(),
                Options.of(organisation, page.locale()),
                sent.photos(),
                refused,
                Intake.onBehalf(page.reader()));
    }

    private Beginning beginning(String programme, Page page) {
        return intake.beginning(programme, page.reader())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "unknown-programme", 404, programme.length() > 60 ? programme.substring(0, 60) : programme)));
    }
}
