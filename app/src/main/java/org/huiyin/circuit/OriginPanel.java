package org.huiyin.circuit;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.org.Organisation;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the page of a matter that it came from a finding, and leads back to the visit for those who may see it. */
@Component
@Order(5)
class OriginPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final Findings findings;
    private final Visits visits;
    private final Circuits circuits;
    private final Groups groups;
    private final Access access;
    private final Organisation organisation;

    OriginPanel(
            Findings findings,
            Visits visits,
            Circuits circuits,
            Groups groups,
            Access access,
            Organisation organisation) {
        this.findings = findings;
        this.visits = visits;
        this.circuits = circuits;
        this.groups = groups;
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        Optional<Finding> finding = findings.of(matter.number());
        return finding.flatMap(found -> visits.find(found.visit())
                .flatMap(visit -> circuits.find(visit.circuit())
                        .flatMap(circuit -> groups.find(circuit.group())
                                .map(group -> templates.circuitOrigin(
                                        page,
                                        page.t(
                                                "circuit.origin",
                                                group.name(),
                                                circuit.number(),
                                                visit.on(),
                                                organisation.units().name(visit.unit(), page.locale())),
                                        access.maySee(page.reader(), group)
                                                ? "/desk/circuit-visits/" + visit.id()
                                                : "")))));
    }
}
