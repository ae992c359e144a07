package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.api.Body;
import org.huiyin.circuit.CircuitJson.StopJson;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rounds of circuit supervision groups for programs: begun, planned, summed up, and the report with its figures. */
@RestController
@RequestMapping("/api/v1")
class CircuitApi {

    private final Circuits circuits;
    private final CircuitPage pages;
    private final CircuitReading reading;
    private final Arrangements arrangements;
    private final Access access;

    CircuitApi(Circuits circuits, CircuitPage pages, CircuitReading reading, Arrangements arrangements, Access access) {
        this.circuits = circuits;
        this.pages = pages;
        this.reading = reading;
        this.arrangements = arrangements;
        this.access = access;
    }

    /** A round to be begun. */
    record NewCircuit(LocalDate from, LocalDate to, List<StopJson> plan) {}

    /** Which unit is visited on which day. */
    record NewPlan(List<StopJson> plan) {}

    /** @param closes whether the round ends with these words */
    record NewSummary(String summary, boolean closes) {}

    /** Begins a round of a group with its plan. */
    @PostMapping("/circuit-groups/{id}/circuits")
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.SUPERVISION_WRITE)
    CircuitJson begin(@PathVariable String id, @Body NewCircuit wanted, Page page) {
        Group group = access.visible(page, GroupPage.number(id));
        Access.allow(access.mayPlan(page.reader(), group));
        Map<String, Object> given = days(page, group, wanted.plan());
        given.put("first", wanted.from());
        given.put("last", wanted.to());
        Typed typed = new Typed(Filled.with(given));
        Typed.refuse(page, arrangements.circuit(group, typed));
        Circuits.Wanted round = new Circuits.Wanted(wanted.from(), wanted.to(), typed.days(group.units()));
        long begun = circuits.begin(group.id(), page.reader(), round, GroupPage.now(page))
                .orElseThrow(() -> overlaps(page));
        return show(Long.toString(begun), page);
    }

    private static ProblemException overlaps(Page page) {
        return new ProblemException(Problem.of("refused", 409)
                .because(page.t(Wrong.OVERLAPS.key()))
                .with("wrong", List.of(Wrong.OVERLAPS.slug())));
    }

    /** As the form of the page says days; a unit the group does not go round is refused, not left out. */
    private static Map<String, Object> days(Page page, Group group, List<StopJson> plan) {
        if (!plan.stream().allMatch(stop -> group.units().contains(stop.unit()))) {
            Typed.refuse(page, Set.of(Wrong.UNITS));
        }
        Map<String, Object> given = new HashMap<>();
        plan.forEach(stop -> given.put("day-" + stop.unit(), stop.day()));
        return given;
    }

    @GetMapping("/circuits/{id}")
    @Scoped(Scope.SUPERVISION_READ)
    CircuitJson show(@PathVariable String id, Page page) {
        CircuitPage.Seen seen = pages.seen(page, id);
        return reading.of(page, seen.group(), seen.circuit());
    }

    @PostMapping("/circuits/{id}/plan")
    @Scoped(Scope.SUPERVISION_WRITE)
    CircuitJson plan(@PathVariable String id, @Body NewPlan wanted, Page page) {
        CircuitPage.Seen seen = pages.planned(page, id);
        Circuit circuit = CircuitPage.open(seen.circuit());
        Typed typed = new Typed(Filled.with(days(page, seen.group(), wanted.plan())));
        Typed.refuse(page, arrangements.plan(seen.group(), typed, circuit.from(), circuit.to()));
        circuits.plan(circuit.id(), typed.days(seen.group().units()));
        return show(id, page);
    }

    /** Keeps the leader's words for the report, and ends the round if wanted. */
    @PostMapping("/circuits/{id}/summary")
    @Scoped(Scope.SUPERVISION_WRITE)
    CircuitJson summarise(@PathVariable String id, @Body NewSummary wanted, Page page) {
        Circuit circuit = CircuitPage.open(pages.planned(page, id).circuit());
        String summary = new Typed(Filled.with(Map.of("summary", wanted.summary()))).text("summary");
        if (!Typed.between(summary, 0, Arrangements.LONGEST_TEXT)) {
            Typed.refuse(page, Set.of(Wrong.SUMMARY));
        }
        if (!circuits.summarise(circuit.id(), summary, wanted.closes(), GroupPage.now(page))) {
            throw new ProblemException(Problem.of("circuit-closed", 409));
        }
        return show(id, page);
    }

    /** Lets a round that was ended go on. */
    @PostMapping("/circuits/{id}/reopening")
    @Scoped(Scope.SUPERVISION_WRITE)
    CircuitJson reopen(@PathVariable String id, Page page) {
        circuits.reopen(pages.planned(page, id).circuit().id());
        return show(id, page);
    }
}
