package org.huiyin.alike;

import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What may be one matter, in the rail of those who dispatch. Counting means comparing, so no number is shown. */
@Component
@Order(10)
class AlikeLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return page.reader().role() == Role.DISPATCHER;
    }

    @Override
    public String path() {
        return "/desk/alike";
    }

    @Override
    public String title(Page page) {
        return page.t("alike.title");
    }
}
