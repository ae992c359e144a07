package org.huiyin.round;

import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** DueRounds in the rail of the desk. */
@Component
@Order(21)
class RoundsLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        Role role = page.reader().role();
        return page.reader().staff() && role != Role.IMPORTER && role != Role.ADMIN;
    }

    @Override
    public String path() {
        return "/desk/rounds";
    }

    @Override
    public String title(Page page) {
        return page.t("round.rounds");
    }
}
