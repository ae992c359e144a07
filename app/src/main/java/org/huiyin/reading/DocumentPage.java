package org.huiyin.reading;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Outcome;
import org.huiyin.org.Organisation;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
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
    private final Organisation organisation;

    DocumentPage(ReadDocuments documents, DocumentViews views, Decisions decisions, Organisation organisation) {
        this.documents = documents;
        this.views = views;
        this.decisions = decisions;
        this.organisation = organisation;
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
        Map<String, String> as = corrected(page, one, filled);
        String title = said(as, "title");
        String place = said(as, "place");
        if (title.length() < 2 || title.length() > 100 || !organisation.places().exists(place)) {
            return again(page, whole, one, filled, page.t("reading.wrong.task"));
        }
        Long unit = said(as, "lead").matches("[0-9]{1,9}") ? Long.valueOf(said(as, "lead")) : null;
        Decisions.Corrected corrected = new Decisions.Corrected(title, description(whole, one, as), place, unit);
        String told = switch (decisions.raise(page.reader(), whole.id(), one.id(), corrected)) {
            case Decisions.Raised.Done(var number) -> page.t("reading.said.raised", title, number);
            case Decisions.Raised.Dropped() -> page.t("reading.said.decided");
            case Decisions.Raised.Refused(Outcome.Refused(var why)) ->
                throw new ProblemException(Refusals.problem(page, why));
            case Decisions.Raised.Refused refused -> throw new ProblemException(Problem.of("forbidden", 403));
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
        Map<String, String> as = corrected(page, one, filled);
        String amount = said(as, "amount").replaceAll("[,， ]", "");
        String name = said(as, "title");
        boolean right = amount.matches("-?[0-9]{1,20}(\\.[0-9]{1,6})?")
                && !name.isEmpty()
                && name.length() <= 100
                && said(as, "unit").length() <= 20
                && said(as, "who").length() <= 100
                && (said(as, "from").isEmpty() || day(said(as, "from")) != null)
                && (said(as, "to").isEmpty() || day(said(as, "to")) != null);
        if (!right) {
            return again(page, whole, one, filled, page.t("reading.wrong.figure"));
        }
        Decisions.Value value = new Decisions.Value(
                name,
                new BigDecimal(amount),
                said(as, "unit"),
                day(said(as, "from")),
                day(said(as, "to")),
                said(as, "who"));
        boolean kept = decisions.value(
                page.reader(), whole.id(), one.id(), value, page.formats().now());
        Said.next(response, page.t(kept ? "reading.said.value" : "reading.said.decided", name));
        return to(whole, one);
    }

    @PostMapping("/desk/documents/{id}/items/{item}/dismissal")
    ResponseEntity<JteModel> drop(
            @PathVariable String id, @PathVariable String item, Page page, HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        boolean dropped = decisions.drop(page.reader(), one.id(), page.formats().now());
        Said.next(response, page.t(dropped ? "reading.said.dropped" : "reading.said.decided", one.title()));
        return to(whole, one);
    }

    @PostMapping("/desk/documents/{id}/items/{item}/return")
    ResponseEntity<JteModel> takeBack(
            @PathVariable String id, @PathVariable String item, Page page, HttpServletResponse response) {
        ReadDocuments.Whole whole = whole(page, id);
        Item one = item(page, whole, item);
        boolean back = decisions.takeBack(page.reader(), one.id());
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

    private Map<String, String> corrected(Page page, Item item, Filled filled) {
        Map<String, String> as = new HashMap<>(views.usual(page.reader(), item));
        for (String field : List.copyOf(as.keySet())) {
            if (filled.given().containsKey(field)) {
                as.put(field, filled.value(field).strip().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " "));
            }
        }
        return as;
    }

    private static String said(Map<String, String> as, String field) {
        return as.getOrDefault(field, "");
    }

    /** What is to be done, by when, and the words of the document it stands on. */
    private static String description(ReadDocuments.Whole whole, Item item, Map<String, String> as) {
        StringBuilder text = new StringBuilder(said(as, "measures"));
        line(text, "时限：", said(as, "due"));
        line(text, "提出：", item.who());
        line(
                text,
                "来源：",
                "《" + whole.name() + "》" + whole.articles().get(item.article()).name());
        line(text, "原文：", item.source());
        return text.length() > 5000 ? text.substring(0, 5000) : text.toString();
    }

    private static void line(StringBuilder text, String name, String what) {
        if (!what.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(name).append(what);
        }
    }

    private ReadDocuments.Whole whole(Page page, String id) {
        DocumentsPage.allow(page);
        return documents.find(page.reader(), number(id)).orElseThrow(DocumentPage::unknown);
    }

    private Item item(Page page, ReadDocuments.Whole whole, String item) {
        long id = number(item);
        return documents.items(page.reader(), whole.id()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(DocumentPage::unknown);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of("no-such-document", 404));
    }

    static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ResponseEntity<JteModel> to(ReadDocuments.Whole whole, Item item) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/documents/" + whole.id() + "#item-" + item.id())
                .build();
    }
}
