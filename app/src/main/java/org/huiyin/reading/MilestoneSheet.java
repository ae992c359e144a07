package org.huiyin.reading;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What documents promised by a day, as the people of the unit take it along. */
@Component
class MilestoneSheet implements SheetList {

    private final Milestones milestones;

    MilestoneSheet(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public String name() {
        return "milestones";
    }

    @Override
    public boolean open(Actor reader) {
        return DocumentsPage.mayRead(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<MilestoneRow>> columns = List.of(
                Column.code("sheet.column.number", MilestoneRow::number),
                Column.text("sheet.column.title", MilestoneRow::title),
                Column.date("reading.fact.due", MilestoneRow::due),
                Column.text("sheet.column.state", MilestoneRow::state),
                Column.text("reading.column.stands", MilestoneRow::says));
        return Listing.of(page.t("reading.milestones"), List.of(), columns, milestones.of(page));
    }
}
