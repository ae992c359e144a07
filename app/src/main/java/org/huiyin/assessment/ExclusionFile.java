package org.huiyin.assessment;

import java.time.InstantSource;
import java.util.Optional;
import org.huiyin.assessment.Exclusion.Grounds;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.ExclusionRules.Verdict;
import org.huiyin.calendar.Calendars;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** Asks for exclusions and takes them further under the same rules as the page, for callers that have no page. */
@Component
public class ExclusionFile {

    private final Exclusions exclusions;
    private final Counting counting;
    private final Calendars calendars;
    private final InstantSource clock;

    ExclusionFile(Exclusions exclusions, Counting counting, Desk.Equipment equipment) {
        this.exclusions = exclusions;
        this.counting = counting;
        this.calendars = equipment.calendars();
        this.clock = equipment.clock();
    }

    /** Files a request; empty when this person may not, no unit leads the matter, or it was asked for before. */
    public Optional<Long> ask(Actor by, Matter matter, Period period, Grounds grounds) {
        Integer lead = matter.lead();
        return lead == null || !(ExclusionRules.ask(by, lead) instanceof Verdict.Allowed)
                ? Optional.empty()
                : exclusions.ask(Exclusion.asked(matter, lead, period, grounds, by, clock.instant()));
    }

    /** Decides it, appeals, or decides again; false when the rules do not let this person do that now. */
    public boolean act(Actor by, long id, Kind kind, String note) {
        return exclusions
                .find(id)
                .filter(one -> may(one, kind, by) && exclusions.act(one, kind, by, note, clock.instant()))
                .isPresent();
    }

    private boolean may(Exclusion exclusion, Kind kind, Actor by) {
        return counting.inForce(exclusion.programme(), exclusion.until().minusSeconds(1))
                .map(measures -> new ExclusionRules(
                        measures.exclusions(), calendars.current().calendar()))
                .filter(rules -> rules.may(exclusion, kind, by, clock.instant()) instanceof Verdict.Allowed)
                .isPresent();
    }
}
