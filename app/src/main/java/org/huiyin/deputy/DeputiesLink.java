package org.huiyin.deputy;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deputies' action in the rail of the desk, for those whom its figures are for. */
@Component
@Order(61)
class DeputiesLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return StandingPage.allowed(page.reader());
    }

    @Override
    public String path() {
        return "/desk/deputies";
    }

    @Override
    public String title(Page page) {
        return page.t("deputy.standing");
    }
}
