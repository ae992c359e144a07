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

/** The instruments a person may see, as they are taken along. */
@Component
class InstrumentTable implements SheetList {

    private static final int ROWS = 1000;

    private final Instruments instruments;
    private final Ladders ladders;
    private final Organisation organisation;

    InstrumentTable(Instruments instruments, Ladders ladders, Organisation organisation) {
        this.instruments = instruments;
        this.ladders = ladders;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "instruments";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        String kind = ladders.kinds().stream()
                .map(Rung::kind)
                .filter(parameters.getOrDefault("kind", "")::equals)
                .findFirst()
                .orElse("");
        String state = InstrumentPage.STATES.stream()
                .filter(parameters.getOrDefault("state", "")::equals)
                .findFirst()
                .orElse("");
        var narrowing = new Listing.Narrowing()
                .by(page.t("supervision.kind"), kind.isEmpty() ? "" : page.t(ladders.name(kind)))
                .by(page.t("supervision.state"), state.isEmpty() ? "" : page.t("supervision.state." + state));
        return new Listing<>(
                page.t("supervision.instruments"),
                narrowing.facts(),
                columns(),
                -1,
                last -> instruments
                        .page(
                                page.reader(),
                                new Instruments.Narrowed(
                                        kind,
                                        state,
                                        parameters.getOrDefault("unit", ""),
                                        last == null ? Long.MAX_VALUE : last.id()),
                                ROWS)
                        .stream()
                        .map(one -> InstrumentView.of(page, organisation, ladders, one))
                        .toList());
    }

    private static List<Column<InstrumentView>> columns() {
        return List.of(
                Column.text("supervision.number", InstrumentView::number),
                Column.text("supervision.kind", InstrumentView::kindName),
                Column.code("sheet.column.number", InstrumentView::matter),
                Column.text("supervision.matter", InstrumentView::title),
                Column.text("supervision.unit", InstrumentView::unit),
                Column.text("sheet.column.issuer", InstrumentView::issuer),
                Column.time("supervision.served-at", InstrumentView::servedAt),
                Column.time("supervision.answer-by", InstrumentView::answerBy),
                Column.text("supervision.state", InstrumentView::stateName),
                Column.time("sheet.column.ended", InstrumentView::endedAt),
                Column.text("sheet.column.ended-by", InstrumentView::endedBy),
                Column.longText("sheet.column.note", InstrumentView::note));
    }
}
