package org.huiyin.reading;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Documents for programs: hand one in, see what was found. */
@RestController
class DocumentApi {

    private final ReadDocuments documents;
    private final DocumentReader reader;

    DocumentApi(ReadDocuments documents, DocumentReader reader) {
        this.documents = documents;
        this.reader = reader;
    }

    /** A document in a list. */
    record DocumentJson(
            long id, String name, LocalDate day, boolean daySaid, long drafts, long confirmed, long dropped) {}

    /** What came of handing one in. */
    record ReadJson(long id, boolean fresh, int items, int known) {}

    /** A document with its articles and what was found in them. */
    record WholeJson(
            long id, String name, LocalDate day, boolean daySaid, List<String> articles, List<FoundJson> items) {}

    /**
     * Something found.
     *
     * @param article its place among the articles, from 0
     * @param amount of a figure, in its base unit
     * @param matter the number of what it became
     * @param version what {@code If-Match} carries when a program decides about it
     */
    record FoundJson(
            long id,
            String kind,
            int article,
            String title,
            @Nullable LocalDate due,
            @Nullable String amount,
            @Nullable String unit,
            String source,
            String state,
            @Nullable String matter,
            int version) {}

    @GetMapping("/api/v1/documents")
    @Scoped(Scope.MATTERS_READ)
    Items<DocumentJson> all(Page page) {
        DocumentsPage.allow(page);
        return Items.all(documents.of(page.reader()).stream()
                .map(one -> new DocumentJson(
                        one.id(), one.name(), one.day(), one.daySaid(), one.drafts(), one.confirmed(), one.dropped()))
                .toList());
    }

    @GetMapping("/api/v1/documents/{id}")
    @Scoped(Scope.MATTERS_READ)
    WholeJson one(@PathVariable String id, Page page) {
        DocumentsPage.allow(page);
        ReadDocuments.Whole whole =
                documents.find(page.reader(), DocumentPage.number(id)).orElseThrow(DocumentPage::unknown);
        return new WholeJson(
                whole.id(),
                whole.name(),
                whole.day(),
                whole.daySaid(),
                whole.articles().stream().map(Article::name).toList(),
                documents.items(page.reader(), whole.id()).stream()
                        .map(DocumentApi::found)
                        .toList());
    }

    @PostMapping(path = "/api/v1/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.MATTERS_RAISE)
    ReadJson read(@RequestParam(defaultValue = "") String day, MultipartHttpServletRequest request, Page page)
            throws IOException {
        DocumentsPage.allow(page);
        Optional<MultipartFile> file = request.getFileMap().values().stream().findFirst();
        if (file.isEmpty()) {
            throw refused(page, Opened.Why.EMPTY);
        }
        return switch (reader.read(page, file.get(), day)) {
            case DocumentReader.Outcome.Refused(var why) -> throw refused(page, why);
            case DocumentReader.Outcome.Kept(var kept) ->
                new ReadJson(kept.id(), kept.fresh(), kept.items(), kept.known());
        };
    }

    private static ProblemException refused(Page page, Opened.Why why) {
        return new ProblemException(
                Problem.of("document-not-read", 422).because(page.t("reading.refused." + why.key())));
    }

    static FoundJson found(Item item) {
        Article.Figure figure = item.figure();
        return new FoundJson(
                item.id(),
                item.kind(),
                item.article(),
                item.title(),
                item.due(),
                figure == null ? null : figure.amount(),
                figure == null ? null : figure.unit(),
                item.source(),
                item.state(),
                item.matter() == null ? null : String.valueOf(item.matter()),
                item.version());
    }
}
