package org.huiyin.supervision;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What was served on whom, answered or lapsed, for everybody. */
@Controller
class OpenInstrumentsPage {

    private static final int ROWS = 30;

    private final StaticTemplates templates = new StaticTemplates();
    private final OpenInstruments instruments;
    private final Ladders ladders;
    private final Organisation organisation;
    private final BoardCounts counts;

    OpenInstrumentsPage(OpenInstruments instruments, Ladders ladders, Organisation organisation, BoardCounts counts) {
        this.instruments = instruments;
        this.ladders = ladders;
        this.organisation = organisation;
        this.counts = counts;
    }

    @GetMapping("/board/instruments")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        String kind = asked.getOrDefault("kind", "");
        String state = asked.getOrDefault("state", "");
        String unit = asked.getOrDefault("unit", "");
        String before = asked.getOrDefault("before", "");
        known(
                kind.isEmpty()
                        || ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(kind)),
                kind);
        known(state.isEmpty() || InstrumentPage.STATES.contains(state), state);
        known(unit.isEmpty() || organisation.units().find(unit).isPresent(), unit);
        known(before.matches("[0-9]{0,18}"), before);
        int id = organisation.units().find(unit).map(Unit::id).orElse(0);
        OpenInstruments.Narrowed narrowed = new OpenInstruments.Narrowed(
                kind, state, id, before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before));
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
                        shown.stream().map(one -> row(page, one)).toList(),
                        ladders.kinds().stream()
                                .map(rung -> new Options.Option(rung.kind(), page.t(rung.name())))
                                .toList(),
                        InstrumentPage.STATES.stream()
                                .map(one -> new Options.Option(one, page.t("supervision.state." + one)))
                                .toList(),
                        kind,
                        state,
                        unit,
                        before.isEmpty(),
                        more
                                ? address(
                                        kind,
                                        state,
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

    private OpenInstrumentsView.Row row(Page page, OpenInstruments.One one) {
        boolean answerable =
                ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(one.kind()) && rung.answerable());
        return new OpenInstrumentsView.Row(
                page.t(one.number()),
                page.t(ladders.name(one.kind())),
                one.matter().toString(),
                one.title(),
                organisation.units().name(one.unit(), page.locale()),
                address(
                        "",
                        "",
                        organisation.units().find(one.unit()).map(Unit::code).orElse(""),
                        ""),
                organisation.units().name(one.issuer(), page.locale()),
                one.servedAt(),
                one.answerBy(),
                page.t("supervision.state." + (answerable ? "" : "notice-") + one.state()),
                answerable ? InstrumentView.tone(one.state()) : "rest",
                one.endedAt());
    }

    private static String address(String kind, String state, String unit, String before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/board/instruments");
        Stream.of(
                        Map.entry("kind", kind),
                        Map.entry("state", state),
                        Map.entry("unit", unit),
                        Map.entry("before", before))
                .filter(one -> !one.getValue().isEmpty())
                .forEach(one -> address.queryParam(one.getKey(), one.getValue()));
        return address.encode().toUriString();
    }

    private static void known(boolean known, @Nullable String asked) {
        if (!known) {
            String said = asked == null ? "" : asked;
            throw new ProblemException(
                    Problem.of("unknown-filter", 422, said.length() > 40 ? said.substring(0, 40) + "…" : said));
        }
    }
}
