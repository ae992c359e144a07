package org.huiyin.mechanism;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/** Puts into words what somebody outside the house holds, and what they do next. */
@Component
class HeldViews {

    private final Held held;
    private final MechanismPages pages;
    private final WallViews walls;
    private final MatterLookup lookup;
    private final Organisation organisation;

    HeldViews(Held held, MechanismPages pages, WallViews walls, MatterLookup lookup, Organisation organisation) {
        this.held = held;
        this.pages = pages;
        this.walls = walls;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** Everything that was taken as somebody who showed themselves, or by an account, and was not given back nor lapsed. */
    List<ClaimView.Holding> of(Page page, String shown, long account) {
        List<Held.Taken> taken = held.by(shown, account);
        List<Long> ids = taken.stream().map(Held.Taken::matter).toList();
        Map<Long, Matter> matters = lookup.findAll(ids);
        Map<Long, List<Step>> histories = lookup.histories(ids);
        return taken.stream()
                .flatMap(one -> Stream.ofNullable(matters.get(one.matter()))
                        .filter(matter -> holds(one, matter, histories.getOrDefault(matter.id(), List.of())))
                        .flatMap(matter -> row(page, matter, histories.getOrDefault(matter.id(), List.of())).stream()))
                .toList();
    }

    /** The same of an account; staff hold nothing by theirs. */
    List<ClaimView.Holding> of(Page page, Actor reader) {
        return reader.staff() || !reader.signedIn() ? List.of() : of(page, "", reader.account());
    }

    private Optional<ClaimView.Holding> row(Page page, Matter matter, List<Step> history) {
        return pages.of(matter.programme())
                .flatMap(rules -> Optional.ofNullable(rules.wall()))
                .flatMap(wall -> walls.row(page, wall, matter, history))
                .map(row -> new ClaimView.Holding(
                        ClaimPage.path(matter.number()), row.words(), row.state(), next(page, matter)));
    }

    /** Whether nothing has taken it away since. */
    boolean holds(Held.Taken taken, Matter matter, List<Step> history) {
        return pages.claim(matter.programme())
                        .filter(claim -> claim.step().equals(taken.step()))
                        .isPresent()
                && history.stream()
                        .noneMatch(step -> step.seq() > taken.seq() && ends(matter.programme(), step.name()));
    }

    private boolean ends(String programme, String step) {
        return pages.of(programme)
                .flatMap(rules -> Optional.ofNullable(rules.account()))
                .filter(account -> account.ends().contains(step))
                .isPresent();
    }

    /** Until when it is held, and whom to go to; "" once it has been brought. */
    String next(Page page, Matter matter) {
        boolean waits = pages.claim(matter.programme())
                .flatMap(claim -> lookup.programmeOf(matter).step(claim.back()))
                .filter(back -> back.from().contains(matter.state()))
                .isPresent();
        Integer lead = matter.lead();
        String unit = organisation.units().name(lead == null ? matter.office() : lead, page.locale());
        return !waits
                ? ""
                : matter.nextClock()
                        .map(clock -> page.t(
                                "mechanism.claim.next",
                                page.ending(clock.deadline().due()),
                                unit))
                        .orElseGet(() -> page.t("mechanism.claim.next.soon", unit));
    }
}
