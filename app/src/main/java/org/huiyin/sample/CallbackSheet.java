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

/** Who is still to be called, as it is taken along: without who they are. */
@Component
class CallbackSheet implements SheetList {

    private static final int ROWS = 1000;

    private final Callbacks callbacks;
    private final Organisation organisation;

    CallbackSheet(Callbacks callbacks, Organisation organisation) {
        this.callbacks = callbacks;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public boolean open(Actor reader) {
        return Callbacks.calls(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<Callbacks.Waiting>> columns = List.of(
                Column.code("sheet.column.number", one -> one.matter().toString()),
                Column.text("sample.matter", Callbacks.Waiting::title),
                Column.text("sample.unit", one -> organisation.units().name(one.unit(), page.locale())),
                Column.text("sample.month", one -> one.month().toString()),
                Column.number("sample.attempts", Callbacks.Waiting::attempts));
        return new Listing<>(
                page.t("sample.callbacks"),
                List.of(),
                columns,
                -1,
                last -> callbacks.waiting(
                        page.reader(),
                        last == null
                                ? After.START
                                : new After(last.month(), last.matter().id()),
                        ROWS));
    }
}
