package org.huiyin.supervision;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.supervision.InstrumentSheet.Draft;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a unit's answer to an instrument with its proof, the issuer's word on it, and a withdrawal. Nothing that was typed is lost. */
@Controller
class ReplyPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final InstrumentSheets sheets;
    private final Replies replies;
    private final Judgements judgements;
    private final FormFiles files;

    ReplyPage(InstrumentSheets sheets, Replies replies, Judgements judgements, FormFiles files) {
        this.sheets = sheets;
        this.replies = replies;
        this.judgements = judgements;
        this.files = files;
    }

    @PostMapping("/desk/instruments/{id}/answer")
    ResponseEntity<JteModel> answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instrument instrument = sheets.visible(page, id);
        HandedIn proof = files.take(page, request, response);
        if (proof.error() != null) {
            return again(page, instrument, new Draft(text, proof, proof.error()));
        }
        return told(
                page,
                instrument,
                new Draft(text, proof, null),
                replies.answer(page.reader(), instrument, text, proof.ids()),
                "answered",
                response);
    }

    @PostMapping("/desk/instruments/{id}/withdrawal")
    ResponseEntity<JteModel> withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Instrument instrument = sheets.visible(page, id);
        return told(
                page,
                instrument,
                new Draft(reason, files.none(), null),
                replies.withdraw(page.reader(), instrument, reason),
                "withdrawn",
                response);
    }

    /** The issuer keeps the answer or does not. */
    @PostMapping("/desk/instruments/{id}/judgement")
    ResponseEntity<JteModel> judge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Instrument instrument = sheets.visible(page, id);
        boolean accepted = verdict.equals("accepted");
        Judgements.Judgement judgement = accepted
                ? judgements.accept(page.reader(), instrument)
                : judgements.refuse(page.reader(), instrument, reason);
        return switch (judgement) {
            case DONE -> to(page, instrument, accepted ? "accepted" : "refused", response);
            case REASON_MISSING -> again(page, instrument, wrong(page, new Draft(reason, files.none(), null)));
            case JUDGED_ALREADY -> throw new ProblemException(Problem.of("instrument-ended", 409));
            case NOT_YOURS -> throw new ProblemException(Problem.of("forbidden", 403));
            case NOTHING_LEFT_TO_ASK -> throw new ProblemException(Problem.of("instrument-moot", 409));
        };
    }

    private ResponseEntity<JteModel> told(
            Page page,
            Instrument instrument,
            Draft typed,
            Replies.Reply reply,
            String what,
            HttpServletResponse response) {
        return switch (reply) {
            case DONE -> to(page, instrument, what, response);
            case TEXT_WRONG -> again(page, instrument, wrong(page, typed));
            case ENDED -> throw new ProblemException(Problem.of("instrument-ended", 409));
            case NOT_YOURS -> throw new ProblemException(Problem.of("forbidden", 403));
            case NOT_ANSWERED_IN_WRITING -> throw new ProblemException(Problem.of("instrument-not-answered", 422));
        };
    }

    private static Draft wrong(Page page, Draft typed) {
        return new Draft(
                typed.text(), typed.files(), page.t("supervision.text-wrong", Replies.SHORTEST, Replies.LONGEST));
    }

    private static ResponseEntity<JteModel> to(
            Page page, Instrument instrument, String what, HttpServletResponse response) {
        Said.next(response, page.t("supervision.said." + what, page.t(instrument.number())));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/instruments/" + instrument.id())
                .build();
    }

    private ResponseEntity<JteModel> again(Page page, Instrument instrument, Draft draft) {
        return ResponseEntity.status(422)
                .body(templates.supervisionInstrument(page, sheets.sheet(page, instrument, draft)));
    }
}
