package org.huiyin.supervision;

import org.huiyin.frame.Page;
import org.huiyin.org.Role;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Supervision in the rail of the desk: what a unit has to answer, what a supervisor has to sign or judge. */
@Component
@Order(10)
class InstrumentsLink implements RailLink {

    private final Instruments instruments;
    private final Answers answers;

    InstrumentsLink(Instruments instruments, Answers answers) {
        this.instruments = instruments;
        this.answers = answers;
    }

    @Override
    public boolean shown(Page page) {
        return page.reader().role() != Role.ADMIN;
    }

    @Override
    public String path() {
        return "/desk/instruments";
    }

    @Override
    public String title(Page page) {
        return page.t("supervision.instruments");
    }

    @Override
    public int waiting(Page page) {
        Role role = page.reader().role();
        if (role == Role.SUPERVISOR || role == Role.DISPATCHER) {
            return instruments.proposed(page.reader()).size()
                    + answers.waiting(page.reader()).size();
        }
        return role == Role.HANDLER || role == Role.UNIT_HEAD
                ? instruments.against(page.reader().reach().units())
                : 0;
    }
}
