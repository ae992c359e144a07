package org.huiyin.supervision;

import java.util.Optional;
import java.util.Set;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Role;
import org.springframework.stereotype.Component;

/** Who sees an instrument, answers it, judges the answer and withdraws it. */
@Component
class Rights {

    private final Ladders ladders;
    private final MatterLookup lookup;
    private final Actors actors;

    Rights(Ladders ladders, MatterLookup lookup, Actors actors) {
        this.ladders = ladders;
        this.lookup = lookup;
        this.actors = actors;
    }

    /** Those of matters I may read, and those on my units; whoever is kept from what is off the board sees none about it. */
    boolean maySee(Actor actor, Instrument instrument) {
        Optional<Matter> matter = lookup.find(instrument.matter());
        boolean open = matter.filter(Matter::confidential).isEmpty() || MatterLookup.discreet(actor);
        return matter.filter(one -> lookup.mayRead(actor, one)).isPresent()
                || open && actor.reach().coversUnit(instrument.unit());
    }

    boolean mayAnswer(Actor actor, Instrument instrument) {
        return instrument.ended() == null
                && actor.reach().coversUnit(instrument.unit())
                && ladders.kinds().stream()
                        .anyMatch(rung -> rung.kind().equals(instrument.kind())
                                && rung.answerable()
                                && rung.answeredBy(actor.role()));
    }

    /** Whether it lies with the head of the actor's unit, and the actor cannot answer it. */
    boolean waitsForHead(Actor actor, Instrument instrument) {
        return instrument.ended() == null
                && actor.role() == Role.HANDLER
                && actor.reach().coversUnit(instrument.unit())
                && inWriting(instrument)
                && !mayAnswer(actor, instrument);
    }

    /** Whether it is answered in writing at all, rather than by answering the matter. */
    boolean inWriting(Instrument instrument) {
        return ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(instrument.kind()) && rung.answerable());
    }

    /** A supervisor of the place or a dispatcher of the issuing office, and never somebody of the unit that answered. */
    boolean mayJudge(Actor actor, Instrument instrument) {
        boolean issues = actor.role() == Role.SUPERVISOR && readsMatter(actor, instrument)
                || actor.role() == Role.DISPATCHER && actor.reach().coversUnit(instrument.issuer());
        return instrument.state().equals("answered") && issues && !own(actor).contains(instrument.unit());
    }

    /** The units whose answers this person never judges. */
    Set<Integer> own(Actor actor) {
        return actors.ownUnits(actor);
    }

    boolean mayWithdraw(Actor actor, Instrument instrument) {
        return instrument.ended() == null && actor.role() == Role.SUPERVISOR && readsMatter(actor, instrument);
    }

    private boolean readsMatter(Actor actor, Instrument instrument) {
        return lookup.find(instrument.matter())
                .filter(matter -> lookup.mayRead(actor, matter))
                .isPresent();
    }
}
