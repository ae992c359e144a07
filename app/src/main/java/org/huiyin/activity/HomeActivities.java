package org.huiyin.activity;

import java.util.List;
import org.huiyin.frame.HomeCards;
import org.huiyin.frame.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is open to everybody, on the first page. */
@Component
@Order(10)
class HomeActivities implements HomeCards {

    @Override
    public List<Card> of(Page page) {
        return List.of(new Card("/activities", page.t("activity.open.title"), page.t("activity.open.lead")));
    }
}
