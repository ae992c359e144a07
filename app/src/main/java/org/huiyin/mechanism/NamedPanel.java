package org.huiyin.mechanism;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which entries of registers a matter names: a number that nothing has is said to whoever typed it. */
@Component
@Order(4)
class NamedPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final Linked linked;

    NamedPanel(Linked linked) {
        this.linked = linked;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        List<NamedView> named = new ArrayList<>();
        for (Linked.Named one : linked.named(matter.id())) {
            linked.register(one.register()).ifPresent(register -> named.add(view(page, register, one.number())));
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(templates.mechanismNamed(page, named));
    }

    private NamedView view(Page page, Register register, int number) {
        String label = register.label(number);
        Optional<Entry> entry = linked.entry(register, number);
        boolean reads = entry.filter(one -> one.within(register.readable(page.reader())))
                .isPresent();
        return new NamedView(
                page.t(register.one()),
                label,
                entry.map(one -> reads ? one.name() : "").orElseGet(() -> page.t("mechanism.named.none")),
                reads ? "/desk/registers/" + register.name() + "/" + label : "");
    }
}
