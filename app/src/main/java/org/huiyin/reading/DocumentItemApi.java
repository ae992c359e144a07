package org.huiyin.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.api.Body;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.IdempotencyKey;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deciding about things found by program: on the version that was seen ({@code If-Match}), and once however often it is asked under one
 * {@code Idempotency-Key}.
 */
@RestController
@Scoped(Scope.MATTERS_RAISE)
class DocumentItemApi {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

    private final ReadDocuments documents;
    private final Decisions decisions;
    private final Corrections corrections;

    DocumentItemApi(ReadDocuments documents, Decisions decisions, Corrections corrections) {
        this.documents = documents;
        this.decisions = decisions;
        this.corrections = corrections;
    }

    /**
     * What a task or promise becomes a matter with; what is left out stays as it was read.
     *
     * @param programme under which; left out, minutes become what a meeting decided and other documents a matter of the usual programme
     * @param lead the unit that should take it
     * @param due the day, in ISO form
     */
    record MatterOfItem(
            @Nullable String programme,
            @Nullable String title,
            @Nullable String place,
            @Nullable Integer lead,
            @Nullable String measures,
            @Nullable String due) {}

    /**
     * What a figure is kept with; what is left out stays as it was read.
     *
     * @param amount in the base unit
     * @param from first day of the period, in ISO form
     * @param to last day of it
     */
    record ValueOfItem(
            @Nullable String title,
            @Nullable String amount,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String who) {}

    /** What was asked for, by whom, and what it is about. */
    private record Wish(Page page, ReadDocuments.Whole whole, Item item, Decisions.By by) {}

    private interface Deciding {
        boolean done(Wish wish);
    }

    @PostMapping("/api/v1/documents/{id}/items/{item}/matter")
    ResponseEntity<DocumentApi.FoundJson> raise(
            @PathVariable String id,
            @PathVariable String item,
            @Body MatterOfItem asked,
            @RequestHeader(name = "If-Match", defaultValue = "") String seen,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            HttpServletRequest request,
            Page page) {
        Map<String, String> given = new HashMap<>();
        give(given, "programme", asked.programme());
        give(given, "title", asked.title());
        give(given, "place", asked.place());
        give(given, "lead", asked.lead() == null ? null : String.valueOf(asked.lead()));
        give(given, "measures", asked.measures());
        give(given, "due", asked.due());
        Wish wish = wish(page, id, item, seen, request);
        if (wish.item().isFigure()) {
            throw DocumentPage.unknown();
        }
        return decide(wish, one -> {
            Decisions.Corrected as = corrections
                    .matter(page.reader(), one.whole(), one.item(), given)
                    .orElseThrow(() -> wrong(page, "reading.wrong.task"));
            return switch (decisions.raise(
                    one.by(), one.whole().id(), one.item().id(), as)) {
                case Decisions.Raised.Done done -> true;
                case Decisions.Raised.Decided decided -> false;
                case Decisions.Raised.Refused(var outcome) -> throw DocumentPage.refused(page, outcome);
            };
        });
    }

    @PostMapping("/api/v1/documents/{id}/items/{item}/value")
    ResponseEntity<DocumentApi.FoundJson> value(
            @PathVariable String id,
            @PathVariable String item,
            @Body ValueOfItem asked,
            @RequestHeader(name = "If-Match", defaultValue = "") String seen,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            HttpServletRequest request,
            Page page) {
        Map<String, String> given = new HashMap<>();
        give(given, "title", asked.title());
        give(given, "amount", asked.amount());
        give(given, "unit", asked.unit());
        give(given, "from", asked.from());
        give(given, "to", asked.to());
        give(given, "who", asked.who());
        Wish wish = wish(page, id, item, seen, request);
        if (!wish.item().isFigure()) {
            throw DocumentPage.unknown();
        }
        return decide(wish, one -> {
            Decisions.Value as = corrections
                    .value(page.reader(), one.whole(), one.item(), given)
                    .orElseThrow(() -> wrong(page, "reading.wrong.figure"));
            return decisions.value(one.by(), one.whole().id(), one.item().id(), as);
        });
    }

    @PostMapping("/api/v1/documents/{id}/items/{item}/dismissal")
    ResponseEntity<DocumentApi.FoundJson> drop(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(name = "If-Match", defaultValue = "") String seen,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            HttpServletRequest request,
            Page page) {
        return decide(
                wish(page, id, item, seen, request),
                one -> decisions.drop(one.by(), one.item().id()));
    }

    /** Takes back what was dropped. */
    @PostMapping("/api/v1/documents/{id}/items/{item}/return")
    ResponseEntity<DocumentApi.FoundJson> takeBack(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(name = "If-Match", defaultValue = "") String seen,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            HttpServletRequest request,
            Page page) {
        return decide(
                wish(page, id, item, seen, request),
                one -> decisions.takeBack(one.by(), one.item().id()));
    }

    private Wish wish(Page page, String id, String item, String seen, HttpServletRequest request) {
        DocumentsPage.allow(page);
        ReadDocuments.Whole whole =
                documents.find(page.reader(), DocumentPage.number(id)).orElseThrow(DocumentPage::unknown);
        Item one = item(page, whole, DocumentPage.number(item));
        Matcher version = VERSION.matcher(seen.strip());
        if (!seen.isEmpty() && !seen.strip().equals("*") && !version.matches()) {
            throw Parameters.wrong("If-Match");
        }
        String path = request.getRequestURI();
        String key = IdempotencyKey.of(request, page.reader(), path, Map.of()) + path.substring(path.lastIndexOf('/'));
        int saw = version.matches() ? Integer.parseInt(version.group(1)) : 0;
        return new Wish(
                page,
                whole,
                one,
                new Decisions.By(page.reader(), saw, key, page.formats().now()));
    }

    private Item item(Page page, ReadDocuments.Whole whole, long id) {
        return documents.item(page.reader(), whole.id(), id).orElseThrow(DocumentPage::unknown);
    }

    /** What was decided under the key is not decided again; what is not as it was seen is not decided at all. */
    private ResponseEntity<DocumentApi.FoundJson> decide(Wish wish, Deciding deciding) {
        Item before = wish.item();
        boolean known = before.key().equals(wish.by().key());
        boolean done = known || !stale(wish, before) && deciding.done(wish);
        Item now = item(wish.page(), wish.whole(), before.id());
        if (!done && !now.key().equals(wish.by().key())) {
            String slug = stale(wish, now) ? "item-stale" : "item-decided";
            throw new ProblemException(Problem.of(slug, stale(wish, now) ? 412 : 409)
                    .with("currentVersion", now.version())
                    .with("currentState", now.state()));
        }
        return ResponseEntity.ok().eTag("\"" + now.version() + "\"").body(DocumentApi.found(now));
    }

    private static boolean stale(Wish wish, Item item) {
        return wish.by().seen() != 0 && wish.by().seen() != item.version();
    }

    private static void give(Map<String, String> given, String field, @Nullable String said) {
        if (said != null) {
            given.put(field, said);
        }
    }

    private static ProblemException wrong(Page page, String why) {
        return new ProblemException(Problem.of("item-wrong", 422).because(page.t(why)));
    }
}
