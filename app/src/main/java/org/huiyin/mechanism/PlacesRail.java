package org.huiyin.mechanism;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The places one answers for, in the rail of the desk. */
@Component
@Order(22)
class PlacesRail implements RailLink {

    @Override
    public boolean shown(Page page) {
        return page.reader().staff();
    }

    @Override
    public String path() {
        return "/desk/places";
    }

    @Override
    public String title(Page page) {
        return page.t("mechanism.places");
    }
}
