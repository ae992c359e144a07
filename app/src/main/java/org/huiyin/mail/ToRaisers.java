package org.huiyin.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.mail.MailRound.Fared;
import org.huiyin.mail.Mails.Mail;
import org.huiyin.matter.MatterNumber;
import org.huiyin.notice.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes the next letter to a raiser whose matter was answered; within the caller's transaction. */
@Component
class ToRaisers {

    private static final Logger log = LoggerFactory.getLogger(ToRaisers.class);

    private final Mails mails;
    private final Raisers raisers;
    private final LetterWriter writer;
    private final Messages messages;

    ToRaisers(Mails mails, Raisers raisers, LetterWriter writer, Messages messages) {
        this.mails = mails;
        this.raisers = raisers;
        this.writer = writer;
        this.messages = messages;
    }

    Fared next(Postman postman, Instant now) {
        Optional<Mails.Raiser> held = messages.deliverAt(now).isAfter(now) ? Optional.empty() : mails.holdRaiser(now);
        return held.map(raiser -> written(postman, raiser, mails.dueToRaiser(raiser.matter(), now), now))
                .orElse(Fared.NOTHING);
    }

    /** A letter that cannot be written must not keep everybody else's from going out. */
    private Fared written(Postman postman, Mails.Raiser raiser, List<Mail> due, Instant now) {
        try {
            return send(postman, raiser, due, now);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("A mail about matter {} could not be written; it is tried again later", raiser.matter(), e);
            return Tries.write(mails, due, new Sent.Later("not written: " + e), now);
        }
    }

    private Fared send(Postman postman, Mails.Raiser raiser, List<Mail> due, Instant now) {
        Address address = raisers.open(raiser);
        if (due.isEmpty() || raisers.stopped(address)) {
            mails.drop(due.stream().map(Mail::id).toList(), now);
            return Fared.DONE;
        }
        // of several answers that piled up one letter tells
        MatterNumber number = new MatterNumber(raiser.matter());
        Letter letter = writer.answered(number, raisers.stopPath(number));
        Sent sent = postman.send(due.getFirst().id(), letter, address, now);
        return Tries.write(mails, due, sent, now);
    }
}
