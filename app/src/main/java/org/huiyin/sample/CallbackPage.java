package org.huiyin.sample;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The callback desk: who is to be called, the questions to ask, and every attempt. */
@Controller
class CallbackPage {

    private static final int ROWS = 40;
    private static final int LONGEST_NOTE = 500;
    private static final Set<String> OUTCOMES = Set.of("reached", "not-reached", "refused");

    private final StaticTemplates templates = new StaticTemplates();
    private final Callbacks callbacks;
    private final MatterLookup lookup;
    private final Organisation organisation;

    CallbackPage(Callbacks callbacks, MatterLookup lookup, Organisation organisation) {
        this.callbacks = callbacks;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    @GetMapping("/desk/callbacks")
    JteModel list(@RequestParam(defaultValue = "") String after, Page page) {
        callers(page);
        List<Callbacks.Waiting> found = callbacks.waiting(page.reader(), After.read(after), ROWS + 1);
        List<Callbacks.Waiting> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.sampleCallbacks(
                page,
                callbacks.progress(page.reader()),
                shown.stream().map(one -> row(page, one)).toList(),
                after.isEmpty() ? null : page.with("after", null),
                found.size() > ROWS ? page.with("after", place(shown.getLast()).cursor()) : null);
    }

    @GetMapping("/desk/callbacks/{number}")
    JteModel show(@PathVariable String number, Page page) {
        callers(page);
        Matter matter = matter(page, number);
        return templates.sampleCallback(page, view(page, matter, drawn(page, matter), CallView.Typed.NOTHING, null));
    }

    @PostMapping("/desk/callbacks/{number}/attempts")
    ResponseEntity<JteModel> write(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String contacted,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String satisfied,
            @RequestParam(defaultValue = "") String note,
            Page page,
            HttpServletResponse response) {
        callers(page);
        Matter matter = matter(page, number);
        Callbacks.Drawn drawn = drawn(page, matter);
        CallView.Typed typed = new CallView.Typed(outcome, contacted, solved, satisfied, note.strip());
        String wrong = wrong(typed);
        if (wrong != null) {
            return ResponseEntity.status(422)
                    .body(templates.sampleCallback(
                            page, view(page, matter, drawn, typed, page.t("sample.wrong." + wrong))));
        }
        Callbacks.Written written = callbacks.write(
                page.reader(), matter, drawn, new Callbacks.Call(outcome, contacted, solved, satisfied, typed.note()));
        Said.next(
                response,
                switch (written) {
                    case RATED -> page.t("sample.said.rated");
                    case KEPT -> page.t("sample.said.kept");
                    case CONCLUDED -> page.t("sample.said.concluded");
                });
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        "Location",
                        next(page, After.of(drawn.month(), matter.number()))
                                .or(() -> next(page, After.START))
                                .orElse("/desk/callbacks"))
                .build();
    }

    /** What is wrong with a form; null when nothing is. */
    static @Nullable String wrong(CallView.Typed typed) {
        if (!OUTCOMES.contains(typed.outcome())) {
            return "outcome";
        }
        boolean answers = Set.of("yes", "no").contains(typed.contacted())
                && Set.of("yes", "partly", "no").contains(typed.solved())
                && Set.of("satisfied", "basically", "not").contains(typed.satisfied());
        if (typed.outcome().equals("reached") && !answers) {
            return "answers";
        }
        int length = typed.note().codePointCount(0, typed.note().length());
        return length > LONGEST_NOTE || (typed.outcome().equals("reached") && length < 2) ? "note" : null;
    }

    static void callers(Page page) {
        if (!Callbacks.calls(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    Matter matter(Page page, String number) {
        try {
            return lookup.find(MatterNumber.parse(number))
                    .filter(found -> lookup.mayRead(page.reader(), found))
                    .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of("no-such-matter", 404));
        }
    }

    Callbacks.Drawn drawn(Page page, Matter matter) {
        Callbacks.Drawn drawn =
                callbacks.drawn(matter.number()).orElseThrow(() -> new ProblemException(Problem.of("not-drawn", 404)));
        if (!callbacks.mayCall(page.reader(), drawn.unit())) {
            throw new ProblemException(Problem.of("own-callback", 403));
        }
        return drawn;
    }

    /** Where the first one after that place is called. */
    private Optional<String> next(Page page, After after) {
        return callbacks.waiting(page.reader(), after, 1).stream()
                .findFirst()
                .map(one -> "/desk/callbacks/" + one.matter());
    }

    static After place(Callbacks.Waiting one) {
        return After.of(one.month(), one.matter());
    }

    private CallView view(
            Page page, Matter matter, Callbacks.Drawn drawn, CallView.Typed typed, @Nullable String error) {
        List<Callbacks.Attempt> attempts = callbacks.attempts(matter.number(), drawn.month());
        return new CallView(
                matter.number().toString(),
                matter.publicTitle(),
                drawn.month().toString(),
                organisation.units().name(drawn.unit(), page.locale()),
                attempts.stream().anyMatch(Callbacks.Attempt::concludes),
                attempts.stream().map(one -> line(page, one)).toList(),
                typed,
                error,
                next(page, After.of(drawn.month(), matter.number())).orElse(null));
    }

    private CallView.Line line(Page page, Callbacks.Attempt one) {
        String said = one.outcome().equals("reached")
                ? String.join(
                        " · ",
                        page.t("sample.contacted." + one.contacted()),
                        page.t("sample.solved." + one.solved()),
                        page.t("sample.satisfied." + one.satisfied()))
                : "";
        return new CallView.Line(
                one.at(),
                organisation.units().name(one.unit(), page.locale()) + " " + (one.by() == null ? "" : one.by()),
                page.t("sample.outcome." + one.outcome()),
                said,
                one.note());
    }

    private CallView.Row row(Page page, Callbacks.Waiting one) {
        return new CallView.Row(
                one.matter().toString(),
                one.title(),
                one.month().toString(),
                organisation.units().name(one.unit(), page.locale()),
                one.attempts());
    }
}
