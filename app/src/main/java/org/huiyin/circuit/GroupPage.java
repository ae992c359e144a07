package org.huiyin.circuit;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Circuit supervision groups: which there are, who belongs to them, where they go round, and their rounds. */
@Controller
class GroupPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Groups groups;
    private final Circuits circuits;
    private final GroupForms forms;
    private final GroupViews views;
    private final Arrangements arrangements;
    private final Access access;

    GroupPage(
            Groups groups,
            Circuits circuits,
            GroupForms forms,
            GroupViews views,
            Arrangements arrangements,
            Access access) {
        this.groups = groups;
        this.circuits = circuits;
        this.forms = forms;
        this.views = views;
        this.arrangements = arrangements;
        this.access = access;
    }

    @GetMapping("/desk/circuit-groups")
    JteModel list(Page page) {
        Access.allow(Access.concerned(page.reader()));
        return listed(page, Filled.EMPTY, Set.of());
    }

    @PostMapping("/desk/circuit-groups")
    ResponseEntity<JteModel> create(Page page, HttpServletRequest request, HttpServletResponse response) {
        Access.allow(page.reader().role() == Role.SUPERVISOR);
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        Set<Wrong> wrong = arrangements.group(page.reader(), typed, Set.of());
        if (!wrong.isEmpty()) {
            return ResponseEntity.status(422).body(listed(page, filled, wrong));
        }
        long id = groups.create(page.reader(), GroupForms.wanted(typed), now(page));
        Said.next(response, page.t("circuit.said.created", typed.text("name")));
        return to(id);
    }

    @GetMapping("/desk/circuit-groups/{id}")
    JteModel show(@PathVariable String id, @RequestParam(defaultValue = "") String find, Page page) {
        Group group = access.visible(page, number(id));
        return shown(page, group, find, Filled.EMPTY, Set.of());
    }

    /** Another name, period or other units. */
    @PostMapping("/desk/circuit-groups/{id}")
    ResponseEntity<JteModel> change(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Group group = arranged(page, id);
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        Set<Wrong> wrong = arrangements.group(page.reader(), typed, groups.inUse(group.id()));
        if (!wrong.isEmpty()) {
            return ResponseEntity.status(422).body(shown(page, group, "", filled, wrong));
        }
        groups.change(group.id(), GroupForms.wanted(typed));
        Said.next(response, page.t("circuit.said.changed"));
        return to(group.id());
    }

    @PostMapping("/desk/circuit-groups/{id}/members")
    ResponseEntity<JteModel> appoint(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String post,
            Page page,
            HttpServletResponse response) {
        Group group = arranged(page, id);
        boolean taken = groups.appoint(group.id(), number(post));
        Said.next(response, page.t(taken ? "circuit.said.appointed" : "circuit.said.not-appointed"));
        return to(group.id());
    }

    @PostMapping("/desk/circuit-groups/{id}/members/{post}/removal")
    ResponseEntity<JteModel> dismiss(
            @PathVariable String id, @PathVariable String post, Page page, HttpServletResponse response) {
        Group group = arranged(page, id);
        boolean gone = groups.dismiss(group.id(), number(post));
        Said.next(response, page.t(gone ? "circuit.said.dismissed" : "circuit.said.not-dismissed"));
        return to(group.id());
    }

    @PostMapping("/desk/circuit-groups/{id}/members/{post}/lead")
    ResponseEntity<JteModel> lead(
            @PathVariable String id, @PathVariable String post, Page page, HttpServletResponse response) {
        Group group = arranged(page, id);
        Group.Member member =
                group.member(number(post)).orElseThrow(() -> new ProblemException(Problem.of("no-such-circuit", 404)));
        groups.lead(group.id(), member.post());
        Said.next(response, page.t("circuit.said.leads", member.name()));
        return to(group.id());
    }

    /** Begins a round with its plan. */
    @PostMapping("/desk/circuit-groups/{id}/circuits")
    ResponseEntity<JteModel> begin(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Group group = access.visible(page, number(id));
        Access.allow(access.mayPlan(page.reader(), group));
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        Set<Wrong> wrong = arrangements.circuit(group, typed);
        Optional<Long> begun = wrong.isEmpty()
                ? circuits.begin(
                        group.id(),
                        page.reader(),
                        new Circuits.Wanted(
                                typed.day("first").orElseThrow(),
                                typed.day("last").orElseThrow(),
                                typed.days(group.units())),
                        now(page))
                : Optional.empty();
        if (begun.isEmpty()) {
            return ResponseEntity.status(422)
                    .body(shown(page, group, "", filled, wrong.isEmpty() ? Set.of(Wrong.OVERLAPS) : wrong));
        }
        Said.next(response, page.t("circuit.said.begun"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/circuits/" + begun.get())
                .build();
    }

    Group arranged(Page page, String id) {
        Group group = access.visible(page, number(id));
        Access.allow(access.mayArrange(page.reader(), group));
        return group;
    }

    private JteModel listed(Page page, Filled filled, Set<Wrong> wrong) {
        List<Group> seen = groups.all().stream()
                .filter(group -> access.maySee(page.reader(), group))
                .toList();
        return templates.circuitGroups(
                page,
                views.of(page, seen, false),
                page.reader().role() == Role.SUPERVISOR ? forms.empty(page, filled) : null,
                Typed.sentences(page, wrong));
    }

    private JteModel shown(Page page, Group group, String find, Filled filled, Set<Wrong> wrong) {
        GroupView view = views.of(page, List.of(group), true).getFirst();
        List<GroupView.MemberRow> found = view.arranges()
                ? groups.candidates(group.id(), find, forms.units(find)).stream()
                        .map(one -> views.member(page, group, one, false))
                        .toList()
                : List.of();
        return templates.circuitGroup(
                page, view, forms.of(page, group, filled), find, found, Typed.sentences(page, wrong));
    }

    static OffsetDateTime now(Page page) {
        return page.formats().now().atOffset(ZoneOffset.UTC);
    }

    /** A number in an address; 0, which nothing has, when it is none. */
    static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private static ResponseEntity<JteModel> to(long group) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/circuit-groups/" + group)
                .build();
    }
}
