package org.huiyin.reading;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Outcome;
import org.huiyin.track.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The review page: each thing found beside its source; a person confirms, changes or drops it. */
@Controller
class DocumentPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final ReadDocuments documents;
    private final DocumentViews views;
    private final Decisions decisions;
    private final Corrections corrections;

    DocumentPage(ReadDocuments documents, DocumentViews views, Decisions decisions, Corrections corrections) {
        this.documents = documents;
        this.views = views;
        this.decisions = decisions;
        this.corrections = corrections;
    }

    @GetMapping("/desk/documents/{id}")
    JteModel review(@PathVariable String id, @RequestParam(defaultValue = "") String change, Page page) {
        return templates.readingDocument(
                page, views.of(page, whole(page, id), new DocumentViews.Sent(number(change), Filled.EMPTY, "")));
    }

    /** A task or promise becomes a matter; without fields of its own it goes as it was read. */
    @PostMapping("/desk/documents/{id}/items/{item}/matter")
    ResponseEntity<JteModel> raise(
            @PathVariable String id,
            @PathVariable String item,
            HttpServletRequest request,
            Page page,
            HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        if (one.isFigure()) {
            throw unknown();
        }
        Filled filled = Filled.of(request);
        Optional<Decisions.Corrected> corrected = corrections.matter(page.reader(), whole, one, given(filled));
        if (corrected.isEmpty()) {
            return again(page, whole, one, filled, page.t("reading.wrong.task"));
        }
        Decisions.Raised raised = decisions.raise(Decisions.By.person(page), whole.id(), one.id(), corrected.get());
        String told = switch (raised) {
            case Decisions.Raised.Done(var number) ->
                page.t("reading.said.raised", corrected.get().title(), number);
            case Decisions.Raised.Decided() -> page.t("reading.said.decided");
            case Decisions.Raised.Refused(var outcome) -> throw refused(page, outcome);
        };
        Said.next(response, told);
        return to(whole, one);
    }

    /** A figure is kept as a draft value; without fields of its own as it was read. */
    @PostMapping("/desk/documents/{id}/items/{item}/value")
    ResponseEntity<JteModel> value(
            @PathVariable String id,
            @PathVariable String item,
            HttpServletRequest request,
            Page page,
            HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        if (!one.isFigure()) {
            throw unknown();
        }
        Filled filled = Filled.of(request);
        Optional<Decisions.Value> value = corrections.value(page.reader(), whole, one, given(filled));
        if (value.isEmpty()) {
            return again(page, whole, one, filled, page.t("reading.wrong.figure"));
        }
        boolean kept = decisions.value(Decisions.By.person(page), whole.id(), one.id(), value.get());
        Said.next(
                response,
                page.t(
                        kept ? "reading.said.value" : "reading.said.decided",
                        value.get().name()));
        return to(whole, one);
    }

    @PostMapping("/desk/documents/{id}/items/{item}/dismissal")
    ResponseEntity<JteModel> drop(
            @PathVariable String id, @PathVariable String item, Page page, HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        boolean dropped = decisions.drop(Decisions.By.person(page), one.id());
        Said.next(response, page.t(dropped ? "reading.said.dropped" : "reading.said.decided", one.title()));
        return to(whole, one);
    }

    @PostMapping("/desk/documents/{id}/items/{item}/return")
    ResponseEntity<JteModel> takeBack(
            @PathVariable String id, @PathVariable String item, Page page, HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        boolean back = decisions.takeBack(Decisions.By.person(page), one.id());
        Said.next(response, page.t(back ? "reading.said.back" : "reading.said.decided", one.title()));
        return to(whole, one);
    }

    /** Drops whatever nobody decided about. */
    @PostMapping("/desk/documents/{id}/dismissal")
    ResponseEntity<JteModel> dropRest(@PathVariable String id, Page page, HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        int dropped =
                decisions.dropRest(page.reader(), whole.id(), page.formats().now());
        Said.next(response, page.t("reading.said.rest", dropped));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/documents/" + whole.id())
                .build();
    }

    private ResponseEntity<JteModel> again(
            Page page, ReadDocuments.Whole whole, Item item, Filled filled, String error) {
        return ResponseEntity.status(422)
                .body(templates.readingDocument(
                        page, views.of(page, whole, new DocumentViews.Sent(item.id(), filled, error))));
    }

    private static Map<String, String> given(Filled filled) {
        Map<String, String> given = new HashMap<>();
        filled.given().keySet().forEach(field -> given.put(field, filled.value(field)));
        return given;
    }

    static ProblemException refused(Page page, Outcome outcome) {
        return new ProblemException(
                outcome instanceof Outcome.Refused(var why)
                        ? Refusals.problem(page, why)
                        : Problem.of("forbidden", 403));
    }

    private ReadDocuments.Whole whole(Page page, String id) {
        DocumentsPage.allow(page);
        return documents.find(page.reader(), number(id)).orElseThrow(DocumentPage::unknown);
    }

    private Item item(Page page, ReadDocuments.Whole whole, String item) {
        return documents.item(page.reader(), whole.id(), number(item)).orElseThrow(DocumentPage::unknown);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of("no-such-document", 404));
    }

    static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private static ResponseEntity<JteModel> to(ReadDocuments.Whole whole, Item item) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/documents/" + whole.id() + "#item-" + item.id())
                .build();
    }
}
