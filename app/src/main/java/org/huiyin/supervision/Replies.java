package org.huiyin.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Keeper;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an instrument by a person's hand: the unit answers it, or a supervisor withdraws it. */
@Component
public class Replies {

    static final int SHORTEST = 4;
    static final int LONGEST = 2000;

    private static final String END = """
            with fallen as (delete from standing where instrument_id = :id returning instrument_id)
            insert into instrument_end (instrument_id, how, ended_at, account, post, unit, note)
            select instrument_id, :how, :now, :account, :post, :unit, :note from fallen
            """;
    private static final String ANSWER = """
            insert into instrument_answer (instrument_id, answered_at, account, post, unit, text)
            values (:id, :now, :account, :post, :unit, :text) returning id
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Rights rights;
    private final Attachments attachments;
    private final ReplyTellings tellings;

    Replies(
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            Rights rights,
            Attachments attachments,
            ReplyTellings tellings) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.rights = rights;
        this.attachments = attachments;
        this.tellings = tellings;
    }

    /** What comes of it. */
    public enum Reply {
        DONE,
        /** It was answered, lapsed, discharged or withdrawn in between. */
        ENDED,
        NOT_YOURS,
        /** Answering the matter is the answer. */
        NOT_ANSWERED_IN_WRITING,
        /** Fewer or more characters than an answer has. */
        TEXT_WRONG
    }

    /**
     * Answers it.
     *
     * @param proof ids of attachments this person handed in
     */
    public Reply answer(Actor actor, Instrument instrument, String text, List<String> proof) {
        String said = text.strip();
        if (instrument.ended() != null) {
            return Reply.ENDED;
        }
        if (!rights.inWriting(instrument)) {
            return Reply.NOT_ANSWERED_IN_WRITING;
        }
        if (!rights.mayAnswer(actor, instrument)) {
            return Reply.NOT_YOURS;
        }
        if (wrong(said)) {
            return Reply.TEXT_WRONG;
        }
        return transaction.execute(status -> {
            Instant now = clock.instant();
            if (!end(actor, instrument, "answered", said, now)) {
                return Reply.ENDED;
            }
            long answer = database.sql(ANSWER)
                    .param("id", instrument.id())
                    .param("now", Occasions.time(now))
                    .param("account", actor.account())
                    .param("post", actor.post())
                    .param("unit", actor.unit())
                    .param("text", said)
                    .query(Long.class)
                    .single();
            attachments.keep(new Keeper(Answers.KIND, answer), proof);
            tellings.answered(actor, instrument, said, now);
            return Reply.DONE;
        });
    }

    Reply withdraw(Actor actor, Instrument instrument, String reason) {
        String why = reason.strip();
        if (instrument.ended() != null) {
            return Reply.ENDED;
        }
        if (!rights.mayWithdraw(actor, instrument)) {
            return Reply.NOT_YOURS;
        }
        if (wrong(why)) {
            return Reply.TEXT_WRONG;
        }
        return transaction.execute(status -> {
            Instant now = clock.instant();
            if (!end(actor, instrument, "withdrawn", why, now)) {
                return Reply.ENDED;
            }
            tellings.withdrawn(actor, instrument, why, now);
            return Reply.DONE;
        });
    }

    static boolean wrong(String text) {
        int length = text.codePointCount(0, text.length());
        return length < SHORTEST || length > LONGEST;
    }

    private boolean end(Actor actor, Instrument instrument, String how, String note, Instant now) {
        return database.sql(END)
                        .param("id", instrument.id())
                        .param("how", how)
                        .param("now", Occasions.time(now))
                        .param("account", actor.account())
                        .param("post", actor.post())
                        .param("unit", actor.unit())
                        .param("note", note)
                        .update()
                == 1;
    }
}
