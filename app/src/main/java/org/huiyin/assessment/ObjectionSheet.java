package org.huiyin.assessment;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The objections to rankings as those who decide on them take them along: what everybody may know of each, not what it says. */
@Component
class ObjectionSheet implements SheetList {

    private final PublicNotice notice;

    ObjectionSheet(PublicNotice notice) {
        this.notice = notice;
    }

    @Override
    public String name() {
        return "ranking-objections";
    }

    @Override
    public boolean open(Actor reader) {
        return ExclusionRules.supervises(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        return Listing.of(
                page.t("assessment.objections"),
                List.of(),
                ObjectionView.columns(page),
                notice.latest(page, ObjectionDeskPage.MOST));
    }
}
