package org.huiyin.publicity;

import java.util.List;
import java.util.Map;
import org.huiyin.assessment.ObjectionView;
import org.huiyin.assessment.PublicNotice;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What objections stand, as anybody takes it along: those to matters that wait for a decision, or with {@code about=rankings} those to rankings. */
@Component
class ObjectedSheet implements SheetList {

    private final MatterObjections matters;
    private final PublicNotice notice;

    ObjectedSheet(MatterObjections matters, PublicNotice notice) {
        this.matters = matters;
        this.notice = notice;
    }

    @Override
    public String name() {
        return "objections";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        return parameters.getOrDefault("about", "").equals("rankings")
                ? Listing.of(
                        page.t("publicity.objections.rankings"),
                        List.of(),
                        ObjectionView.columns(page),
                        notice.latest(page, ObjectionPage.LISTED))
                : Listing.of(
                        page.t("publicity.objections.matters"),
                        List.of(),
                        BoardSheet.columns(),
                        matters.undecided(page));
    }
}
