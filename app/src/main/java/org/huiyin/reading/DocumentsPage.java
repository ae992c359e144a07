package org.huiyin.reading;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Organisation;
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

    private static final int LONGEST_NAME = 120;

    private final StaticTemplates templates = new StaticTemplates();
    private final ReadDocuments documents;
    private final Organisation organisation;
    private final Rules rules = Rules.shipped();

    /** One document at a time: each may take a good deal of memory. */
    private final ReentrantLock turn = new ReentrantLock();

    DocumentsPage(ReadDocuments documents, Organisation organisation) {
        this.documents = documents;
        this.organisation = organisation;
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
        if (file == null || file.isEmpty()) {
            return refused(page, Opened.Why.EMPTY);
        }
        if (file.getSize() > Documents.MOST_BYTES) {
            return refused(page, Opened.Why.TOO_LARGE);
        }
        turn.lock();
        try {
            return switch (Documents.open(file.getBytes())) {
                case Opened.Refused refused -> refused(page, refused.why());
                case Opened.Readable text -> kept(page, name(file), text, day, response);
            };
        } finally {
            turn.unlock();
        }
    }

    private ResponseEntity<JteModel> kept(
            Page page, String name, Opened.Readable text, String day, HttpServletResponse response) {
        Reading.Dated dated = given(day)
                .map(said -> new Reading.Dated(said, true))
                .orElseGet(() -> Reading.day(name, text.text(), page.formats().today()));
        Reading reading = new Reading(rules, CityNames.of(organisation));
        ReadDocuments.Kept kept = documents.keep(
                page.reader(),
                new ReadDocument(
                        name,
                        text.kind(),
                        text.encoding(),
                        text.sha256(),
                        dated.day(),
                        dated.said(),
                        reading.articles(text.text(), dated.day())),
                page.formats().now());
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
                error);
    }

    private static Optional<LocalDate> given(String day) {
        try {
            return day.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)).filter(one -> one.getYear() >= 1949 && one.getYear() < 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = (sent == null ? "" : sent)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String kept = name.isEmpty() ? "-" : name;
        return kept.length() > LONGEST_NAME ? kept.substring(0, LONGEST_NAME) : kept;
    }

    /** Dispatchers and supervisors read documents in, each for their own unit. */
    static void allow(Page page) {
        if (!mayRead(page)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }

    static boolean mayRead(Page page) {
        Role role = page.reader().role();
        return role == Role.DISPATCHER || role == Role.SUPERVISOR;
    }
}
