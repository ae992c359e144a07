package org.huiyin.round;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Reach;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Those an entry answers for, as a service officer for enterprises and a task force for checkpoints, and when each is due to be looked at. */
@Component
@Order(5)
class RoundPart implements CardPart {

    private static final int MOST = 50;
    private static final int AHEAD = 366;

    private final StaticTemplates templates = new StaticTemplates();
    private final RoundKinds kinds;
    private final DueRounds rounds;
    private final RoundViews views;

    RoundPart(RoundKinds kinds, DueRounds rounds, RoundViews views) {
        this.kinds = kinds;
        this.rounds = rounds;
        this.views = views;
    }

    @Override
    public Optional<Content> of(Page page, Register register, Entry entry) {
        for (RoundRules rules : kinds.all()) {
            Register under = kinds.register(rules);
            boolean own =
                    entry.account() != null && entry.account() == page.reader().account();
            Reach reach = own ? Reach.EVERYWHERE : under.readable(page.reader());
            if (under.parents().contains(register.name())
                    && !under.name().equals(register.name())
                    && !under.strict()
                    && under.seen(under.titleField()) == Register.Seen.PUBLIC) {
                List<DueRounds.Due> due = rounds.due(
                        new DueRounds.Wanted(
                                rules,
                                under,
                                reach,
                                "",
                                entry.id(),
                                page.formats().today().plusDays(AHEAD),
                                false),
                        MOST);
                if (!due.isEmpty()) {
                    return Optional.of(templates.roundUnder(
                            page, page.t(under.title()), page.reader().staff(), views.rows(page, rules, due)));
                }
            }
        }
        return Optional.empty();
    }
}
