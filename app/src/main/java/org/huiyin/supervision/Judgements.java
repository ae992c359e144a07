package org.huiyin.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The issuer's word on an answer. One that is kept ends the instrument for good. One that is not puts it back on the ladder: the unit has its
 * time to answer once more, and only if it lets that pass the next instrument follows.
 */
@Component
public class Judgements {

    private static final String JUDGE = """
            update instrument_answer set accepted = :accepted, judged_at = :now, judge_account = :account, judge_post = :post, judge_unit = :unit,
              reason = :reason
            where instrument_id = :id and accepted is null
            """;
    private static final String ACCEPT = """
            update instrument_end set how = 'accepted' where instrument_id = :id and how = 'answered'
            """;
    /** The clock is held first, as a step that stops it holds it: so either finds the other's work done. */
    private static final String STAND_AGAIN = """
            with running as materialized (
              select i.id, i.matter_id, i.ordinal, i.term, i.kind
              from instrument i join clock c on c.matter_id = i.matter_id and c.ordinal = i.ordinal
              where i.id = :id and c.running and cardinality(string_to_array(c.extensions, ',')) = i.term
              for update of c)
            insert into standing (matter_id, ordinal, term, kind, instrument_id, act_at)
            select matter_id, ordinal, term, kind, id, :until from running
            on conflict (matter_id) do nothing
            """;

    private static final String REOPEN = """
            with reopened as (delete from instrument_end where instrument_id = :id and how = 'answered' returning instrument_id)
            update instrument set answer_by = :until from reopened where id = reopened.instrument_id
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Rights rights;
    private final Terms terms;
    private final ReplyTellings tellings;

    Judgements(
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            Rights rights,
            Terms terms,
            ReplyTellings tellings) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.rights = rights;
        this.terms = terms;
        this.tellings = tellings;
    }

    /** What comes of it. */
    public enum Judgement {
        DONE,
        /** No answer waits any more. */
        JUDGED_ALREADY,
        NOT_YOURS,
        /** An answer that is not kept needs a reason. */
        REASON_MISSING,
        /** The matter was answered or extended meanwhile, stands still, or another instrument stands against it. */
        NOTHING_LEFT_TO_ASK
    }

    public Judgement accept(Actor actor, Instrument instrument) {
        if (!rights.mayJudge(actor, instrument)) {
            return refusal(instrument);
        }
        return transaction.execute(status -> {
            Instant now = clock.instant();
            if (!judge(actor, instrument, true, "", now)
                    || database.sql(ACCEPT).param("id", instrument.id()).update() != 1) {
                status.setRollbackOnly();
                return Judgement.JUDGED_ALREADY;
            }
            tellings.accepted(actor, instrument, now);
            return Judgement.DONE;
        });
    }

    public Judgement refuse(Actor actor, Instrument instrument, String reason) {
        String why = reason.strip();
        if (!rights.mayJudge(actor, instrument)) {
            return refusal(instrument);
        }
        if (Replies.wrong(why)) {
            return Judgement.REASON_MISSING;
        }
        Instant now = clock.instant();
        Optional<Instant> until = terms.again(instrument, now);
        return until.isEmpty()
                ? Judgement.NOTHING_LEFT_TO_ASK
                : transaction.execute(status -> {
                    if (!judge(actor, instrument, false, why, now)) {
                        return Judgement.JUDGED_ALREADY;
                    }
                    if (!standsAgain(instrument, until.get())) {
                        status.setRollbackOnly();
                        return Judgement.NOTHING_LEFT_TO_ASK;
                    }
                    tellings.refused(actor, instrument, why, until.get(), now);
                    return Judgement.DONE;
                });
    }

    private static Judgement refusal(Instrument instrument) {
        return instrument.state().equals("answered") ? Judgement.NOT_YOURS : Judgement.JUDGED_ALREADY;
    }

    private boolean judge(Actor actor, Instrument instrument, boolean accepted, String reason, Instant now) {
        return database.sql(JUDGE)
                        .param("id", instrument.id())
                        .param("accepted", accepted)
                        .param("now", Occasions.time(now))
                        .param("account", actor.account())
                        .param("post", actor.post())
                        .param("unit", actor.unit())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private boolean standsAgain(Instrument instrument, Instant until) {
        int stood = database.sql(STAND_AGAIN)
                .param("id", instrument.id())
                .param("until", Occasions.time(until))
                .update();
        return stood == 1
                && database.sql(REOPEN)
                                .param("id", instrument.id())
                                .param("until", Occasions.time(until))
                                .update()
                        == 1;
    }
}
