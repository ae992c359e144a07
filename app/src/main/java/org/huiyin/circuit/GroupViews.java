package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of groups. */
@Component
class GroupViews {

    private static final String COUNTS = """
            select c.id, (select count(distinct v.unit) from circuit_visit v where v.circuit_id = c.id),
              (select count(*) from circuit_finding f join circuit_visit v on v.id = f.visit_id where v.circuit_id = c.id)
            from circuit c where c.id = any(:circuits)
            """;

    private final JdbcClient database;
    private final Circuits circuits;
    private final Access access;
    private final Organisation organisation;

    GroupViews(JdbcClient database, Circuits circuits, Access access, Organisation organisation) {
        this.database = database;
        this.circuits = circuits;
        this.access = access;
        this.organisation = organisation;
    }

    private record Counts(int visited, int found) {}

    /** Several groups, each with who goes where barred only when asked for: that takes a question for every member. */
    List<GroupView> of(Page page, List<Group> groups, boolean whole) {
        List<Circuit> rounds = circuits.of(groups.stream().map(Group::id).toList());
        Map<Long, Counts> counts = counts(rounds);
        Map<Long, List<Circuit>> byGroup = rounds.stream().collect(Collectors.groupingBy(Circuit::group));
        return groups.stream()
                .map(group -> view(page, group, byGroup.getOrDefault(group.id(), List.of()), counts, whole))
                .toList();
    }

    private Map<Long, Counts> counts(List<Circuit> rounds) {
        Map<Long, Counts> counts = new HashMap<>();
        database.sql(COUNTS)
                .param("circuits", rounds.stream().map(Circuit::id).toArray(Long[]::new))
                .query(row -> {
                    counts.put(row.getLong(1), new Counts(row.getInt(2), row.getInt(3)));
                });
        return counts;
    }

    private GroupView view(Page page, Group group, List<Circuit> rounds, Map<Long, Counts> counts, boolean whole) {
        LocalDate today = page.formats().today();
        String state = today.isBefore(group.from()) ? "coming" : today.isAfter(group.to()) ? "over" : "running";
        return new GroupView(
                group.id(),
                group.name(),
                CircuitReports.period(page, group.from(), group.to()),
                page.t("circuit.state." + state),
                state.equals("running") ? "task" : state.equals("coming") ? "problem" : "rest",
                group.members().stream()
                        .map(one -> member(page, group, one, whole))
                        .toList(),
                group.units().stream().sorted().map(unit -> name(page, unit)).toList(),
                rounds.stream()
                        .map(one -> round(page, one, counts.getOrDefault(one.id(), new Counts(0, 0))))
                        .toList(),
                access.mayArrange(page.reader(), group),
                access.mayPlan(page.reader(), group));
    }

    GroupView.MemberRow member(Page page, Group group, Group.Member one, boolean whole) {
        Set<Integer> own = whole ? access.own(one) : Set.of();
        String barred = group.units().stream()
                .filter(own::contains)
                .sorted()
                .map(unit -> name(page, unit))
                .collect(Collectors.joining(page.t("circuit.comma")));
        return new GroupView.MemberRow(
                one.post(), one.name(), name(page, one.unit()), one.title(), one.leader(), barred);
    }

    private static GroupView.CircuitRow round(Page page, Circuit one, Counts counts) {
        return new GroupView.CircuitRow(
                one.id(),
                one.number(),
                CircuitReports.period(page, one.from(), one.to()),
                one.open(),
                one.plan().size(),
                counts.visited(),
                counts.found());
    }

    private String name(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }
}
