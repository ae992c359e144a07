package org.huiyin.supervision;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiyin.evidence.FormFiles;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The instruments a person may see, and one of them as it is printed. */
@Controller
class InstrumentPage {

    private static final int ROWS = 40;
    static final List<String> STATES = List.of("open", "lapsed", "answered", "accepted", "discharged", "withdrawn");

    private final StaticTemplates templates = new StaticTemplates();
    private final Instruments instruments;
    private final Answers answers;
    private final InstrumentSheets sheets;
    private final Ladders ladders;
    private final FormFiles files;
    private final Slip slip;

    InstrumentPage(
            Instruments instruments,
            Answers answers,
            InstrumentSheets sheets,
            Ladders ladders,
            FormFiles files,
            Slip slip) {
        this.instruments = instruments;
        this.answers = answers;
        this.sheets = sheets;
        this.ladders = ladders;
        this.files = files;
        this.slip = slip;
    }

    @GetMapping("/desk/instruments")
    JteModel list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        String asked = ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(kind)) ? kind : "";
        String standing = STATES.contains(state) ? state : "";
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Instrument> found =
                instruments.page(page.reader(), new Instruments.Narrowed(asked, standing, unit, from), ROWS + 1);
        List<Instrument> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.supervisionInstruments(
                page,
                new InstrumentList(
                        shown.stream().map(one -> sheets.view(page, one)).toList(),
                        instruments.proposed(page.reader()).stream()
                                .map(one -> proposed(page, one))
                                .toList(),
                        answers.waiting(page.reader()).stream()
                                .map(one -> waiting(page, one))
                                .toList(),
                        new InstrumentList.Narrowing(kinds(page), states(page), asked, standing),
                        from == Long.MAX_VALUE ? null : page.with("before", null),
                        found.size() > ROWS
                                ? page.with("before", shown.getLast().id())
                                : null));
    }

    private InstrumentList.Proposed proposed(Page page, Instruments.Proposal one) {
        Integer unit = one.unit();
        return new InstrumentList.Proposed(
                one.matter().toString(),
                one.title(),
                page.t(ladders.name(one.kind())),
                unit == null ? "" : sheets.unit(page, unit));
    }

    private InstrumentList.ToJudge waiting(Page page, Answers.Waiting one) {
        return new InstrumentList.ToJudge(
                one.instrument(),
                page.t(one.number()),
                one.title(),
                sheets.unit(page, one.unit()),
                one.matter().toString());
    }

    @GetMapping("/desk/instruments/{id}")
    JteModel show(@PathVariable String id, Page page) {
        Instrument instrument = sheets.visible(page, id);
        return templates.supervisionInstrument(
                page, sheets.sheet(page, instrument, new InstrumentSheet.Draft("", files.none(), null)));
    }

    /** The same as a Word file. */
    @GetMapping("/desk/instruments/{id}/slip.docx")
    ResponseEntity<byte[]> word(@PathVariable String id, Page page) {
        InstrumentView one = sheets.view(page, sheets.visible(page, id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(one.number() + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(slip.of(page, one));
    }

    private List<Options.Option> kinds(Page page) {
        return ladders.kinds().stream()
                .map(rung -> new Options.Option(rung.kind(), page.t(rung.name())))
                .toList();
    }

    private static List<Options.Option> states(Page page) {
        return STATES.stream()
                .map(state -> new Options.Option(state, page.t("supervision.state." + state)))
                .toList();
    }
}
