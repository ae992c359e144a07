package org.huiyin.track;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where number and query code are shown: typed in, or followed from the QR on the receipt. The code never stays in an address. */
@Controller
class CodePage {

    private static final int MOST_OWN = 20;

    private final StaticTemplates templates = new StaticTemplates();
    private final Doorway doorway;
    private final Keyholders keyholders;
    private final MatterLookup lookup;
    private final Organisation organisation;

    CodePage(Doorway doorway, Keyholders keyholders, MatterLookup lookup, Organisation organisation) {
        this.doorway = doorway;
        this.keyholders = keyholders;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    @GetMapping("/m")
    JteModel ask(Page page) {
        return templates.trackCode(page, "", null, own(page));
    }

    @PostMapping("/m")
    ResponseEntity<JteModel> open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<MatterNumber> read = MatterPath.number(number);
        if (read.isEmpty()) {
            return refuse(page, number, page.t("track.code.number-wrong"), 422);
        }
        if (code.isBlank()) {
            return to(MatterPath.of(read.get()));
        }
        return show(read.get(), code, page, request, response);
    }

    /** The address in the QR: opens the matter and leads on to one without the code. */
    @GetMapping(path = "/m/{number}", params = "code")
    ResponseEntity<JteModel> follow(
            @PathVariable String number,
            @RequestParam String code,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        return MatterPath.number(number)
                .map(read -> show(read, code, page, request, response))
                .orElseGet(() -> refuse(page, "", page.t("track.code.number-wrong"), 422));
    }

    private ResponseEntity<JteModel> show(
            MatterNumber number, String code, Page page, HttpServletRequest request, HttpServletResponse response) {
        CodeAttempts.Trier trier = new CodeAttempts.Trier(CallerAddress.of(request), keyholders.proof(number, request));
        return switch (doorway.show(number, code, trier)) {
            case Doorway.Answer.Open(Matter matter) -> {
                keyholders.hold(matter.number(), request, response);
                keyholders.prove(matter.number(), request, response);
                yield to(MatterPath.of(matter.number()));
            }
            case Doorway.Answer.Wrong() -> refuse(page, number.toString(), page.t("track.code.wrong"), 422);
            case Doorway.Answer.Wait(var until) ->
                refuse(page, number.toString(), page.t("track.code.wait", until), 429);
        };
    }

    private ResponseEntity<JteModel> refuse(Page page, String number, @Nullable String why, int status) {
        String kept = number.length() > 40 ? "" : number;
        return ResponseEntity.status(status).body(templates.trackCode(page, kept, why, own(page)));
    }

    private List<OwnMatter> own(Page page) {
        if (!page.reader().signedIn() || page.reader().staff()) {
            return List.of();
        }
        return lookup.raisedBy(page.reader().account(), MOST_OWN).stream()
                .map(matter -> new OwnMatter(
                        matter.number().toString(),
                        matter.title(),
                        page.t(lookup.programmeOf(matter).state(matter.state()).title()),
                        organisation.places().path(matter.place(), page.locale())))
                .toList();
    }

    private static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
