package org.huiyin.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The published rankings as anybody takes the list of them along. */
@Component
class OpenRankingSheet implements SheetList {

    private final OpenRankings rankings;

    OpenRankingSheet(OpenRankings rankings) {
        this.rankings = rankings;
    }

    @Override
    public String name() {
        return "rankings";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<OpenRankingView.Listed>> columns = List.of(
                Column.text("assessment.objection.ranking", OpenRankingView.Listed::title),
                Column.time("assessment.open.column.as-of", OpenRankingView.Listed::asOf),
                Column.time("assessment.open.column.published", OpenRankingView.Listed::publishedAt),
                Column.longText("assessment.open.column.first", OpenRankingSheet::leaders));
        return new Listing<>(
                page.t("assessment.open.title"),
                List.of(),
                columns,
                -1,
                last -> rankings.list(page, last == null ? Long.MAX_VALUE : last.id()));
    }

    private static String leaders(OpenRankingView.Listed ranking) {
        return ranking.leaders().stream()
                .map(leader -> String.join(" ", leader.title(), leader.unit(), leader.figure()))
                .collect(Collectors.joining("\n"));
    }
}
