package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Component;

/** Puts the leaders' page together. */
@Component
class CockpitViews {

    private final PeriodChoices choices;
    private final CockpitHead head;
    private final CockpitAsked asked;
    private final CockpitStuck stuck;
    private final CockpitRates rates;
    private final AlarmViews alarms;

    CockpitViews(
            PeriodChoices choices,
            CockpitHead head,
            CockpitAsked asked,
            CockpitStuck stuck,
            CockpitRates rates,
            AlarmViews alarms) {
        this.choices = choices;
        this.head = head;
        this.asked = asked;
        this.stuck = stuck;
        this.rates = rates;
        this.alarms = alarms;
    }

    /** @param pinned whether the period was asked for; a page that stays open otherwise goes on to the next when that begins */
    CockpitView of(Page page, Selection selection, Scope scope, boolean pinned) {
        Instant now = page.formats().now();
        List<Cockpit.Volume> towns = asked.towns(scope, now);
        String period =
                pinned ? "&period=" + Selection.encode(selection.period().key()) : "";
        return new CockpitView(
                head.title(page, scope),
                head.up(scope),
                scope.path("/cockpit") + "&part=bands" + period,
                scope.programme(),
                scope.place(),
                choices.of(page, selection),
                head.balance(page, scope),
                asked.asked(page, selection, scope, towns, now),
                asked.where(page, selection, scope, towns, now),
                stuck.stuck(page, scope, head.open(scope), now),
                stuck.late(page, scope, now),
                rates.of(page, selection, scope, now),
                alarms.in(page, selection, scope.place(), now));
    }
}
