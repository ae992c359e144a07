package org.huiyin.notice;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages of whoever is signed in. */
@Controller
class InboxPage {

    private static final int ROWS = 30;

    private final StaticTemplates templates = new StaticTemplates();
    private final Inbox inbox;
    private final Organisation organisation;

    InboxPage(Inbox inbox, Organisation organisation) {
        this.inbox = inbox;
        this.organisation = organisation;
    }

    @GetMapping("/desk/inbox")
    JteModel list(@RequestParam(defaultValue = "") String only, @RequestParam(defaultValue = "") String at, Page page) {
        boolean unread = only.equals("unread");
        List<Inbox.Message> found = inbox.page(
                page.reader().account(),
                unread,
                before(at),
                ROWS + 1,
                page.formats().now());
        List<Inbox.Message> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.noticeInbox(
                page,
                unread,
                shown.stream().map(message -> line(page, organisation, message)).toList(),
                at.isEmpty() ? null : page.with("at", null),
                found.size() > ROWS ? page.with("at", cursor(shown.getLast())) : null);
    }

    /** Follows a message to what it is about; a digest is about what it gathered. */
    @GetMapping("/desk/inbox/{id}")
    ResponseEntity<JteModel> open(@PathVariable String id, @RequestParam(defaultValue = "0") String after, Page page) {
        long account = page.reader().account();
        Instant now = page.formats().now();
        Inbox.Message message = inbox.find(account, number(id), now)
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        inbox.read(account, message.id(), now);
        if (!message.link().isEmpty()) {
            return to(message.link());
        }
        List<Inbox.Message> found = inbox.gathered(account, message.id(), number(after), ROWS + 1, now);
        List<Inbox.Message> shown = found.subList(0, Math.min(ROWS, found.size()));
        return ResponseEntity.ok(templates.noticeDigest(
                page,
                line(page, organisation, message),
                shown.stream().map(one -> line(page, organisation, one)).toList(),
                after.equals("0") ? null : page.with("after", null),
                found.size() > ROWS ? page.with("after", shown.getLast().id()) : null));
    }

    @PostMapping("/desk/inbox/{id}/reading")
    ResponseEntity<JteModel> read(@PathVariable String id, Page page) {
        inbox.read(page.reader().account(), number(id), page.formats().now());
        return to("/desk/inbox");
    }

    @PostMapping("/desk/inbox/readings")
    ResponseEntity<JteModel> readAll(Page page, HttpServletResponse response) {
        int read = inbox.readAll(page.reader().account(), page.formats().now());
        Said.next(response, page.t("notice.read-all.done", read));
        return to("/desk/inbox");
    }

    static InboxLine line(Page page, Organisation organisation, Inbox.Message message) {
        Object[] words = message.gathered() > 0
                ? new Object[] {message.gathered()}
                : message.words().stream()
                        .map(word -> Word.read(word, organisation.units(), page.locale()))
                        .toArray();
        return new InboxLine(
                message.id(),
                page.t("notice.kind." + message.kind(), words),
                page.t("notice.kind." + message.kind() + ".more", words).strip(),
                message.causedAt(),
                message.readAt() == null,
                message.kind().equals("overdue") || message.kind().startsWith("instrument"));
    }

    private static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    static String cursor(Inbox.Message last) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.deliveredAt()), 36) + "."
                + Long.toString(last.id(), 36);
    }

    /** Where a page begins; whatever an address says wrongly is the top. */
    static Inbox.Before before(String at) {
        if (!at.matches("[0-9a-z]{1,11}\\.[0-9a-z]{1,11}")) {
            return Inbox.Before.START;
        }
        int dot = at.indexOf('.');
        return new Inbox.Before(
                Instant.EPOCH.plus(Long.parseLong(at.substring(0, dot), 36), ChronoUnit.MICROS),
                Long.parseLong(at.substring(dot + 1), 36));
    }

    private static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }
}
