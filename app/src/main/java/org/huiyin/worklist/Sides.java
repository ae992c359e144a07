package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands beside a matter and its forms: its raiser, and what other features say of it. */
@Component
class Sides {

    private final RaiserViews raisers;
    private final ObjectProvider<MatterPanel> panels;
    private final ObjectProvider<UnitAdvice> advice;

    Sides(RaiserViews raisers, ObjectProvider<MatterPanel> panels, ObjectProvider<UnitAdvice> advice) {
        this.raisers = raisers;
        this.panels = panels;
        this.advice = advice;
    }

    MatterView.Raiser raiser(Page page, Matter matter, Programme programme) {
        return raisers.of(page, matter, programme);
    }

    List<Content> panels(Page page, Matter matter) {
        return panels.orderedStream()
                .flatMap(panel -> panel.of(page, matter).stream())
                .toList();
    }

    UnitAdvice.Advised advised(Page page, StepRule step, List<Matter> matters) {
        return advice.orderedStream()
                .findFirst()
                .map(one -> one.of(page, step, matters))
                .orElse(UnitAdvice.Advised.NONE);
    }
}
