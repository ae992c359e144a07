package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.track.Unsealings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the sealed identity of a raiser to one who may know it, for a reason that is kept and shown to the raiser. */
@Controller
class UnsealingPage {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Unsealings unsealings;
    private final MatterViews views;
    private final DeskViews lists;

    UnsealingPage(MatterLookup lookup, Unsealings unsealings, MatterViews views, DeskViews lists) {
        this.lookup = lookup;
        this.unsealings = unsealings;
        this.views = views;
        this.lists = lists;
    }

    @PostMapping("/desk/matters/{number}/unsealing")
    ResponseEntity<JteModel> open(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String cursor,
            Page page,
            HttpServletResponse response) {
        Matter matter = Numbers.visible(lookup, page, number);
        if (lookup.mayKnowRaiser(page.reader(), matter) && said(reason).isEmpty()) {
            return ResponseEntity.status(422)
                    .body(templates.worklistMatter(
                            page,
                            views.of(page, matter, lists.visit(page, from, cursor, ""), Optional.empty()),
                            null,
                            List.of(),
                            page.t("problem.reason-needed.why", SHORTEST, LONGEST)));
        }
        open(page, lookup, unsealings, matter, reason);
        Said.next(response, page.t("worklist.raiser.opened"));
        MatterViews.Visit visit = lists.visit(page, from, cursor, "");
        String path = "/desk/matters/" + matter.number();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        "Location",
                        visit.from().list().isEmpty()
                                ? path
                                : path + "?from=" + visit.from().encoded() + "&cursor=" + visit.cursor())
                .build();
    }

    /** Records that this reader opens the identity, if they may and say why. */
    static void open(Page page, MatterLookup lookup, Unsealings unsealings, Matter matter, String reason) {
        if (!lookup.mayKnowRaiser(page.reader(), matter)) {
            throw new ProblemException(Problem.of("identity-sealed", 403));
        }
        String given = said(reason)
                .orElseThrow(() -> new ProblemException(Problem.of("reason-needed", 422, SHORTEST, LONGEST)));
        unsealings.record(matter.number(), page.reader(), given);
    }

    /** The reason as it is kept; empty when it is none. */
    private static Optional<String> said(String reason) {
        String given = reason.strip().replaceAll("\\p{Cntrl}", " ");
        int length = given.codePointCount(0, given.length());
        return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(given);
    }
}
