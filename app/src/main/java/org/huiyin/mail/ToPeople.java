package org.huiyin.mail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.mail.MailRound.Fared;
import org.huiyin.mail.Mails.Mail;
import org.huiyin.notice.Messages;
import org.huiyin.notice.ToldMessages;
import org.huiyin.notice.ToldMessages.Told;
import org.huiyin.notice.Word;
import org.huiyin.org.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes the next letter to a person of the house; within the caller's transaction. What was read in the inbox meanwhile is not sent any more. */
@Component
class ToPeople {

    /** The most messages one letter lists; it says how many more there are by its count. */
    private static final int MOST_LISTED = 50;

    private static final Logger log = LoggerFactory.getLogger(ToPeople.class);

    private final Mails mails;
    private final Addresses addresses;
    private final LetterWriter writer;
    private final ToldMessages told;
    private final Messages messages;
    private final Actors actors;

    ToPeople(
            Mails mails,
            Addresses addresses,
            LetterWriter writer,
            ToldMessages told,
            Messages messages,
            Actors actors) {
        this.mails = mails;
        this.addresses = addresses;
        this.writer = writer;
        this.told = told;
        this.messages = messages;
        this.actors = actors;
    }

    Fared next(Postman postman, Instant now) {
        boolean quiet = messages.deliverAt(now).isAfter(now);
        return mails.holdPerson(now, quiet)
                .map(account -> written(postman, account, mails.dueToPerson(account, now, quiet), now))
                .orElse(Fared.NOTHING);
    }

    /** A letter that cannot be written must not keep everybody else's from going out. */
    private Fared written(Postman postman, long account, List<Mail> due, Instant now) {
        try {
            return addresses
                    .find(account)
                    .map(given -> send(postman, given, due, now))
                    .orElse(Fared.DONE);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("A mail to account {} could not be written; it is tried again later", account, e);
            return Tries.write(mails, due, new Sent.Later("not written: " + e), now);
        }
    }

    private Fared send(Postman postman, Addresses.Given given, List<Mail> due, Instant now) {
        if (due.isEmpty()) {
            return Fared.DONE; // somebody withdrew it a moment ago
        }
        List<Mail> in = together(due);
        Page page = writer.page(given.language());
        Letter letter;
        if (in.getFirst().concern().equals(Mails.CONFIRMING)) {
            letter = writer.confirmation(page, name(given.account()), addresses.code(given.account(), now));
        } else {
            List<Told> unread = told.unread(page, in.stream().map(Mail::message).toList());
            in = dropRead(in, unread, now);
            if (in.isEmpty()) {
                return Fared.DONE;
            }
            letter = writer.messages(
                    page,
                    name(given.account()),
                    unread.subList(0, Math.min(MOST_LISTED, unread.size())),
                    unread.size());
        }
        Sent sent = postman.send(in.getFirst().id(), letter, given.address(), now);
        if (sent instanceof Sent.Refused(String why)) {
            failing(given, why, now);
        }
        return Tries.write(mails, in, sent, now);
    }

    /** What goes in one letter: a code by itself, everything else that is due together, so that nothing ever comes as a storm. */
    private static List<Mail> together(List<Mail> due) {
        return due.stream()
                .filter(one -> one.concern().equals(Mails.CONFIRMING))
                .findFirst()
                .map(List::of)
                .orElse(due);
    }

    private List<Mail> dropRead(List<Mail> in, List<Told> unread, Instant now) {
        Set<Long> left = unread.stream().map(Told::id).collect(Collectors.toSet());
        mails.drop(
                in.stream()
                        .filter(one -> !left.contains(one.message()))
                        .map(Mail::id)
                        .toList(),
                now);
        return in.stream().filter(one -> left.contains(one.message())).toList();
    }

    private void failing(Addresses.Given given, String why, Instant now) {
        addresses.failing(given.account(), why, now);
        messages.tellOne(
                given.account(),
                "mail-failing",
                List.of(Word.of(given.address().hint()), Word.of(why)),
                "/account/mail",
                now);
    }

    private String name(long account) {
        return actors.of(account).stream()
                .findFirst()
                .map(held -> held.actor().name())
                .orElse("");
    }
}
