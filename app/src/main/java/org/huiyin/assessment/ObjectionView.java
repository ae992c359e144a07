package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.sheet.Column;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a ranking as everybody may know it: that it was raised, who decides by when, and what was decided; not what it says.
 *
 * @param ranking what it objects to
 * @param state open, upheld or dismissed
 * @param republished the address of the ranking that was published because of it
 */
public record ObjectionView(
        long id,
        String ranking,
        String href,
        Instant raisedAt,
        Instant decideBy,
        String decides,
        String state,
        String reasons,
        @Nullable Instant endedAt,
        @Nullable String republished) {

    /** As a list of them is taken along. */
    public static List<Column<ObjectionView>> columns(Page page) {
        return List.of(
                Column.text("assessment.objection.ranking", ObjectionView::ranking),
                Column.text("assessment.objection.state", one -> page.t("assessment.objection." + one.state())),
                Column.time("assessment.objection.at", ObjectionView::raisedAt),
                Column.time("assessment.objection.by", ObjectionView::decideBy),
                Column.text("assessment.objection.decider", ObjectionView::decides),
                Column.time("sheet.column.decided", ObjectionView::endedAt),
                Column.longText("assessment.objection.reasons", ObjectionView::reasons));
    }
}
