package org.huiyin.supervision;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The instruments everybody may know of, as anybody takes them along: what the public page says of each and no more. */
@Component
class OpenInstrumentSheet implements SheetList {

    private static final int ROWS = 1000;

    private final OpenInstruments instruments;
    private final OpenInstrumentRows rows;
    private final Ladders ladders;
    private final Organisation organisation;

    OpenInstrumentSheet(
            OpenInstruments instruments, OpenInstrumentRows rows, Ladders ladders, Organisation organisation) {
        this.instruments = instruments;
        this.rows = rows;
        this.ladders = ladders;
        this.organisation = organisation;
    }

    /** A row, and the place in the list it was read at. */
    private record Found(long id, OpenInstrumentsView.Row row) {}

    @Override
    public String name() {
        return "open-instruments";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        OpenInstruments.Narrowed asked = rows.narrowed(parameters).before(Long.MAX_VALUE);
        var narrowing = new Listing.Narrowing()
                .by(page.t("supervision.kind"), asked.kind().isEmpty() ? "" : page.t(ladders.name(asked.kind())))
                .by(
                        page.t("supervision.state"),
                        asked.state().isEmpty() ? "" : page.t("supervision.state." + asked.state()))
                .by(
                        page.t("supervision.unit"),
                        asked.unit() == 0 ? "" : organisation.units().name(asked.unit(), page.locale()));
        return new Listing<>(
                page.t("supervision.open.title"),
                narrowing.facts(),
                columns(),
                -1,
                last -> instruments.list(last == null ? asked : asked.before(last.id()), ROWS).stream()
                        .map(one -> new Found(one.id(), rows.row(page, one)))
                        .toList());
    }

    private static List<Column<Found>> columns() {
        return List.of(
                Column.text("supervision.number", found -> found.row().number()),
                Column.text("supervision.kind", found -> found.row().kind()),
                Column.code("sheet.column.number", found -> found.row().matter()),
                Column.text("supervision.matter", found -> found.row().title()),
                Column.text("supervision.unit", found -> found.row().unit()),
                Column.text("sheet.column.issuer", found -> found.row().issuer()),
                Column.time("supervision.served-at", found -> found.row().servedAt()),
                Column.time("supervision.answer-by", found -> found.row().answerBy()),
                Column.text("supervision.state", found -> found.row().state()),
                Column.time("sheet.column.ended", found -> found.row().endedAt()));
    }
}
