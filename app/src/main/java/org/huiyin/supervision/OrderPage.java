package org.huiyin.supervision;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.supervision.Ladder.Stand;
import org.huiyin.supervision.Ladder.Verdict;
import org.huiyin.worklist.MatterPanel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The instruments of a matter on its page, and those a supervisor serves from there. */
@Controller
class OrderPage implements MatterPanel {

    private static final int LONGEST_REASON = 500;

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Orders orders;
    private final Instruments instruments;
    private final Ladders ladders;
    private final Organisation organisation;

    OrderPage(MatterLookup lookup, Orders orders, Instruments instruments, Ladders ladders, Organisation organisation) {
        this.lookup = lookup;
        this.orders = orders;
        this.instruments = instruments;
        this.ladders = ladders;
        this.organisation = organisation;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        List<Instrument> served = instruments.of(matter.number());
        boolean serves = page.reader().role() == Role.SUPERVISOR && lookup.mayRead(page.reader(), matter);
        Optional<Ladder> ladder = serves ? orders.ladder(matter) : Optional.empty();
        if (served.isEmpty() && ladder.isEmpty()) {
            return Optional.empty();
        }
        Stand stand = ladder.isPresent() ? orders.stand(matter) : null;
        String proposed = stand == null ? null : stand.proposed();
        return Optional.of(templates.supervisionPanel(
                page,
                matter.number().toString(),
                served.stream()
                        .map(one -> InstrumentView.of(page, organisation, ladders, one))
                        .toList(),
                stand == null
                        ? List.of()
                        : ladder.get().choices(stand).stream()
                                .map(rung -> new Options.Option(rung.kind(), page.t(rung.name())))
                                .toList(),
                proposed == null ? "" : page.t(ladders.name(proposed))));
    }

    @PostMapping("/desk/matters/{number}/instruments")
    ResponseEntity<Void> serve(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Matter matter = overseen(page, number);
        Verdict verdict = orders.serve(matter, page.reader(), kind, clean(reason));
        Said.next(response, page.t("supervision.said.served", done(page, verdict)));
        return to(matter);
    }

    @PostMapping("/desk/matters/{number}/instruments/dismissal")
    ResponseEntity<Void> dismiss(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Matter matter = overseen(page, number);
        String given = clean(reason);
        if (given.length() < 2) {
            throw refused(page, "reason");
        }
        boolean dismissed = orders.dismiss(matter, page.reader(), given);
        Said.next(response, page.t(dismissed ? "supervision.said.dismissed" : "supervision.said.not-proposed"));
        return to(matter);
    }

    /** The name of what was served; a refusal ends the request with its words. */
    static String done(Page page, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(Rung rung) -> page.t(rung.name());
            case Verdict.NothingRuns nothing -> throw refused(page, "nothing-runs");
            case Verdict.StillOpen(Rung open) -> throw refused(page, "still-open", page.t(open.name()));
            case Verdict.OutOfTurn(Rung expected) -> throw refused(page, "out-of-turn", page.t(expected.name()));
            case Verdict.ReasonMissing missing -> throw refused(page, "reason");
            case Verdict.Exhausted exhausted -> throw refused(page, "exhausted");
        };
    }

    static ProblemException refused(Page page, String why, Object... arguments) {
        return new ProblemException(
                Problem.of("instrument-refused", 422).because(page.t("supervision.refused." + why, arguments)));
    }

    private Matter overseen(Page page, String number) {
        Matter matter = read(number)
                .flatMap(lookup::find)
                .filter(found -> lookup.mayRead(page.reader(), found))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        if (page.reader().role() != Role.SUPERVISOR) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return matter;
    }

    private static Optional<MatterNumber> read(String typed) {
        try {
            return Optional.of(MatterNumber.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String clean(String reason) {
        String text = reason.strip().replaceAll("\\p{Cntrl}", " ");
        return text.codePointCount(0, text.length()) > LONGEST_REASON
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON))
                : text;
    }

    private static ResponseEntity<Void> to(Matter matter) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/matters/" + matter.number())
                .build();
    }
}
