package org.huiyin.mechanism;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.programme.StepRule;
import org.huiyin.track.TrackPart;
import org.springframework.stereotype.Component;

/** The button by which anybody takes a public matter upon themselves, and the way back to it for whoever did. */
@Component
class ClaimPart implements TrackPart {

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final MatterLookup lookup;

    ClaimPart(MechanismPages pages, MatterLookup lookup) {
        this.pages = pages;
        this.lookup = lookup;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        return pages.claim(matter.programme())
                .filter(claim -> !page.reader().staff())
                .flatMap(claim -> {
                    boolean open = from(matter, claim.step());
                    String path = ClaimPage.path(matter.number());
                    return open || from(matter, claim.back())
                            ? Optional.of(templates.mechanismClaimbutton(page, page.t(claim.call()), path, open))
                            : Optional.empty();
                });
    }

    private boolean from(Matter matter, String step) {
        Optional<StepRule> rule = lookup.programmeOf(matter).step(step);
        return rule.isPresent() && rule.get().from().contains(matter.state());
    }
}
