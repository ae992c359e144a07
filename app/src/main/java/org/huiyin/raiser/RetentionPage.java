package org.huiyin.raiser;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Anonymising;
import org.huiyin.matter.Matter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff decide what raisers asked to be erased, see what is anonymised next month, and hold what a proceeding needs whole. */
@Controller
class RetentionPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final RetentionViews views;
    private final ErasureRequests requests;
    private final Anonymising anonymising;

    RetentionPage(RetentionViews views, ErasureRequests requests, Anonymising anonymising) {
        this.views = views;
        this.requests = requests;
        this.anonymising = anonymising;
    }

    @GetMapping("/desk/retention")
    JteModel show(Page page) {
        admit(page);
        return templates.raiserRetention(page, views.of(page), null, "");
    }

    @PostMapping("/desk/retention/{number}/decision")
    ResponseEntity<JteModel> decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        admit(page);
        boolean granted = verdict.equals("grant");
        if (!granted && !verdict.equals("refuse")) {
            throw new ProblemException(Problem.of("malformed", 400));
        }
        Matter matter = admitted(page, number);
        if (said(reason).isEmpty()) {
            return again(page, matter.number().toString(), "");
        }
        boolean done = decide(page, matter, granted, reason);
        return back(page, response, done ? "raiser.erased" : granted ? "raiser.granted" : "raiser.refused", matter);
    }

    /** Whether it was erased at once; one that is held is erased when it no longer is. */
    boolean decide(Page page, Matter matter, boolean granted, String reason) {
        if (!requests.decide(matter.id(), granted, reason(reason), page.reader())) {
            throw new ProblemException(Problem.of("decided-already", 409));
        }
        return granted
                && !anonymising
                        .anonymise(List.of(matter.id()), Anonymising.Why.REQUEST)
                        .isEmpty();
    }

    /** The matter, for whoever may decide about it. */
    Matter admitted(Page page, String number) {
        admit(page);
        return views.matter(page, number);
    }

    @PostMapping("/desk/retention/holds")
    ResponseEntity<JteModel> hold(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Matter matter = admitted(page, number);
        if (said(reason).isEmpty()) {
            return again(page, "", number);
        }
        requests.hold(matter.id(), reason(reason), page.reader());
        return back(page, response, "raiser.held", matter);
    }

    @PostMapping("/desk/retention/{number}/lifting")
    ResponseEntity<Void> lift(@PathVariable String number, Page page, HttpServletResponse response) {
        Matter matter = admitted(page, number);
        requests.lift(matter.id());
        return back(page, response, "raiser.lifted", matter);
    }

    /** The page with a word at the field where the reason is missing. */
    private ResponseEntity<JteModel> again(Page page, String decided, String held) {
        return ResponseEntity.status(422).body(templates.raiserRetention(page, views.of(page), decided, held));
    }

    private static <T> ResponseEntity<T> back(Page page, HttpServletResponse response, String said, Matter matter) {
        Said.next(response, page.t(said, matter.number().toString()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/retention")
                .build();
    }

    static String reason(String given) {
        return said(given).orElseThrow(() -> new ProblemException(Problem.of("why-needed", 422)));
    }

    /** The reason as it is kept; empty when it is none. */
    private static Optional<String> said(String given) {
        String reason = given.strip().replaceAll("\\p{Cntrl}", " ");
        return reason.length() < 2 || reason.length() > 200 ? Optional.empty() : Optional.of(reason);
    }

    static void admit(Page page) {
        if (!SameRaiser.maySearch(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }
}
