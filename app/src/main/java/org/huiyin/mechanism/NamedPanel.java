package org.huiyin.mechanism;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.programme.Programme;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.track.Discretion;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which entries of registers a matter names, as far as the reader may know what the field says: a number that nothing has is said to whoever typed
 * it.
 */
@Component
@Order(4)
class NamedPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final Linked linked;
    private final MatterLookup lookup;

    NamedPanel(Linked linked, MatterLookup lookup) {
        this.linked = linked;
        this.lookup = lookup;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        List<Linked.Named> all = linked.named(matter.id());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Step> history = lookup.history(matter.number());
        Programme programme = lookup.programmeOf(matter);
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        List<NamedView> named = all.stream()
                .filter(one -> Saying.of(history, one.field())
                        .anyMatch(saying -> saying.step().seq() == one.seq()
                                && saying.readable(programme, one.field(), discretion)))
                .flatMap(one ->
                        linked.register(one.register()).stream().map(register -> view(page, register, one.number())))
                .distinct()
                .toList();
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
