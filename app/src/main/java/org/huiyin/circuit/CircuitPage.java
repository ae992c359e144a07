package org.huiyin.circuit;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
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

/** One round of a group: its plan, how far it is, its end, and its report on paper. */
@Controller
class CircuitPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Circuits circuits;
    private final CircuitReports reports;
    private final Arrangements arrangements;
    private final Access access;
    private final ReportPaper paper;

    CircuitPage(
            Circuits circuits, CircuitReports reports, Arrangements arrangements, Access access, ReportPaper paper) {
        this.circuits = circuits;
        this.reports = reports;
        this.arrangements = arrangements;
        this.access = access;
        this.paper = paper;
    }

    /** A round and its group, as far as the reader may see them. */
    record Seen(Circuit circuit, Group group) {}

    @GetMapping("/desk/circuits/{id}")
    JteModel show(@PathVariable String id, Page page) {
        return shown(page, seen(page, id), Filled.EMPTY, Set.of());
    }

    @PostMapping("/desk/circuits/{id}/plan")
    ResponseEntity<JteModel> plan(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Seen seen = planned(page, id);
        Circuit circuit = open(seen.circuit());
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        Set<Wrong> wrong = arrangements.plan(seen.group(), typed, circuit.from(), circuit.to());
        if (!wrong.isEmpty()) {
            return ResponseEntity.status(422).body(shown(page, seen, filled, wrong));
        }
        circuits.plan(circuit.id(), typed.days(seen.group().units()));
        Said.next(response, page.t("circuit.said.planned"));
        return to(circuit);
    }

    /** Keeps the leader's words for the report; with them the round may be ended. */
    @PostMapping("/desk/circuits/{id}/summary")
    ResponseEntity<JteModel> summarise(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String press,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Seen seen = planned(page, id);
        Circuit circuit = open(seen.circuit());
        Filled filled = Filled.of(request);
        String summary = new Typed(filled).text("summary");
        if (!Typed.between(summary, 0, Arrangements.LONGEST_TEXT)) {
            return ResponseEntity.status(422).body(shown(page, seen, filled, Set.of(Wrong.SUMMARY)));
        }
        boolean closes = press.equals("close");
        if (!circuits.summarise(circuit.id(), summary, closes, GroupPage.now(page))) {
            throw new ProblemException(Problem.of("circuit-closed", 409));
        }
        Said.next(response, page.t(closes ? "circuit.said.closed" : "circuit.said.summarised"));
        return to(circuit);
    }

    @PostMapping("/desk/circuits/{id}/reopening")
    ResponseEntity<JteModel> reopen(@PathVariable String id, Page page, HttpServletResponse response) {
        Seen seen = planned(page, id);
        if (circuits.reopen(seen.circuit().id())) {
            Said.next(response, page.t("circuit.said.reopened"));
        }
        return to(seen.circuit());
    }

    /** The report as it is printed. */
    @GetMapping("/desk/circuits/{id}/report")
    JteModel report(@PathVariable String id, Page page) {
        Seen seen = seen(page, id);
        return templates.circuitReport(page, reports.of(page, seen.group(), seen.circuit()));
    }

    /** The same as a Word file. */
    @GetMapping("/desk/circuits/{id}/report.docx")
    ResponseEntity<byte[]> word(@PathVariable String id, Page page) {
        Seen seen = seen(page, id);
        CircuitReport report = reports.of(page, seen.group(), seen.circuit());
        String name = page.t("circuit.report.title", report.groupName(), report.number()) + ".docx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(paper.of(page, report));
    }

    Seen seen(Page page, String id) {
        Access.allow(Access.concerned(page.reader()));
        Circuit circuit = circuits.find(GroupPage.number(id))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-circuit", 404)));
        return new Seen(circuit, access.visible(page, circuit.group()));
    }

    Seen planned(Page page, String id) {
        Seen seen = seen(page, id);
        Access.allow(access.mayPlan(page.reader(), seen.group()));
        return seen;
    }

    static Circuit open(Circuit circuit) {
        if (!circuit.open()) {
            throw new ProblemException(Problem.of("circuit-closed", 409));
        }
        return circuit;
    }

    private JteModel shown(Page page, Seen seen, Filled filled, Set<Wrong> wrong) {
        return templates.circuitCircuit(
                page,
                reports.of(page, seen.group(), seen.circuit()),
                access.mayPlan(page.reader(), seen.group()),
                filled,
                Typed.sentences(page, wrong));
    }

    private static ResponseEntity<JteModel> to(Circuit circuit) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/circuits/" + circuit.id())
                .build();
    }
}
