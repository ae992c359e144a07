package org.huiyin.notice;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own messages for programs. */
@RestController
@RequestMapping("/api/v1/inbox")
@Scoped(Scope.INBOX)
class InboxApi {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-z]{1,11}\\.[0-9a-z]{1,11}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final Inbox inbox;
    private final Organisation organisation;

    InboxApi(Inbox inbox, Organisation organisation) {
        this.inbox = inbox;
        this.organisation = organisation;
    }

    /**
     * A message.
     *
     * @param text in the reader's language
     * @param about where a reader goes from it; empty for a digest
     * @param readAt null while it is unread
     * @param gathered how many a digest holds; 0 for any other
     */
    record MessageJson(
            long id,
            String kind,
            String text,
            String about,
            Instant causedAt,
            Instant deliveredAt,
            @Nullable Instant readAt,
            int gathered) {}

    /** How many were unread until now. */
    record Read(int messages) {}

    @GetMapping
    Items<MessageJson> list(
            @RequestParam(defaultValue = "") String unread,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        if (!unread.matches("|true|false")) {
            throw Parameters.wrong("unread");
        }
        int most = Items.limit(limit);
        Inbox.Before before =
                Parameters.cursor(after, CURSOR, InboxPage::before).orElse(Inbox.Before.START);
        List<Inbox.Message> found = inbox.page(
                page.reader().account(),
                unread.equals("true"),
                before,
                most + 1,
                page.formats().now());
        return Items.page(found, most, message -> json(page, message), InboxPage::cursor);
    }

    /** What a digest gathered; of any other message nothing. */
    @GetMapping("/{id}/gathered")
    Items<MessageJson> gathered(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        int most = Items.limit(limit);
        long last = Parameters.cursor(after, ID, Long::valueOf).orElse(0L);
        List<Inbox.Message> found = inbox.gathered(
                page.reader().account(),
                message(page, id).id(),
                last,
                most + 1,
                page.formats().now());
        return Items.page(found, most, message -> json(page, message), message -> Long.toString(message.id()));
    }

    @PostMapping("/{id}/reading")
    ResponseEntity<Void> read(@PathVariable String id, Page page) {
        inbox.read(
                page.reader().account(), message(page, id).id(), page.formats().now());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/readings")
    Read readAll(Page page) {
        return new Read(inbox.readAll(page.reader().account(), page.formats().now()));
    }

    private Inbox.Message message(Page page, String id) {
        long number = ID.matcher(id).matches() ? Long.parseLong(id) : 0;
        return inbox.find(page.reader().account(), number, page.formats().now())
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    private MessageJson json(Page page, Inbox.Message message) {
        InboxLine line = InboxPage.line(page, organisation, message);
        return new MessageJson(
                message.id(),
                message.kind(),
                (line.headline() + "\n" + line.more()).strip(),
                message.link(),
                message.causedAt(),
                message.deliveredAt(),
                message.readAt(),
                message.gathered());
    }
}
