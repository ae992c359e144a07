package org.huiyin.supervision;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an instrument by a person's hand: the unit answers it, or a supervisor withdraws it. */
@Component
class Replies {

    static final int SHORTEST = 4;
    static final int LONGEST = 2000;

    private static final String END = """
            with fallen as (delete from standing where instrument_id = :id returning instrument_id)
            insert into instrument_end (instrument_id, how, ended_at, account, post, unit, note)
            select instrument_id, :how, :now, :account, :post, :unit, :note from fallen
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MatterLookup lookup;
    private final Ladders ladders;
    private final Messages messages;

    Replies(
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            MatterLookup lookup,
            Ladders ladders,
            Messages messages) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.lookup = lookup;
        this.ladders = ladders;
        this.messages = messages;
    }

    /** What comes of it. */
    enum Reply {
        DONE,
        /** It was answered, lapsed, discharged or withdrawn in between. */
        ENDED,
        NOT_YOURS,
        /** Answering the matter is the answer. */
        NOT_ANSWERED_IN_WRITING,
        /** Fewer or more characters than an answer has. */
        TEXT_WRONG
    }

    boolean mayAnswer(Actor actor, Instrument instrument) {
        return instrument.ended() == null
                && actor.reach().coversUnit(instrument.unit())
                && ladders.kinds().stream()
                        .anyMatch(rung -> rung.kind().equals(instrument.kind())
                                && rung.answerable()
                                && rung.answeredBy(actor.role()));
    }

    boolean mayWithdraw(Actor actor, Instrument instrument) {
        return instrument.ended() == null
                && actor.role() == Role.SUPERVISOR
                && lookup.find(instrument.matter())
                        .filter(matter -> lookup.mayRead(actor, matter))
                        .isPresent();
    }

    Reply answer(Actor actor, Instrument instrument, String text) {
        if (instrument.ended() != null) {
            return Reply.ENDED;
        }
        boolean inWriting =
                ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(instrument.kind()) && rung.answerable());
        if (!inWriting) {
            return Reply.NOT_ANSWERED_IN_WRITING;
        }
        return mayAnswer(actor, instrument) ? end(actor, instrument, "answered", text) : Reply.NOT_YOURS;
    }

    Reply withdraw(Actor actor, Instrument instrument, String reason) {
        if (instrument.ended() != null) {
            return Reply.ENDED;
        }
        return mayWithdraw(actor, instrument) ? end(actor, instrument, "withdrawn", reason) : Reply.NOT_YOURS;
    }

    private Reply end(Actor actor, Instrument instrument, String how, String note) {
        String said = note.strip();
        int length = said.codePointCount(0, said.length());
        if (length < SHORTEST || length > LONGEST) {
            return Reply.TEXT_WRONG;
        }
        return transaction.execute(status -> {
            int ended = database.sql(END)
                    .param("id", instrument.id())
                    .param("how", how)
                    .param("now", Occasions.time(clock.instant()))
                    .param("account", actor.account())
                    .param("post", actor.post())
                    .param("unit", actor.unit())
                    .param("note", said)
                    .update();
            if (ended == 1) {
                tell(actor, instrument, how, said);
            }
            return ended == 1 ? Reply.DONE : Reply.ENDED;
        });
    }

    /** Supervisors hear that it was answered, the unit that it was withdrawn. */
    private void tell(Actor actor, Instrument instrument, String how, String said) {
        Matter matter = lookup.find(instrument.matter()).orElseThrow();
        List<Audience> to = how.equals("answered")
                ? List.of(Audience.over(matter.place(), Role.SUPERVISOR))
                : List.of(Audience.at(instrument.unit(), Role.HANDLER), Audience.at(instrument.unit(), Role.UNIT_HEAD));
        messages.tell(
                database,
                List.of(new Telling(
                        "instrument-" + how,
                        to,
                        List.of(
                                Word.of(instrument.title()),
                                Word.of(new Text(
                                        instrument.number().in(Locale.CHINESE),
                                        instrument.number().in(Locale.ENGLISH))),
                                Word.unit(actor.unit()),
                                Word.of(said)),
                        "/desk/instruments/" + instrument.id(),
                        matter.id(),
                        clock.instant(),
                        actor.account())),
                clock.instant());
    }
}
