package org.huiyin.raiser;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What raisers asked about their data, in the rail of the desk. */
@Component
@Order(70)
class RetentionLink implements RailLink {

    private final RetentionViews views;

    RetentionLink(RetentionViews views) {
        this.views = views;
    }

    @Override
    public boolean shown(Page page) {
        return SameRaiser.maySearch(page.reader());
    }

    @Override
    public String path() {
        return "/desk/retention";
    }

    @Override
    public String title(Page page) {
        return page.t("raiser.retention");
    }

    @Override
    public int waiting(Page page) {
        return views.waiting(page);
    }
}
