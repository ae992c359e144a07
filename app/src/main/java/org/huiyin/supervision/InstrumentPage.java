package org.huiyin.supervision;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The instruments a person may see, one of them as it is printed, and its answer. */
@Controller
class InstrumentPage {

    private static final int ROWS = 40;
    private static final List<String> STATES = List.of("open", "lapsed", "answered", "discharged", "withdrawn");

    private final StaticTemplates templates = new StaticTemplates();
    private final Instruments instruments;
    private final Replies replies;
    private final Ladders ladders;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Slip slip;

    InstrumentPage(
            Instruments instruments,
            Replies replies,
            Ladders ladders,
            MatterLookup lookup,
            Organisation organisation,
            Slip slip) {
        this.instruments = instruments;
        this.replies = replies;
        this.ladders = ladders;
        this.lookup = lookup;
        this.organisation = organisation;
        this.slip = slip;
    }

    @GetMapping("/desk/instruments")
    JteModel list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        String asked = ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(kind)) ? kind : "";
        String standing = STATES.contains(state) ? state : "";
        long from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Instrument> found =
                instruments.page(page.reader(), new Instruments.Narrowed(asked, standing, from), ROWS + 1);
        List<Instrument> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.supervisionInstruments(
                page,
                new InstrumentList(
                        shown.stream().map(one -> view(page, one)).toList(),
                        instruments.proposed(page.reader()).stream()
                                .map(one -> proposed(page, one))
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
                unit == null ? "" : organisation.units().name(unit, page.locale()));
    }

    @GetMapping("/desk/instruments/{id}")
    JteModel show(@PathVariable String id, Page page) {
        Instrument instrument = visible(page.reader(), id);
        return shown(page, instrument, "", null);
    }

    /** The same as a Word file. */
    @GetMapping("/desk/instruments/{id}/slip.docx")
    ResponseEntity<byte[]> word(@PathVariable String id, Page page) {
        InstrumentView one = view(page, visible(page.reader(), id));
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

    @PostMapping("/desk/instruments/{id}/answer")
    ResponseEntity<JteModel> answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            Page page,
            HttpServletResponse response) {
        Instrument instrument = visible(page.reader(), id);
        return told(page, instrument, text, replies.answer(page.reader(), instrument, text), "answered", response);
    }

    @PostMapping("/desk/instruments/{id}/withdrawal")
    ResponseEntity<JteModel> withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        Instrument instrument = visible(page.reader(), id);
        return told(
                page, instrument, reason, replies.withdraw(page.reader(), instrument, reason), "withdrawn", response);
    }

    private ResponseEntity<JteModel> told(
            Page page,
            Instrument instrument,
            String typed,
            Replies.Reply reply,
            String what,
            HttpServletResponse response) {
        return switch (reply) {
            case DONE -> {
                Said.next(response, page.t("supervision.said." + what, page.t(instrument.number())));
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/desk/instruments/" + instrument.id())
                        .build();
            }
            case TEXT_WRONG ->
                ResponseEntity.status(422)
                        .body(shown(
                                page,
                                instrument,
                                typed,
                                page.t("supervision.text-wrong", Replies.SHORTEST, Replies.LONGEST)));
            case ENDED -> throw new ProblemException(Problem.of("instrument-ended", 409));
            case NOT_YOURS -> throw new ProblemException(Problem.of("forbidden", 403));
            case NOT_ANSWERED_IN_WRITING -> throw new ProblemException(Problem.of("instrument-not-answered", 422));
        };
    }

    private JteModel shown(Page page, Instrument instrument, String typed, @Nullable String error) {
        return templates.supervisionInstrument(
                page,
                view(page, instrument),
                replies.mayAnswer(page.reader(), instrument),
                replies.mayWithdraw(page.reader(), instrument),
                typed,
                error);
    }

    /** Those on my units and from my units, and those of matters I may read; any other is told like one that does not exist. */
    private Instrument visible(Actor reader, String id) {
        long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        return instruments
                .find(number)
                .filter(one -> reader.reach().coversUnit(one.unit())
                        || lookup.find(one.matter())
                                .filter(matter -> lookup.mayRead(reader, matter))
                                .isPresent())
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-instrument", 404)));
    }

    private InstrumentView view(Page page, Instrument one) {
        return InstrumentView.of(page, organisation, ladders, one);
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
