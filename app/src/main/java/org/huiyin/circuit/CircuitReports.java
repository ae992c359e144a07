package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.circuit.CircuitReport.Figures;
import org.huiyin.circuit.CircuitReport.UnitRow;
import org.huiyin.circuit.CircuitReport.VisitRow;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons a round from its records: who was visited and who was not, what was found, and what became of it. */
@Component
class CircuitReports {

    private final Visits visits;
    private final Findings findings;
    private final FindingViews views;
    private final Outcomes outcomes;
    private final Access access;
    private final Organisation organisation;

    CircuitReports(
            Visits visits,
            Findings findings,
            FindingViews views,
            Outcomes outcomes,
            Access access,
            Organisation organisation) {
        this.visits = visits;
        this.findings = findings;
        this.views = views;
        this.outcomes = outcomes;
        this.access = access;
        this.organisation = organisation;
    }

    CircuitReport of(Page page, Group group, Circuit circuit) {
        List<Visited> made = visits.of(circuit.id());
        List<Outcomes.Outcome> found = outcomes.of(findings.of(circuit.id()));
        Map<Long, Long> foundAt = found.stream()
                .collect(Collectors.groupingBy(one -> one.finding().visit(), Collectors.counting()));
        List<VisitRow> rows = made.stream()
                .map(one -> row(page, one, foundAt.getOrDefault(one.id(), 0L).intValue()))
                .toList();
        List<UnitRow> units = units(page, group, circuit, made, rows);
        return new CircuitReport(
                circuit.id(),
                group.id(),
                group.name(),
                circuit.number(),
                period(page, circuit.from(), circuit.to()),
                members(page, group),
                circuit.summary(),
                circuit.closedAt() == null ? "" : page.time(circuit.closedAt()),
                figures(units, made.size(), found),
                units,
                rows,
                found.stream()
                        .map(one -> views.of(page, group, one, circuit.open()))
                        .toList());
    }

    static String period(Page page, LocalDate from, LocalDate to) {
        return page.t("circuit.period", page.date(from), page.date(to));
    }

    private String members(Page page, Group group) {
        return group.members().stream()
                .map(one -> one.leader() ? page.t("circuit.leader-is", one.name()) : one.name())
                .collect(Collectors.joining(page.t("circuit.comma")));
    }

    private VisitRow row(Page page, Visited one, int found) {
        return new VisitRow(
                one.id(),
                name(page, one.unit()),
                one.on(),
                one.people(),
                String.join(page.t("circuit.comma"), one.visitors()),
                one.notes(),
                found);
    }

    private List<UnitRow> units(Page page, Group group, Circuit circuit, List<Visited> made, List<VisitRow> rows) {
        Set<Integer> all = new LinkedHashSet<>(group.units());
        all.addAll(circuit.plan().keySet());
        made.forEach(one -> all.add(one.unit()));
        LocalDate today = page.formats().today();
        List<UnitRow> units = new ArrayList<>();
        for (int unit : all) {
            LocalDate planned = circuit.plan().get(unit);
            List<VisitRow> own = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                if (made.get(i).unit() == unit) {
                    own.add(rows.get(i));
                }
            }
            units.add(new UnitRow(
                    unit,
                    name(page, unit),
                    planned,
                    state(planned, own, today),
                    own,
                    circuit.open() && access.mayVisit(page.reader(), group, unit)));
        }
        units.sort(Comparator.comparing(UnitRow::planned, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(UnitRow::unit));
        return units;
    }

    private static String state(@Nullable LocalDate planned, List<VisitRow> own, LocalDate today) {
        if (!own.isEmpty()) {
            return "visited";
        }
        if (planned == null) {
            return "unplanned";
        }
        return planned.isAfter(today) ? "planned" : planned.isEqual(today) ? "today" : "due";
    }

    private static Figures figures(List<UnitRow> units, int visits, List<Outcomes.Outcome> found) {
        Map<Became, Integer> became = new EnumMap<>(Became.class);
        found.forEach(one -> became.merge(one.became(), 1, Integer::sum));
        return new Figures(
                units.size(),
                (int) units.stream().filter(UnitRow::visited).count(),
                visits,
                found.size(),
                became.getOrDefault(Became.SETTLED, 0),
                became.getOrDefault(Became.UNRAISED, 0),
                became.getOrDefault(Became.CLOSED, 0),
                became.getOrDefault(Became.ANSWERED, 0),
                became.getOrDefault(Became.IN_HAND, 0),
                (int) found.stream().filter(Outcomes.Outcome::late).count(),
                became.getOrDefault(Became.DROPPED, 0));
    }

    private String name(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }
}
