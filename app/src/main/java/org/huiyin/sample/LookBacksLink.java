package org.huiyin.sample;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The look-back desk in the rail, with how many are still to be looked at. */
@Component
@Order(21)
class LookBacksLink implements RailLink {

    private static final int MOST = 100;

    private final LookBacks lookBacks;

    LookBacksLink(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @Override
    public boolean shown(Page page) {
        return LookBacks.looks(page.reader());
    }

    @Override
    public String path() {
        return "/desk/look-backs";
    }

    @Override
    public String title(Page page) {
        return page.t("sample.look-backs");
    }

    @Override
    public int waiting(Page page) {
        return lookBacks.waiting(page.reader(), After.START, MOST).size();
    }
}
