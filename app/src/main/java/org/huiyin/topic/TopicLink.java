package org.huiyin.topic;

import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hot topics in the rail of those who dispatch, supervise or lead. */
@Component
@Order(11)
class TopicLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        Role role = page.reader().role();
        return role == Role.DISPATCHER || role == Role.SUPERVISOR || role == Role.LEADER;
    }

    @Override
    public String path() {
        return "/desk/topics";
    }

    @Override
    public String title(Page page) {
        return page.t("topic.title");
    }
}
