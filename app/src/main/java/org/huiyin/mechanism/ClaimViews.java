package org.huiyin.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.activity.Doorstep;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page on which somebody outside the house takes a matter upon themselves. */
@Component
class ClaimViews {

    /** One way to be named is by surname or, for an entry, in full. */
    private static final String NAMED = "named";

    private final MechanismPages pages;
    private final WallViews walls;
    private final MatterLookup lookup;
    private final Held held;
    private final HeldViews holdings;
    private final Doorstep doorstep;

    ClaimViews(
            MechanismPages pages,
            WallViews walls,
            MatterLookup lookup,
            Held held,
            HeldViews holdings,
            Doorstep doorstep) {
        this.pages = pages;
        this.walls = walls;
        this.lookup = lookup;
        this.held = held;
        this.holdings = holdings;
        this.doorstep = doorstep;
    }

    /**
     * What was tried and came to nothing yet.
     *
     * @param refused the sentence that says why not; "" for nothing
     */
    record Tried(String called, String refused, Doorstep.Asked asked) {

        static final Tried NOTHING = new Tried("", "", Doorstep.Asked.NOTHING);
    }

    ClaimView of(Page page, Matter matter, @Nullable Claimant who, Tried tried) {
        PageRules rules = pages.of(matter.programme()).orElseThrow(ClaimPage::none);
        PageRules.Claim claim = pages.claim(matter.programme()).orElseThrow(ClaimPage::none);
        List<Step> history = lookup.history(matter.number());
        WallView.WallRow row = Optional.ofNullable(rules.wall())
                .flatMap(wall -> walls.row(page, wall, matter, history))
                .orElseThrow(ClaimPage::none);
        String shown = who == null ? "" : who.shown();
        long account = page.reader().staff() ? 0 : page.reader().account();
        boolean own = held.of(matter.id())
                .filter(taken -> taken.asker().equals(shown) || account != 0 && taken.account() == account)
                .filter(taken -> holdings.holds(taken, matter, history))
                .isPresent();
        boolean open = from(matter, claim.step());
        return new ClaimView(
                row,
                page.t(claim.call()),
                WallViews.path(matter.programme()),
                open || own ? "" : page.t(page.reader().staff() ? "mechanism.claim.staff" : "mechanism.claim.gone"),
                own,
                own ? holdings.next(page, matter) : "",
                own && from(matter, claim.back()),
                holdings.of(page, shown, account).stream()
                        .filter(one -> !one.path().equals(ClaimPage.path(matter.number())))
                        .toList(),
                form(page, claim, who, tried));
    }

    private boolean from(Matter matter, String step) {
        return lookup.programmeOf(matter)
                .step(step)
                .map(StepRule::from)
                .filter(from -> from.contains(matter.state()))
                .isPresent();
    }

    private ClaimView.Form form(Page page, PageRules.Claim claim, @Nullable Claimant who, Tried tried) {
        boolean guest = who != null && who.entry() == null;
        String self = who == null ? "" : guest ? who.discreet() + " " + discreet(who.phone()) : who.name();
        List<ClaimView.Called> called = called(page, claim, who);
        boolean known = called.stream().anyMatch(one -> one.value().equals(tried.called()));
        return new ClaimView.Form(
                self,
                guest,
                called,
                known ? tried.called() : called.getFirst().value(),
                UUID.randomUUID().toString(),
                doorstep.reach(),
                tried.asked(),
                doorstep.shown(tried.asked()),
                tried.refused());
    }

    private static List<ClaimView.Called> called(Page page, PageRules.Claim claim, @Nullable Claimant who) {
        boolean entry = who != null && who.entry() != null;
        List<ClaimView.Called> called = new ArrayList<>();
        claim.called().forEach((kind, name) -> {
            if (!entry || kind.equals(claim.sort())) {
                called.add(new ClaimView.Called(kind, page.t("mechanism.claim.as", page.t(name))));
            }
        });
        String named =
                who == null ? page.t("mechanism.claim.as.surname") : page.t("mechanism.claim.as", who.discreet());
        called.add(entry ? 0 : called.size(), new ClaimView.Called(NAMED, named));
        return called;
    }

    /** 138****5678. */
    private static String discreet(String phone) {
        return phone.length() < 8 ? "" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
