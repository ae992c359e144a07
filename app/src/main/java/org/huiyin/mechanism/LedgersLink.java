package org.huiyin.mechanism;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ledgers in the rail of the desk. */
@Component
@Order(62)
class LedgersLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return LedgerPage.allowed(page.reader());
    }

    @Override
    public String path() {
        return "/desk/ledgers";
    }

    @Override
    public String title(Page page) {
        return page.t("mechanism.ledgers");
    }
}
