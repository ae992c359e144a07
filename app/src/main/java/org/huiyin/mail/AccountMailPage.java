package org.huiyin.mail;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person of the house gives an address, confirms it and chooses what comes there. */
@Controller
class AccountMailPage {

    private static final int MOST_CODES = 5;
    private static final Duration COUNTED = Duration.ofDays(1);
    private static final String PATH = "/account/mail";

    private final StaticTemplates templates = new StaticTemplates();
    private final MailSettings settings;
    private final Addresses addresses;
    private final Mails mails;

    AccountMailPage(MailSettings settings, Addresses addresses, Mails mails) {
        this.settings = settings;
        this.addresses = addresses;
        this.mails = mails;
    }

    @GetMapping(PATH)
    JteModel show(Page page) {
        return page(page, account(page), "", null);
    }

    /** Takes an address and sends a code there; nothing else goes there before the code comes back. */
    @PostMapping(PATH)
    @Transactional
    public ResponseEntity<JteModel> give(
            @RequestParam(defaultValue = "") String address, Page page, HttpServletResponse response) {
        long account = account(page);
        Optional<Address> typed = Address.typed(address);
        if (typed.isEmpty()) {
            return wrong(page, account, address, "mail.wrong.address");
        }
        Instant now = page.formats().now();
        if (!mails.confirmation(account, MOST_CODES, now.minus(COUNTED), now)) {
            return wrong(page, account, address, "mail.wrong.too-often");
        }
        addresses.give(account, typed.get(), language(page), wishes(account));
        Said.next(response, page.t("mail.said.given", typed.get().text()));
        return to(PATH);
    }

    @PostMapping(PATH + "/wishes")
    ResponseEntity<JteModel> wish(@RequestParam Map<String, String> form, Page page, HttpServletResponse response) {
        addresses.wish(account(page), Wishes.of(form), "en".equals(form.get("language")) ? "en" : "zh");
        Said.next(response, page.t("mail.said.wishes"));
        return to(PATH);
    }

    /** Asks for one press: programs that look into mails follow links, people press. */
    @GetMapping(PATH + "/confirmation")
    JteModel ask(@RequestParam(defaultValue = "") String code, Page page) {
        account(page);
        return templates.mailConfirm(page, code.matches("[0-9a-f]{32}") ? code : "");
    }

    @PostMapping(PATH + "/confirmation")
    ResponseEntity<JteModel> confirm(
            @RequestParam(defaultValue = "") String code, Page page, HttpServletResponse response) {
        long account = account(page);
        boolean confirmed = addresses.confirm(account, code, page.formats().now());
        if (!confirmed) {
            return wrong(page, account, "", "mail.wrong.code");
        }
        Said.next(response, page.t("mail.said.confirmed"));
        return to(PATH);
    }

    /** Tries an address again that was refused once. */
    @PostMapping(PATH + "/trust")
    ResponseEntity<JteModel> trust(Page page, HttpServletResponse response) {
        addresses.trust(account(page));
        Said.next(response, page.t("mail.said.trust"));
        return to(PATH);
    }

    @PostMapping(PATH + "/removal")
    @Transactional
    public ResponseEntity<JteModel> remove(Page page, HttpServletResponse response) {
        long account = account(page);
        mails.withdraw(account);
        addresses.remove(account);
        Said.next(response, page.t("mail.said.removed"));
        return to(PATH);
    }

    private ResponseEntity<JteModel> wrong(Page page, long account, String typed, String fault) {
        return ResponseEntity.unprocessableContent().body(page(page, account, typed, page.t(fault, MOST_CODES)));
    }

    private JteModel page(Page page, long account, String typed, @Nullable String fault) {
        return templates.mailAccount(
                page, addresses.find(account).map(MailGiven::of).orElse(null), typed, fault);
    }

    /** Whoever has a page here; there is none without e-mail, and none for residents. */
    private long account(Page page) {
        if (!page.reader().staff()) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        if (!settings.on()) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        return page.reader().account();
    }

    private Wishes wishes(long account) {
        return addresses
                .find(account)
                .map(given -> new Wishes(
                        given.atOnce().toArray(String[]::new), given.daily().toArray(String[]::new)))
                .orElse(Wishes.USUAL);
    }

    private static String language(Page page) {
        return page.lang().startsWith("en") ? "en" : "zh";
    }

    private static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
