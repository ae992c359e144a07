package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.ExclusionRules.Verdict;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Matters left out of figures: asked for, decided, appealed against, decided by others. */
@Controller
class ExclusionPage {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;
    private static final int LONGEST_NUMBER = 20;

    private final StaticTemplates templates = new StaticTemplates();
    private final PeriodChoices periods;
    private final Exclusions exclusions;
    private final ExclusionViews views;
    private final MatterLookup lookup;
    private final Counting counting;

    ExclusionPage(
            PeriodChoices periods,
            Exclusions exclusions,
            ExclusionViews views,
            MatterLookup lookup,
            Counting counting) {
        this.periods = periods;
        this.exclusions = exclusions;
        this.views = views;
        this.lookup = lookup;
        this.counting = counting;
    }

    @GetMapping("/desk/exclusions")
    JteModel list(@RequestParam Map<String, String> asked, Page page) {
        Asked whole = Asked.of(asked).whole();
        String unit = asked.getOrDefault("unit", "");
        Selection selection = unit.isEmpty()
                ? periods.read(page, whole)
                : periods.read(page, new Asked(whole.programme(), whole.period(), By.ALL_UNITS.name(), unit));
        boolean only = asked.getOrDefault("only", "").equals("left-out");
        String number = asked.getOrDefault("number", "");
        return templates.assessmentExclusions(
                page,
                views.list(
                        page,
                        selection,
                        periods.of(page, selection),
                        only,
                        number.length() > LONGEST_NUMBER ? "" : number));
    }

    @GetMapping("/desk/exclusions/{id}")
    JteModel one(@PathVariable long id, Page page) {
        Exclusion exclusion = find(id);
        return templates.assessmentExclusion(page, views.of(page, measures(exclusion), exclusion));
    }

    @PostMapping("/desk/exclusions")
    ResponseEntity<Void> ask(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            Page page,
            HttpServletResponse response) {
        Selection selection = periods.read(page, Asked.of(asked).whole());
        long id = ask(page, selection, new Request(number, kind, reason, evidence));
        Said.next(response, page.t("assessment.exclusion.asked"));
        return to("/desk/exclusions/" + id);
    }

    /** What is asked for. */
    record Request(String number, String kind, String reason, String evidence) {}

    /** Files a request and returns its id; a refusal ends the request. */
    long ask(Page page, Selection selection, Request asked) {
        Matter matter = matter(page, selection, asked.number());
        Integer lead = matter.lead();
        if (lead == null || !selection.measures().exclusions().classes().containsKey(asked.kind())) {
            throw new ProblemException(Problem.of("exclusion-incomplete", 422));
        }
        allowed(page, ExclusionRules.ask(page.reader(), lead));
        Instant now = page.formats().now();
        Exclusion.Grounds grounds = new Exclusion.Grounds(asked.kind(), text(asked.reason()), text(asked.evidence()));
        Exclusion wanted = Exclusion.asked(matter, lead, selection.period(), grounds, page.reader(), now);
        return exclusions.ask(wanted).orElseThrow(() -> new ProblemException(Problem.of("excluded-already", 409)));
    }

    @PostMapping("/desk/exclusions/{id}/acts")
    ResponseEntity<Void> act(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String note,
            Page page,
            HttpServletResponse response) {
        Kind did = act(page, id, act, note);
        Said.next(response, page.t("assessment.exclusion.did." + did.key()));
        return to("/desk/exclusions/" + id);
    }

    /** Does something about a request; a refusal ends the request. */
    Kind act(Page page, long id, String act, String note) {
        Exclusion exclusion = find(id);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(act))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("exclusion-incomplete", 422)));
        Instant now = page.formats().now();
        allowed(page, views.rules(measures(exclusion)).may(exclusion, kind, page.reader(), now));
        if (!exclusions.act(exclusion, kind, page.reader(), text(note), now)) {
            throw new ProblemException(Problem.of("exclusion-moved-on", 409));
        }
        return kind;
    }

    private static void allowed(Page page, Verdict verdict) {
        Optional<Problem> problem = switch (verdict) {
            case Verdict.Allowed allowed -> Optional.empty();
            case Verdict.NotASupervisor no -> Optional.of(Problem.of("supervisors-only", 403));
            case Verdict.NotTheUnit no -> Optional.of(Problem.of("unit-heads-only", 403));
            case Verdict.OwnRequest no -> Optional.of(Problem.of("own-request", 403));
            case Verdict.SameDecider no -> Optional.of(Problem.of("same-decider", 403));
            case Verdict.TooLate(Instant until) -> Optional.of(Problem.of("appeal-too-late", 409, until));
            case Verdict.NotNow(Exclusion.State state) -> Optional.of(Problem.of("exclusion-moved-on", 409));
        };
        problem.ifPresent(one -> {
            throw new ProblemException(one);
        });
    }

    Measures measures(Exclusion exclusion) {
        return counting.inForce(exclusion.programme(), exclusion.until().minusSeconds(1))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    Exclusion find(long id) {
        return exclusions.find(id).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    private Matter matter(Page page, Selection selection, String number) {
        try {
            return lookup.find(MatterNumber.parse(number.strip()))
                    .filter(one -> lookup.mayRead(page.reader(), one))
                    .filter(one -> one.programme().equals(selection.measures().programme()))
                    .orElseThrow(() -> new ProblemException(Problem.of("exclusion-matter", 422)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of("exclusion-matter", 422));
        }
    }

    private static String text(String written) {
        String text = written.strip().replaceAll("\\p{Cntrl}", " ");
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new ProblemException(Problem.of("exclusion-incomplete", 422));
        }
        return text;
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
