package org.huiyin.supervision;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was served on whom, answered or lapsed, for everybody. */
@Controller
class OpenInstrumentsPage {

    private static final int ROWS = 30;

    private final StaticTemplates templates = new StaticTemplates();
    private final OpenInstruments instruments;
    private final OpenInstrumentRows rows;
    private final Ladders ladders;
    private final Organisation organisation;
    private final BoardCounts counts;

    OpenInstrumentsPage(
            OpenInstruments instruments,
            OpenInstrumentRows rows,
            Ladders ladders,
            Organisation organisation,
            BoardCounts counts) {
        this.instruments = instruments;
        this.rows = rows;
        this.ladders = ladders;
        this.organisation = organisation;
        this.counts = counts;
    }

    @GetMapping("/board/instruments")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        OpenInstruments.Narrowed narrowed = rows.narrowed(asked);
        String unit = asked.getOrDefault("unit", "");
        int id = narrowed.unit();
        List<OpenInstruments.One> found = instruments.list(narrowed, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<OpenInstruments.One> shown = more ? found.subList(0, ROWS) : found;
        return templates.supervisionOpeninstruments(
                page,
                new OpenInstrumentsView(
                        counts.now(),
                        id == 0 ? "" : organisation.units().name(id, page.locale()),
                        InstrumentPage.STATES.stream()
                                .map(one -> page.t("supervision.state." + one))
                                .toList(),
                        kinds(page, id),
                        shown.stream().map(one -> rows.row(page, one)).toList(),
                        ladders.kinds().stream()
                                .map(rung -> new Options.Option(rung.kind(), page.t(rung.name())))
                                .toList(),
                        InstrumentPage.STATES.stream()
                                .map(one -> new Options.Option(one, page.t("supervision.state." + one)))
                                .toList(),
                        narrowed.kind(),
                        narrowed.state(),
                        unit,
                        asked.getOrDefault("before", "").isEmpty(),
                        more
                                ? OpenInstrumentRows.address(
                                        narrowed.kind(),
                                        narrowed.state(),
                                        unit,
                                        Long.toString(shown.getLast().id()))
                                : null));
    }

    private List<OpenInstrumentsView.Kind> kinds(Page page, int unit) {
        Map<String, Map<String, Long>> counted = instruments.counts(unit);
        List<OpenInstrumentsView.Kind> kinds = new ArrayList<>();
        for (Rung rung : ladders.kinds()) {
            Map<String, Long> states = counted.getOrDefault(rung.kind(), Map.of());
            kinds.add(new OpenInstrumentsView.Kind(
                    page.t(rung.name()),
                    states.values().stream().mapToLong(Long::longValue).sum(),
                    InstrumentPage.STATES.stream()
                            .map(state -> states.getOrDefault(state, 0L))
                            .toList()));
        }
        return kinds;
    }
}
