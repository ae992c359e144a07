package org.huiyin.deputy;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The suggestions of a deputy on their card. Only suggestions: what else somebody raised with the same sign-in they raised as a resident, and
 * whoever reads the register has no business knowing it.
 */
@Component
@Order(20)
class SuggestionsPart implements CardPart {

    private static final int MOST = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup matters;
    private final SuggestionLists lists;

    SuggestionsPart(MatterLookup matters, SuggestionLists lists) {
        this.matters = matters;
        this.lists = lists;
    }

    @Override
    public Optional<Content> of(Page page, Register register, Entry entry) {
        Long account = entry.account();
        if (!register.name().equals(Deputies.REGISTER)
                || account == null
                || !page.reader().staff()) {
            return Optional.empty();
        }
        List<Matter> made = matters.raisedBy(account, MOST).stream()
                .filter(one -> one.programme().equals(Deputies.PROGRAMME))
                .toList();
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.deputyPart(
                        page, made.stream().map(one -> lists.row(page, one)).toList()));
    }
}
