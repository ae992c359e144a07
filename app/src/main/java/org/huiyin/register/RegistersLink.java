package org.huiyin.register;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The registers in the rail of the desk, for whoever may read one. */
@Component
@Order(60)
class RegistersLink implements RailLink {

    private final Registers registers;

    RegistersLink(Registers registers) {
        this.registers = registers;
    }

    @Override
    public boolean shown(Page page) {
        return page.reader().staff()
                && registers.all().stream().anyMatch(one -> !RegisterAccess.nowhere(one.readable(page.reader())));
    }

    @Override
    public String path() {
        return "/desk/registers";
    }

    @Override
    public String title(Page page) {
        return page.t("register.title");
    }
}
