package org.huiyin.supervision;

import java.time.Instant;
import java.util.ArrayList;
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

/** Tells the one side what the other did with an instrument, in the transaction that is open. */
@Component
class ReplyTellings {

    private final JdbcClient database;
    private final MatterLookup lookup;
    private final Messages messages;

    ReplyTellings(JdbcClient database, MatterLookup lookup, Messages messages) {
        this.database = database;
        this.lookup = lookup;
        this.messages = messages;
    }

    /** Supervisors hear what the unit answered. */
    void answered(Actor actor, Instrument instrument, String said, Instant now) {
        Matter matter = lookup.find(instrument.matter()).orElseThrow();
        tell(
                "instrument-answered",
                List.of(Audience.over(matter.place(), Role.SUPERVISOR)),
                actor,
                instrument,
                List.of(Word.of(said)),
                now);
    }

    /** The unit hears that it was withdrawn, and why. */
    void withdrawn(Actor actor, Instrument instrument, String why, Instant now) {
        tell("instrument-withdrawn", unit(instrument), actor, instrument, List.of(Word.of(why)), now);
    }

    /** The unit hears that its answer was kept. */
    void accepted(Actor actor, Instrument instrument, Instant now) {
        tell("instrument-accepted", unit(instrument), actor, instrument, List.of(), now);
    }

    /** The unit hears that its answer was not kept, why, and until when it has to answer again. */
    void refused(Actor actor, Instrument instrument, String why, Instant until, Instant now) {
        tell("instrument-refused", unit(instrument), actor, instrument, List.of(Word.of(why), Word.of(until)), now);
    }

    private static List<Audience> unit(Instrument instrument) {
        return List.of(Audience.at(instrument.unit(), Role.HANDLER), Audience.at(instrument.unit(), Role.UNIT_HEAD));
    }

    private void tell(
            String kind, List<Audience> to, Actor actor, Instrument instrument, List<String> more, Instant now) {
        List<String> words = new ArrayList<>(List.of(
                Word.of(instrument.title()),
                Word.of(new Text(
                        instrument.number().in(Locale.CHINESE),
                        instrument.number().in(Locale.ENGLISH))),
                Word.unit(actor.unit())));
        words.addAll(more);
        messages.tell(
                database,
                List.of(new Telling(
                        kind,
                        to,
                        words,
                        "/desk/instruments/" + instrument.id(),
                        instrument.matter().id(),
                        now,
                        actor.account())),
                now);
    }
}
