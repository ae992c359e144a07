package org.huiyin.translog;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the log is, which keys sign it, and the page that checks a receipt in the reader's own browser. */
@Controller
class LogPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final LogReading log;
    private final Programmes programmes;
    private final Organisation organisation;
    private final ObjectProvider<SequencerLoop> loop;
    private final ObjectProvider<WitnessLoop> witnesses;
    private final String publicUrl;

    LogPage(
            LogReading log,
            Programmes programmes,
            Organisation organisation,
            ObjectProvider<SequencerLoop> loop,
            ObjectProvider<WitnessLoop> witnesses,
            @Value("${huiyin.public-url:}") String publicUrl) {
        this.log = log;
        this.programmes = programmes;
        this.organisation = organisation;
        this.loop = loop;
        this.witnesses = witnesses;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/log")
    JteModel show(Page page, HttpServletRequest request) {
        Head head = log.head();
        SequencerLoop running = loop.getIfAvailable();
        String address = publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl.replaceAll("/+$", "");
        return templates.translogLog(
                page,
                new LogView(
                        head.size(),
                        head.note() == null ? null : Base64s.encode(head.root()),
                        log.keys(),
                        witnesses.stream().flatMap(one -> one.shown().stream()).toList(),
                        log.statements(),
                        address,
                        running != null && running.stopped() != null));
    }

    /** The keys for programs: one a line, then since when it signs, and until when it did. */
    @GetMapping("/log/keys")
    ResponseEntity<String> keys() {
        StringBuilder lines = new StringBuilder();
        log.keys()
                .forEach(key -> lines.append(key.verifier())
                        .append(' ')
                        .append(key.since())
                        .append(key.retired() == null ? "" : " " + key.retired())
                        .append('\n'));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("Access-Control-Allow-Origin", "*")
                .body(lines.toString());
    }

    /** What the operator said about the log, as signed notes, the newest first. */
    @GetMapping("/log/statements")
    ResponseEntity<String> statements() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Access-Control-Allow-Origin", "*")
                .body(Jcs.of(Map.of("statements", log.statements())));
    }

    @GetMapping("/verify")
    JteModel verify(Page page) {
        return templates.translogVerify(page, words(page));
    }

    /** All the page has to say and the names it says it with, so that it needs nobody any more once it is loaded. */
    private String words(Page page) {
        Map<String, Object> units = new TreeMap<>();
        organisation
                .units()
                .all()
                .forEach(unit -> units.put(
                        Integer.toString(unit.id()), organisation.units().name(unit.id(), page.locale())));
        Map<String, Object> said = new TreeMap<>();
        Map<String, Object> places = places(page);
        page.texts().keys(page.locale()).stream()
                .filter(key -> key.startsWith("translog.check.")
                        || key.startsWith("translog.refuted.")
                        || key.startsWith("translog.unreadable."))
                .forEach(key -> said.put(
                        key.substring("translog.".length()), page.texts().pattern(page.locale(), key)));
        // retired ones too: receipts they signed stay good
        List<String> keys = log.keys().stream().map(LogView.Key::verifier).toList();
        return Jcs.of(Map.of(
                "names",
                Names.of(programmes, page.texts(), page.locale()).all(),
                "units",
                units,
                "places",
                places,
                "said",
                said,
                "keys",
                keys));
    }

    /** Down to the towns: the codes of everything inside begin with the town's. */
    private Map<String, Object> places(Page page) {
        Places all = organisation.places();
        Map<String, Object> names = new TreeMap<>();
        all.roots().stream()
                .flatMap(root -> all.subtree(root.code()).stream())
                .filter(place -> place.level().compareTo(Place.Level.TOWN) <= 0)
                .forEach(place -> names.put(place.code(), all.path(place.code(), page.locale())));
        return names;
    }
}
