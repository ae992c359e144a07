package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.circuit.GroupJson.MemberJson;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Circuit supervision groups for programs. */
@RestController
@RequestMapping("/api/v1/circuit-groups")
class GroupApi {

    private final Groups groups;
    private final Circuits circuits;
    private final GroupForms forms;
    private final GroupPage pages;
    private final Arrangements arrangements;
    private final Access access;

    GroupApi(
            Groups groups,
            Circuits circuits,
            GroupForms forms,
            GroupPage pages,
            Arrangements arrangements,
            Access access) {
        this.groups = groups;
        this.circuits = circuits;
        this.forms = forms;
        this.pages = pages;
        this.arrangements = arrangements;
        this.access = access;
    }

    /** What is wanted of a group. */
    record NewGroup(String name, LocalDate from, LocalDate to, List<Integer> units) {

        Typed typed() {
            return new Typed(Filled.with(Map.of("name", name, "from", from, "to", to, "units", units)));
        }
    }

    /** Somebody to be taken in, or to lead. */
    record NewMember(long post) {}

    @GetMapping
    @Scoped(Scope.SUPERVISION_READ)
    Items<GroupJson> list(Page page) {
        Access.allow(Access.concerned(page.reader()));
        List<Group> seen = groups.all().stream()
                .filter(group -> access.maySee(page.reader(), group))
                .toList();
        List<Circuit> rounds = circuits.of(seen.stream().map(Group::id).toList());
        return Items.all(seen.stream().map(group -> GroupJson.of(group, rounds)).toList());
    }

    @GetMapping("/{id}")
    @Scoped(Scope.SUPERVISION_READ)
    GroupJson show(@PathVariable String id, Page page) {
        Group group = access.visible(page, GroupPage.number(id));
        return GroupJson.of(group, circuits.of(List.of(group.id())));
    }

    /** Who could be taken in: by name, sign-in or unit. */
    @GetMapping("/{id}/candidates")
    @Scoped(Scope.SUPERVISION_READ)
    Items<MemberJson> candidates(@PathVariable String id, @RequestParam(defaultValue = "") String q, Page page) {
        Group group = pages.arranged(page, id);
        return Items.all(groups.candidates(group.id(), q, forms.units(q)).stream()
                .map(MemberJson::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.SUPERVISION_WRITE)
    GroupJson create(@Body NewGroup wanted, Page page) {
        Access.allow(page.reader().role() == Role.SUPERVISOR);
        Typed typed = wanted.typed();
        Typed.refuse(page, arrangements.group(page.reader(), typed, Set.of()));
        long id = groups.create(page.reader(), GroupForms.wanted(typed), GroupPage.now(page));
        return show(Long.toString(id), page);
    }

    /** Another name, period or other units. */
    @PostMapping("/{id}/plan")
    @Scoped(Scope.SUPERVISION_WRITE)
    GroupJson change(@PathVariable String id, @Body NewGroup wanted, Page page) {
        Group group = pages.arranged(page, id);
        Typed typed = wanted.typed();
        Typed.refuse(page, arrangements.group(page.reader(), typed, groups.inUse(group.id())));
        groups.change(group.id(), GroupForms.wanted(typed));
        return show(id, page);
    }

    /** Takes somebody in; the first leads. */
    @PostMapping("/{id}/members")
    @Scoped(Scope.SUPERVISION_WRITE)
    GroupJson appoint(@PathVariable String id, @Body NewMember wanted, Page page) {
        Group group = pages.arranged(page, id);
        done(page, groups.appoint(group.id(), wanted.post()), "circuit.said.not-appointed");
        return show(id, page);
    }

    /** Lets somebody go; the leader only when somebody else leads. */
    @DeleteMapping("/{id}/members/{post}")
    @Scoped(Scope.SUPERVISION_WRITE)
    GroupJson dismiss(@PathVariable String id, @PathVariable String post, Page page) {
        Group group = pages.arranged(page, id);
        done(page, groups.dismiss(group.id(), GroupPage.number(post)), "circuit.said.not-dismissed");
        return show(id, page);
    }

    /** Says which member leads. */
    @PostMapping("/{id}/leader")
    @Scoped(Scope.SUPERVISION_WRITE)
    GroupJson lead(@PathVariable String id, @Body NewMember wanted, Page page) {
        Group group = pages.arranged(page, id);
        Group.Member member = group.member(wanted.post()).orElseThrow(VisitViews::unknown);
        groups.lead(group.id(), member.post());
        return show(id, page);
    }

    private static void done(Page page, boolean done, String otherwise) {
        if (!done) {
            throw new ProblemException(Problem.of("refused", 409).because(page.t(otherwise)));
        }
    }
}
