package org.huiyin.track;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.paper.WordTemplate;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.QueryCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The receipt: number and query code to keep, as text and as QR, and what happens next. */
@Controller
class ReceiptPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Keyholders keyholders;
    private final Keyring keyring;
    private final Organisation organisation;
    private final String publicUrl;
    private final WordTemplate template;

    ReceiptPage(
            MatterLookup lookup,
            Keyholders keyholders,
            Keyring keyring,
            Organisation organisation,
            @Value("${huiyin.public-url:}") String publicUrl,
            @Value("${huiyin.papers.receipt:}") String template) {
        this.lookup = lookup;
        this.keyholders = keyholders;
        this.keyring = keyring;
        this.organisation = organisation;
        this.publicUrl = publicUrl;
        this.template = WordTemplate.of(template, "huiyin.papers.receipt", "/papers/receipt.docx");
    }

    @GetMapping("/m/{number}/receipt")
    ResponseEntity<JteModel> show(@PathVariable String number, Page page, HttpServletRequest request) {
        Optional<Matter> matter = MatterPath.number(number)
                .flatMap(lookup::find)
                .filter(found -> keyholders.maySeeReceipt(page.reader(), found, request));
        if (matter.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/m")
                    .build();
        }
        return ResponseEntity.ok(templates.trackReceipt(page, slip(page, matter.get(), request)));
    }

    /** The same as a Word file. */
    @GetMapping("/m/{number}/receipt/word")
    ResponseEntity<byte[]> word(@PathVariable String number, Page page, HttpServletRequest request) {
        Optional<Matter> matter = MatterPath.number(number)
                .flatMap(lookup::find)
                .filter(found -> keyholders.maySeeReceipt(page.reader(), found, request));
        if (matter.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/m")
                    .build();
        }
        Slip slip = slip(page, matter.get(), request);
        return ResponseEntity.ok()
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(page.t("track.paper.title") + slip.number() + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Cache-Control", "no-store")
                .body(template.fill(filling(page, slip, matter.get())));
    }

    private WordTemplate.Filling filling(Page page, Slip slip, Matter matter) {
        return new WordTemplate.Filling()
                .word("title", page.t("track.paper.title"))
                .word("number", page.t("track.paper.number", slip.number()))
                .word("issuer", organisation.units().name(matter.office(), page.locale()))
                .word("date", page.formats().paperTime(matter.raisedAt()))
                .word("item", page.t("track.paper.item"))
                .word("content", page.t("track.paper.content"))
                .rows(
                        "facts",
                        List.of(
                                Map.of("name", page.t("track.receipt.what"), "value", slip.title()),
                                Map.of("name", page.t("track.receipt.where"), "value", slip.place()),
                                Map.of("name", page.t("track.number"), "value", slip.number()),
                                Map.of("name", page.t("track.code"), "value", slip.code()),
                                Map.of("name", page.t("track.receipt.address"), "value", slip.address())))
                .each(
                        "paragraphs",
                        List.of(
                                Map.of("paragraph", slip.promised().what()),
                                Map.of("paragraph", page.t("track.receipt.keep"))));
    }

    private Slip slip(Page page, Matter matter, HttpServletRequest request) {
        String code = QueryCode.of(matter.id(), keyring);
        String base = publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl.replaceAll("/+$", "");
        String address = base + MatterPath.of(matter.number());
        return new Slip(
                matter.number().toString(),
                code.substring(0, 4) + " " + code.substring(4),
                address,
                Qr.of(address + "?code=" + code),
                matter.title(),
                organisation.places().path(matter.place(), page.locale()),
                Promised.of(page, lookup.programmeOf(matter), matter));
    }
}
