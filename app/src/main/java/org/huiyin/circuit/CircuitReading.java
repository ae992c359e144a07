package org.huiyin.circuit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.circuit.CircuitJson.FindingJson;
import org.huiyin.circuit.CircuitJson.StopJson;
import org.huiyin.circuit.CircuitJson.VisitJson;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.springframework.stereotype.Component;

/** Says a round as a program reads it. */
@Component
class CircuitReading {

    private final CircuitReports reports;
    private final Visits visits;
    private final Findings findings;
    private final Outcomes outcomes;
    private final Attachments attachments;

    CircuitReading(
            CircuitReports reports, Visits visits, Findings findings, Outcomes outcomes, Attachments attachments) {
        this.reports = reports;
        this.visits = visits;
        this.findings = findings;
        this.outcomes = outcomes;
        this.attachments = attachments;
    }

    CircuitJson of(Page page, Group group, Circuit circuit) {
        List<Visited> made = visits.of(circuit.id());
        List<Finding> found = findings.of(circuit.id());
        Map<Long, List<Attachment>> ofVisits =
                attachments.kept(Visits.KIND, made.stream().map(Visited::id).toList());
        Map<Long, List<Attachment>> ofFindings =
                attachments.kept(Findings.KIND, found.stream().map(Finding::id).toList());
        return new CircuitJson(
                circuit.id(),
                group.id(),
                circuit.number(),
                circuit.from(),
                circuit.to(),
                StopJson.of(circuit.plan()),
                circuit.summary(),
                circuit.closedAt(),
                reports.of(page, group, circuit).figures(),
                made.stream().map(one -> visit(one, ofVisits)).toList(),
                outcomes.of(found).stream().map(one -> finding(one, ofFindings)).toList());
    }

    private static VisitJson visit(Visited one, Map<Long, List<Attachment>> photos) {
        return new VisitJson(
                one.id(),
                one.circuit(),
                one.unit(),
                one.on(),
                one.people(),
                one.visitors(),
                one.notes(),
                ids(photos, one.id()));
    }

    private static FindingJson finding(Outcomes.Outcome outcome, Map<Long, List<Attachment>> photos) {
        Finding one = outcome.finding();
        Matter matter = outcome.matter();
        return new FindingJson(
                one.id(),
                one.visit(),
                one.unit(),
                one.title(),
                one.detail(),
                one.place(),
                one.settled(),
                outcome.became().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                matter == null ? null : matter.number().toString(),
                outcome.late(),
                ids(photos, one.id()));
    }

    private static List<String> ids(Map<Long, List<Attachment>> photos, long of) {
        return photos.getOrDefault(of, List.of()).stream()
                .map(photo -> photo.id().toString())
                .toList();
    }
}
