package org.huiyin.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.mail.MailRound.Fared;
import org.huiyin.mail.Mails.Mail;
import org.huiyin.matter.MatterNumber;
import org.huiyin.notice.Messages;
import org.springframework.stereotype.Component;

/** Writes the next letter to a raiser whose matter was answered; within the caller's transaction. */
@Component
class ToRaisers {

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
        return held.map(raiser -> send(postman, raiser, now)).orElse(Fared.NOTHING);
    }

    private Fared send(Postman postman, Mails.Raiser raiser, Instant now) {
        Address address = raisers.open(raiser);
        List<Mail> due = mails.dueToRaiser(raiser.matter(), now);
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
