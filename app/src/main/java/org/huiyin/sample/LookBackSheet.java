package org.huiyin.sample;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What is still to be looked at again, as it is taken along to the spot. */
@Component
class LookBackSheet implements SheetList {

    private static final int ROWS = 1000;

    private final LookBacks lookBacks;
    private final Organisation organisation;

    LookBackSheet(LookBacks lookBacks, Organisation organisation) {
        this.lookBacks = lookBacks;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "look-backs";
    }

    @Override
    public boolean open(Actor reader) {
        return LookBacks.looks(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<LookBacks.Waiting>> columns = List.of(
                Column.code("sheet.column.number", one -> one.matter().toString()),
                Column.text("sample.matter", LookBacks.Waiting::title),
                Column.text("sample.unit", one -> organisation.units().name(one.unit(), page.locale())),
                Column.text("sample.month", one -> one.month().toString()),
                Column.text(
                        "sample.look-back.until",
                        one -> lookBacks.plan().lastDay(one.month()).toString()));
        return new Listing<>(
                page.t("sample.look-backs"),
                List.of(),
                columns,
                -1,
                last -> lookBacks.waiting(
                        page.reader(), last == null ? After.START : After.of(last.month(), last.matter()), ROWS));
    }
}
