package org.huiyin.assessment;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Objections to rankings in the rail of those who decide on them. */
@Component
@Order(45)
class ObjectionsLink implements RailLink {

    private final RankingObjections objections;

    ObjectionsLink(RankingObjections objections) {
        this.objections = objections;
    }

    @Override
    public boolean shown(Page page) {
        return ExclusionRules.supervises(page.reader());
    }

    @Override
    public String path() {
        return "/desk/objections";
    }

    @Override
    public String title(Page page) {
        return page.t("assessment.objections");
    }

    @Override
    public int waiting(Page page) {
        return objections.open();
    }
}
