package org.huiyin.worklist;

import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Step;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Reports what a step brought about: who does what by when. */
@Component
class Reports {

    private final MatterLookup lookup;
    private final Tellings tellings;

    Reports(MatterLookup lookup, Tellings tellings) {
        this.lookup = lookup;
        this.tellings = tellings;
    }

    String done(Page page, Receipt receipt) {
        Matter matter = lookup.find(receipt.number()).orElseThrow();
        Programme programme = lookup.programmeOf(matter);
        Optional<Step> step = lookup.history(receipt.number()).stream()
                .filter(taken -> taken.seq() == receipt.version())
                .findFirst();
        return step.map(taken ->
                        tellings.done(page, programme, matter, taken, Discretion.of(lookup, page.reader(), matter)))
                .orElse("");
    }
}
