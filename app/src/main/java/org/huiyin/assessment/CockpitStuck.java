package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.assessment.CockpitView.LateOnes;
import org.huiyin.assessment.CockpitView.StuckOne;
import org.huiyin.assessment.CockpitView.StuckOnes;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.programme.Measures.Part;
import org.springframework.stereotype.Component;

/** The bands of the leaders' page that say where it is stuck, and who is late. */
@Component
class CockpitStuck {

    private static final int MATTERS = 5;
    private static final int UNITS = 8;

    /** What going back and forth is called where a programme counts it. */
    private static final List<String> BACK = List.of("returned", "reopened");

    private final Stuck stuck;
    private final Overdue overdue;
    private final FigureNames names;
    private final MatterLookup lookup;
    private final MatterRows rows;

    CockpitStuck(Stuck stuck, Overdue overdue, FigureNames names, MatterLookup lookup, MatterRows rows) {
        this.stuck = stuck;
        this.overdue = overdue;
        this.names = names;
        this.lookup = lookup;
        this.rows = rows;
    }

    List<StuckOnes> stuck(Page page, Scope scope, List<String> open, Instant now) {
        List<StuckOnes> all = new ArrayList<>();
        List<Long> oldest = stuck.oldest(scope, open, MATTERS);
        Map<Long, Matter> found = lookup.findAll(oldest);
        all.add(new StuckOnes(
                page.t("assessment.cockpit.oldest"),
                oldest.stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .map(matter -> one(page, matter, days(page, matter, now)))
                        .toList()));
        for (String name : BACK) {
            Part part = scope.measures().parts().get(name);
            if (part != null) {
                all.add(often(page, scope, part, open, now));
            }
        }
        return all;
    }

    private StuckOnes often(Page page, Scope scope, Part part, List<String> open, Instant now) {
        List<Stuck.Often> found = stuck.often(scope, part.name(), open, MATTERS, now);
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Stuck.Often::matter).toList());
        return new StuckOnes(
                page.t("assessment.cockpit.often", part.title(), Stuck.LATELY.toDays()),
                found.stream()
                        .flatMap(often -> Optional.ofNullable(matters.get(often.matter())).stream()
                                .map(matter -> one(
                                        page, matter, page.t("assessment.cockpit.times", part.title(), often.times()))))
                        .toList());
    }

    private static String days(Page page, Matter matter, Instant now) {
        return page.t(
                "assessment.cockpit.since",
                Duration.between(matter.raisedAt(), now).toDays());
    }

    private StuckOne one(Page page, Matter matter, String why) {
        boolean readable = lookup.mayRead(page.reader(), matter);
        String number = matter.number().toString();
        Integer lead = matter.lead();
        String state = page.t(lookup.programmeOf(matter).state(matter.state()).title());
        return new StuckOne(
                number,
                rows.title(page, matter),
                why + " · " + state + (lead == null ? "" : " · " + names.unit(page, lead)),
                (readable ? "/desk/matters/" : "/m/") + number);
    }

    LateOnes late(Page page, Scope scope, Instant now) {
        List<Overdue.Late> found = overdue.units(scope, now);
        long all = found.stream().mapToLong(Overdue.Late::matters).sum();
        long most = Math.max(1, found.isEmpty() ? 1 : found.getFirst().matters());
        String list = scope.path("/cockpit/late");
        return new LateOnes(
                Count.of(page, all, list),
                found.stream()
                        .limit(UNITS)
                        .map(one -> new CockpitView.LateOne(
                                names.unit(page, one.unit()),
                                names.path(one.unit()),
                                Count.of(page, one.matters(), list + "&unit=" + one.unit()),
                                one.first(),
                                100.0 * one.matters() / most))
                        .toList());
    }
}
