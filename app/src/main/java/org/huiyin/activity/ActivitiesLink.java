package org.huiyin.activity;

import java.time.LocalDate;
import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** My day in the rail of the desk, with how many activities wait today. */
@Component
@Order(20)
class ActivitiesLink implements RailLink {

    private final ActivityLists lists;

    ActivitiesLink(ActivityLists lists) {
        this.lists = lists;
    }

    @Override
    public boolean shown(Page page) {
        Role role = page.reader().role();
        return page.reader().staff() && role != Role.IMPORTER && role != Role.ADMIN;
    }

    @Override
    public String path() {
        return "/desk/my-day";
    }

    @Override
    public String title(Page page) {
        return page.t("activity.my-day");
    }

    @Override
    public int waiting(Page page) {
        LocalDate today = page.formats().today();
        return lists.mine(page.reader(), MyDayPage.start(today), MyDayPage.start(today.plusDays(1)));
    }
}
