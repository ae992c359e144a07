package org.huiyin.sample;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.sample.LookBackView.Sheet;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The look-back desk: closed matters the lot chose, what the unit said and showed, and whether it is true. */
@Controller
class LookBackPage {

    private static final int ROWS = 40;
    static final String HOLDS = "holds";
    static final String FAILS = "fails";

    private final StaticTemplates templates = new StaticTemplates();
    private final LookBacks lookBacks;
    private final LookBackViews views;
    private final FormFiles files;

    LookBackPage(LookBacks lookBacks, LookBackViews views, FormFiles files) {
        this.lookBacks = lookBacks;
        this.views = views;
        this.files = files;
    }

    @GetMapping("/desk/look-backs")
    JteModel list(@RequestParam(defaultValue = "") String after, Page page) {
        lookers(page);
        List<LookBacks.Waiting> found = lookBacks.waiting(page.reader(), After.read(after), ROWS + 1);
        List<LookBacks.Waiting> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.sampleLookbacks(
                page,
                lookBacks.progress(page.reader()),
                shown.stream().map(one -> views.row(page, one)).toList(),
                after.isEmpty() ? null : page.with("after", null),
                found.size() > ROWS
                        ? page.with(
                                "after",
                                After.of(
                                                shown.getLast().month(),
                                                shown.getLast().matter())
                                        .cursor())
                        : null);
    }

    @GetMapping("/desk/look-backs/{number}")
    JteModel show(@PathVariable String number, Page page) {
        lookers(page);
        Matter matter = views.matter(page, number);
        return shown(page, matter, drawn(page, matter), Filled.EMPTY, files.none(), null);
    }

    @PostMapping("/desk/look-backs/{number}/result")
    ResponseEntity<JteModel> write(
            @PathVariable String number, Page page, HttpServletRequest request, HttpServletResponse response) {
        lookers(page);
        Matter matter = views.matter(page, number);
        LookBacks.Drawn drawn = drawn(page, matter);
        Filled filled = Filled.of(request);
        HandedIn handedIn = files.take(page, request, response);
        String wrong = handedIn.error() != null ? handedIn.error() : wrong(page, filled);
        if (wrong != null) {
            return again(page, matter, drawn, filled, handedIn, wrong, 422);
        }
        String verdict = filled.value("verdict");
        boolean holds = verdict.equals(HOLDS);
        String expected = filled.value("expected");
        Outcome outcome = lookBacks.write(
                page.reader(),
                matter,
                drawn,
                new LookBacks.Found(
                        holds,
                        filled.raw(views.form(matter, holds)),
                        handedIn.ids(),
                        expected.matches("[0-9]{1,6}") ? Integer.parseInt(expected) : 0));
        return switch (outcome) {
            case Outcome.Done done -> {
                Said.next(response, page.t("sample.look-back.said." + verdict, matter.publicTitle()));
                yield on(page, drawn, matter);
            }
            case Outcome.NoSuchMatter gone -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours foreign -> throw new ProblemException(Problem.of("forbidden", 403));
            case Outcome.Stale stale ->
                again(page, stale.current(), drawn, filled, handedIn, page.t("sample.look-back.stale"), 409);
            case Outcome.Refused(Refusal.BadFields(var errors)) ->
                again(page, matter, drawn, filled.wrong(errors), handedIn, null, 422);
            case Outcome.Refused(var why) -> {
                Problem problem = Refusals.problem(page, why);
                yield again(page, matter, drawn, filled, handedIn, problem.why(page), problem.status());
            }
        };
    }

    /** The next one in the list, and the list itself after the last. */
    private ResponseEntity<JteModel> on(Page page, LookBacks.Drawn drawn, Matter matter) {
        String next = views.next(page, After.of(drawn.month(), matter.number()))
                .or(() -> views.next(page, After.START))
                .orElse("/desk/look-backs");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", next)
                .build();
    }

    static @Nullable String wrong(Page page, Filled filled) {
        String verdict = filled.value("verdict");
        if (!verdict.equals(HOLDS) && !verdict.equals(FAILS)) {
            return page.t("sample.look-back.wrong.verdict");
        }
        return filled.value("looked-at").isEmpty() ? page.t("sample.look-back.wrong.looked-at") : null;
    }

    static void lookers(Page page) {
        if (!LookBacks.looks(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    LookBacks.Drawn drawn(Page page, Matter matter) {
        LookBacks.Drawn drawn =
                lookBacks.drawn(matter.number()).orElseThrow(() -> new ProblemException(Problem.of("not-drawn", 404)));
        if (!lookBacks.mayLook(page.reader(), drawn.unit())) {
            throw new ProblemException(Problem.of("own-look-back", 403));
        }
        return drawn;
    }

    private ResponseEntity<JteModel> again(
            Page page,
            Matter matter,
            LookBacks.Drawn drawn,
            Filled filled,
            HandedIn handedIn,
            @Nullable String error,
            int status) {
        return ResponseEntity.status(status).body(shown(page, matter, drawn, filled, handedIn, error));
    }

    private JteModel shown(
            Page page, Matter matter, LookBacks.Drawn drawn, Filled filled, HandedIn handedIn, @Nullable String error) {
        Sheet sheet =
                new Sheet(views.form(matter, true), filled, handedIn, matter.version(), filled.value("verdict"), error);
        Optional<String> next = views.next(page, After.of(drawn.month(), matter.number()));
        return templates.sampleLookback(
                page,
                views.of(page, matter, drawn, sheet, next.orElse(null)),
                lookBacks.progress(page.reader()).stream()
                        .filter(one -> one.month().equals(drawn.month()))
                        .toList());
    }
}
