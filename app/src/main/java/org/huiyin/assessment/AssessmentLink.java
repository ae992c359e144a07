package org.huiyin.assessment;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the desk to the figures. */
@Component
@Order(20)
class AssessmentLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return true;
    }

    @Override
    public String path() {
        return "/desk/assessment";
    }

    @Override
    public String title(Page page) {
        return page.t("assessment.title");
    }
}
