package org.huiyin.mail;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.mail.Mails.Mail;
import org.huiyin.mail.Mails.State;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What e-mail waits, what failed and which addresses take none, for the administrator. Of an address only enough to know it by is shown. */
@Controller
class MailPage {

    private static final int ROWS = 50;
    private static final int MOST_COUNTED = 1_000;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final String PATH = "/admin/mail";

    private final StaticTemplates templates = new StaticTemplates();
    private final MailSettings settings;
    private final Mails mails;
    private final Addresses addresses;
    private final Actors actors;

    MailPage(MailSettings settings, Mails mails, Addresses addresses, Actors actors) {
        this.settings = settings;
        this.mails = mails;
        this.addresses = addresses;
        this.actors = actors;
    }

    @GetMapping(PATH)
    JteModel show(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String before, Page page) {
        State asked = State.of(state).orElse(State.WAITING);
        long from = ID.matcher(before).matches() ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Mail> found = mails.list(asked, from, ROWS + 1);
        List<MailView.Row> rows = found.subList(0, Math.min(ROWS, found.size())).stream()
                .map(mail -> row(page, mail))
                .toList();
        return templates.mailMails(
                page,
                new MailView(
                        settings.on(),
                        settings.host(),
                        asked.key(),
                        tabs(page, asked),
                        rows,
                        addresses.failing().stream().map(this::failing).toList()),
                from == Long.MAX_VALUE ? null : page.with("before", null),
                found.size() > ROWS ? page.with("before", rows.getLast().id()) : null);
    }

    private List<MailView.Tab> tabs(Page page, State asked) {
        return Arrays.stream(State.values())
                .map(state -> new MailView.Tab(
                        state.key(), page.t("mail.state." + state.key()), count(page, state), state == asked))
                .toList();
    }

    private String count(Page page, State state) {
        int count = mails.count(state, MOST_COUNTED + 1);
        return count > MOST_COUNTED ? page.number(MOST_COUNTED) + "+" : page.number(count);
    }

    private MailView.Row row(Page page, Mail mail) {
        String failure = mail.failure();
        return new MailView.Row(
                mail.id(),
                mail.account() == 0
                        ? page.t("mail.to-raiser", new MatterNumber(mail.matter()).toString())
                        : name(mail.account()),
                page.t("mail.concern." + mail.concern()),
                mail.madeAt(),
                mail.state() == State.WAITING ? mail.nextAt() : mail.triedAt(),
                mail.attempts(),
                failure == null ? "" : failure,
                mail.state() == State.REFUSED || mail.state() == State.GIVEN_UP);
    }

    private MailView.Failing failing(Addresses.Given given) {
        return new MailView.Failing(
                given.account(),
                name(given.account()),
                given.address().hint(),
                given.failingSince(),
                Optional.ofNullable(given.failure()).orElse(""));
    }

    private String name(long account) {
        return actors.of(account).stream()
                .findFirst()
                .map(held -> held.actor().name())
                .orElse("#" + account);
    }

    /** Sends a mail again that failed; its address is tried again with it. */
    @PostMapping(PATH + "/{id}/again")
    ResponseEntity<JteModel> again(@PathVariable String id, Page page, HttpServletResponse response) {
        long mail = number(id);
        boolean again = mails.again(mail, page.formats().now());
        if (again) {
            mails.account(mail).ifPresent(addresses::trust);
        }
        Said.next(response, page.t(again ? "mail.said.again" : "mail.said.not-again"));
        return to();
    }

    @PostMapping(PATH + "/addresses/{account}/trust")
    ResponseEntity<JteModel> trust(@PathVariable String account, Page page, HttpServletResponse response) {
        addresses.trust(number(account));
        Said.next(response, page.t("mail.said.trust"));
        return to();
    }

    private static long number(String written) {
        if (!ID.matcher(written).matches()) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        return Long.parseLong(written);
    }

    private static ResponseEntity<JteModel> to() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", PATH)
                .build();
    }
}
