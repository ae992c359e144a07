package org.huiyin.reading;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads a file somebody handed in and keeps what was found in it, for the reader's unit. */
@Component
class DocumentReader {

    private static final int LONGEST_NAME = 120;

    private final ReadDocuments documents;
    private final Organisation organisation;
    private final Rules rules;

    /** One document at a time: each may take a good deal of memory. */
    private final ReentrantLock turn = new ReentrantLock();

    DocumentReader(ReadDocuments documents, Organisation organisation, Rules rules) {
        this.documents = documents;
        this.organisation = organisation;
        this.rules = rules;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Kept(ReadDocuments.Kept kept) implements Outcome {}

        record Refused(Opened.Why why) implements Outcome {}
    }

    /**
     * Reads it.
     *
     * @param day it is of, in ISO form; looked for in the document when it is none
     */
    Outcome read(Page page, MultipartFile file, String day) throws IOException {
        if (file.isEmpty()) {
            return new Outcome.Refused(Opened.Why.EMPTY);
        }
        if (file.getSize() > Documents.MOST_BYTES) {
            return new Outcome.Refused(Opened.Why.TOO_LARGE);
        }
        turn.lock();
        try {
            return switch (Documents.open(file.getBytes())) {
                case Opened.Refused refused -> new Outcome.Refused(refused.why());
                case Opened.Readable text -> new Outcome.Kept(kept(page, name(file), text, day));
            };
        } finally {
            turn.unlock();
        }
    }

    private ReadDocuments.Kept kept(Page page, String name, Opened.Readable text, String day) {
        Reading.Dated dated = given(day)
                .map(said -> new Reading.Dated(said, true))
                .orElseGet(() -> Reading.day(name, text.text(), page.formats().today()));
        Reading reading = new Reading(rules, CityNames.of(organisation));
        ReadDocument read = new ReadDocument(
                name,
                text.kind(),
                text.encoding(),
                text.sha256(),
                dated.day(),
                dated.said(),
                reading.articles(text.text(), dated.day()));
        return documents.keep(page.reader(), read, page.formats().now());
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
}
