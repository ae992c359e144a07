package org.huiyin.worklist;

import org.huiyin.frame.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tables in the rail of the desk: what goes out and comes in as a file. */
@Component
@Order(90)
class SheetsLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return page.reader().staff();
    }

    @Override
    public String path() {
        return "/sheets";
    }

    @Override
    public String title(Page page) {
        return page.t("sheet.title");
    }
}
