package org.huiyin.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.mail.Letter.Line;
import org.huiyin.matter.MatterNumber;
import org.huiyin.notice.ToldMessages.Told;
import org.huiyin.org.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts mails into words. Nothing secret goes into one: numbers, links, and titles everybody may read. */
@Component
class LetterWriter {

    private final Pages pages;
    private final String publicUrl;

    LetterWriter(Pages pages, @Value("${huiyin.public-url:}") String publicUrl) {
        this.pages = pages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** How a person is written to in their language. */
    Page page(String language) {
        return pages.of(Actor.VISITOR, language.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    /**
     * One message, or several in one.
     *
     * @param all how many there are, of which the letter lists the first
     */
    Letter messages(Page page, String name, List<Told> told, int all) {
        String first = told.getFirst().headline();
        String subject = all == 1 ? first : page.t("mail.subject.several", first, all);
        return new Letter(
                page.lang(),
                page.t("mail.subject", subject),
                page.t("mail.greeting", name),
                told.stream()
                        .map(one -> new Line(one.headline(), one.more(), at(one.link())))
                        .toList(),
                List.of(
                        new Line(page.t("mail.foot.automatic"), "", ""),
                        new Line(page.t("mail.foot.change"), "", at("/account/mail"))),
                "");
    }

    /** The mail by which a person shows that an address is theirs. */
    Letter confirmation(Page page, String name, String code) {
        return new Letter(
                page.lang(),
                page.t("mail.subject", page.t("mail.confirm.subject")),
                page.t("mail.greeting", name),
                List.of(new Line(
                        page.t("mail.confirm.link"),
                        page.t("mail.confirm.more"),
                        at("/account/mail/confirmation?code=" + code))),
                List.of(new Line(page.t("mail.confirm.foot"), "", "")),
                "");
    }

    /** To a raiser, whose language nobody knows: in both. */
    Letter answered(MatterNumber number, String stop) {
        Page zh = page("zh");
        Page en = page("en");
        return new Letter(
                zh.lang(),
                both(zh, en, "mail.answered.subject", " · "),
                "",
                List.of(new Line(number.toString(), both(zh, en, "mail.answered.more", " "), at("/m/" + number))),
                List.of(
                        new Line(both(zh, en, "mail.answered.why", " "), "", ""),
                        new Line(both(zh, en, "mail.answered.stop", " · "), "", at(stop))),
                at(stop));
    }

    Optional<String> fault() {
        return publicUrl.matches("https?://.+") ? Optional.empty() : Optional.of("huiyin.public-url");
    }

    private static String both(Page zh, Page en, String key, String between) {
        return zh.t(key) + between + en.t(key);
    }

    private String at(String path) {
        return publicUrl + path;
    }
}
