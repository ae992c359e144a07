package org.huiyin.reading;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where documents are handed in, and those the reader's unit read before. */
@Controller
class DocumentsPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final ReadDocuments documents;
    private final DocumentReader reader;
    private final Milestones milestones;

    DocumentsPage(ReadDocuments documents, DocumentReader reader, Milestones milestones) {
        this.documents = documents;
        this.reader = reader;
        this.milestones = milestones;
    }

    @GetMapping("/desk/documents")
    JteModel all(Page page) {
        allow(page);
        return listed(page, "");
    }

    @PostMapping("/desk/documents")
    ResponseEntity<JteModel> read(
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String day,
            Page page,
            HttpServletResponse response)
            throws IOException {
        allow(page);
        if (file == null) {
            return refused(page, Opened.Why.EMPTY);
        }
        return switch (reader.read(page, file, day)) {
            case DocumentReader.Outcome.Refused(var why) -> refused(page, why);
            case DocumentReader.Outcome.Kept(var kept) -> to(page, kept, response);
        };
    }

    private static ResponseEntity<JteModel> to(Page page, ReadDocuments.Kept kept, HttpServletResponse response) {
        String said = kept.fresh()
                ? page.t(
                        kept.known() == 0 ? "reading.said.read" : "reading.said.read-known", kept.items(), kept.known())
                : page.t("reading.said.known");
        Said.next(response, said);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/documents/" + kept.id())
                .build();
    }

    private ResponseEntity<JteModel> refused(Page page, Opened.Why why) {
        return ResponseEntity.status(422).body(listed(page, page.t("reading.refused." + why.key())));
    }

    private JteModel listed(Page page, String error) {
        return templates.readingDocuments(
                page,
                documents.of(page.reader()).stream()
                        .map(one -> new DocumentRow(
                                one.id(),
                                one.name(),
                                page.date(one.day()),
                                page.time(one.readAt()),
                                one.drafts(),
                                one.confirmed(),
                                one.dropped()))
                        .toList(),
                milestones.of(page),
                error);
    }

    /** Dispatchers and supervisors read documents in, each for their own unit. */
    static void allow(Page page) {
        if (!mayRead(page)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    static boolean mayRead(Page page) {
        return mayRead(page.reader());
    }

    static boolean mayRead(Actor reader) {
        Role role = reader.role();
        return role == Role.DISPATCHER || role == Role.SUPERVISOR;
    }
}
