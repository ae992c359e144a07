package org.huiyin.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.stereotype.Component;

/** Puts together the pages of a visit. */
@Component
class VisitViews {

    private final Visits visits;
    private final Circuits circuits;
    private final CircuitReports reports;
    private final Access access;
    private final Attachments attachments;
    private final Organisation organisation;

    VisitViews(
            Visits visits,
            Circuits circuits,
            CircuitReports reports,
            Access access,
            Attachments attachments,
            Organisation organisation) {
        this.visits = visits;
        this.circuits = circuits;
        this.reports = reports;
        this.access = access;
        this.attachments = attachments;
        this.organisation = organisation;
    }

    /** A visit with its round and its group, as far as the reader may see them. */
    record Seen(Visited visit, Circuit circuit, Group group) {}

    /** A form as it was sent. */
    record Sent(Filled filled, HandedIn files, Set<Wrong> wrong) {}

    Seen visit(Page page, String id) {
        Access.allow(Access.concerned(page.reader()));
        Visited visit = visits.find(GroupPage.number(id)).orElseThrow(VisitViews::unknown);
        return seen(page, visit);
    }

    Seen ofFinding(Page page, Finding finding) {
        return seen(page, visits.find(finding.visit()).orElseThrow(VisitViews::unknown));
    }

    private Seen seen(Page page, Visited visit) {
        Circuit circuit = circuits.find(visit.circuit()).orElseThrow(VisitViews::unknown);
        return new Seen(visit, circuit, access.visible(page, circuit.group()));
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of("no-such-circuit", 404));
    }

    VisitView of(Page page, Seen seen, Sent sent) {
        Visited visit = seen.visit();
        CircuitReport report = reports.of(page, seen.group(), seen.circuit());
        List<Attachment> photos =
                attachments.kept(Visits.KIND, List.of(visit.id())).getOrDefault(visit.id(), List.of());
        return new VisitView(
                seen.circuit().id(),
                seen.group().name(),
                seen.circuit().number(),
                report.visits().stream()
                        .filter(one -> one.id() == visit.id())
                        .findFirst()
                        .orElseThrow(VisitViews::unknown),
                visit.by() == null ? "" : visit.by(),
                photos,
                report.findings().stream()
                        .filter(one -> one.visit() == visit.id())
                        .toList(),
                seen.circuit().open() && access.mayVisit(page.reader(), seen.group(), visit.unit()),
                draft(page, sent, Map.of("place", place(visit.unit()))));
    }

    VisitView.Form form(Page page, Group group, Circuit circuit, int unit, Sent sent) {
        boolean first = sent.filled().given().isEmpty();
        return new VisitView.Form(
                circuit.id(),
                group.name(),
                circuit.number(),
                unit,
                organisation.units().name(unit, page.locale()),
                group.members().stream()
                        .map(one -> new VisitView.Visitor(
                                one.post(),
                                one.name(),
                                access.own(one).contains(unit),
                                first
                                        ? one.post() == page.reader().post()
                                        : sent.filled().has("visitors", Long.toString(one.post()))))
                        .toList(),
                draft(page, sent, Map.of("on", page.formats().today().toString())));
    }

    private VisitView.Draft draft(Page page, Sent sent, Map<String, String> usual) {
        Map<String, List<String>> given = new HashMap<>(Filled.with(usual).given());
        given.putAll(sent.filled().given());
        return new VisitView.Draft(
                new Filled(given, List.of()),
                sent.files(),
                Options.of(organisation, page.locale()),
                sent.filled().value("key").isEmpty() ? UUID.randomUUID().toString() : new Typed(sent.filled()).key(),
                Typed.sentences(page, sent.wrong()));
    }

    /** Where a unit is: the place it answers for, or one it belongs to does. */
    private String place(int unit) {
        return organisation.units().line(unit).reversed().stream()
                .map(Unit::place)
                .filter(place -> place != null)
                .findFirst()
                .orElse("");
    }
}
