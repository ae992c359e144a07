package org.huiyin.circuit;

import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Circuit supervision in the rail of the desk, with how many planned visits are due. */
@Component
@Order(30)
class CircuitsLink implements RailLink {

    private final Groups groups;
    private final Circuits circuits;

    CircuitsLink(Groups groups, Circuits circuits) {
        this.groups = groups;
        this.circuits = circuits;
    }

    @Override
    public boolean shown(Page page) {
        Role role = page.reader().role();
        return role == Role.SUPERVISOR
                || role == Role.LEADER
                || (Access.concerned(page.reader()) && groups.member(page.reader()));
    }

    @Override
    public String path() {
        return "/desk/circuit-groups";
    }

    @Override
    public String title(Page page) {
        return page.t("circuit.groups");
    }

    @Override
    public int waiting(Page page) {
        return circuits.due(page.reader(), page.formats().today());
    }
}
