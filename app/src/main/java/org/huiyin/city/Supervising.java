package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Actor;
import org.huiyin.org.Unit;
import org.huiyin.supervision.Instrument;
import org.huiyin.supervision.Instruments;
import org.huiyin.supervision.Judgements;
import org.huiyin.supervision.Orders;
import org.huiyin.supervision.Replies;
import org.springframework.stereotype.Component;

/** The morning's instruments: units answer those they heed, supervisors sign what the ladder proposes. */
@Component
class Supervising {

    private static final int LOOKED_AT = 200;

    private final Instruments instruments;
    private final Replies replies;
    private final Judgements judgements;
    private final Orders orders;
    private final MatterLookup lookup;

    Supervising(Instruments instruments, Replies replies, Judgements judgements, Orders orders, MatterLookup lookup) {
        this.judgements = judgements;
        this.instruments = instruments;
        this.replies = replies;
        this.orders = orders;
        this.lookup = lookup;
    }

    void morning(Stage stage, Instant now) {
        Actor supervisor = stage.cast().supervisor(0);
        Instruments.Narrowed open = new Instruments.Narrowed("", "open", "", Long.MAX_VALUE);
        for (Instrument instrument : instruments.page(supervisor, open, LOOKED_AT)) {
            // whether a unit answers is decided once for each instrument
            SplittableRandom random = new SplittableRandom(stage.script().seed() ^ instrument.id() * 31);
            Unit unit = stage.cast().unit(instrument.unit());
            boolean heeds = random.nextDouble() < stage.customs().of(unit, now).heeds();
            if (heeds && instrument.servedAt().isBefore(now.minus(Duration.ofHours(2)))) {
                Wording words = new Wording(stage.phrases(), random, "", true);
                answer(stage, unit, instrument, words.say("replies"));
            }
        }
        judge(stage, supervisor, now);
        for (Instruments.Proposal proposal : instruments.proposed(supervisor)) {
            SplittableRandom random = new SplittableRandom(
                    stage.script().seed() ^ proposal.matter().id() ^ now.getEpochSecond());
            if (random.nextInt(3) == 0) {
                lookup.find(proposal.matter()).ifPresent(matter -> orders.sign(matter, supervisor, proposal.kind()));
            }
        }
    }

    /** The issuer's word on what came in by yesterday. */
    private void judge(Stage stage, Actor supervisor, Instant now) {
        Instruments.Narrowed answered = new Instruments.Narrowed("", "answered", "", Long.MAX_VALUE);
        for (Instrument instrument : instruments.page(supervisor, answered, LOOKED_AT)) {
            SplittableRandom random = new SplittableRandom(stage.script().seed() ^ instrument.id() * 17);
            Instrument.Ended ended = instrument.ended();
            if (ended == null || ended.at().isAfter(now.minus(Duration.ofHours(3)))) {
                continue;
            }
            if (random.nextInt(10) > 0) {
                judgements.accept(supervisor, instrument);
            } else {
                judgements.refuse(supervisor, instrument, stage.phrases().any("judgements", random));
            }
        }
    }

    /** The handler answers; what is for the head alone, the head does. */
    private void answer(Stage stage, Unit unit, Instrument instrument, String text) {
        Replies.Reply reply = replies.answer(stage.cast().handler(unit), instrument, text, List.of());
        if (reply == Replies.Reply.NOT_YOURS) {
            replies.answer(stage.cast().head(unit), instrument, text, List.of());
        }
    }
}
