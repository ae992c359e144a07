package org.huiyin.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huiyin.mail.MailRound.Fared;
import org.huiyin.mail.Mails.Mail;
import org.huiyin.mail.Mails.State;

/** Writes down what came of handing over a letter. One that is put off is tried later and later, for about four days. */
final class Tries {

    /** When it is tried again after so many tries. */
    private static final List<Duration> AGAIN = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(48));

    private Tries() {}

    /** Of all the mails that went in one letter. */
    static Fared write(Mails mails, List<Mail> in, Sent sent, Instant now) {
        List<Long> ids = in.stream().map(Mail::id).toList();
        return switch (sent) {
            case Sent.Taken() -> {
                mails.came(ids, State.SENT, true, now, null, now);
                yield Fared.DONE;
            }
            case Sent.Refused(String why) -> {
                mails.came(ids, State.REFUSED, true, now, why, now);
                yield Fared.DONE;
            }
            case Sent.Later(String why) -> {
                int tries = in.stream().mapToInt(Mail::attempts).max().orElse(0);
                boolean last = tries >= AGAIN.size();
                Instant next = last ? now : now.plus(AGAIN.get(tries));
                mails.came(ids, last ? State.GIVEN_UP : State.WAITING, true, next, why, now);
                yield Fared.DONE;
            }
            case Sent.Away(String why) -> {
                mails.came(ids, State.WAITING, false, in.getFirst().nextAt(), why, now);
                yield Fared.AWAY;
            }
        };
    }
}
