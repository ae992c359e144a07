package org.huiyin.activity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an activity into words for anybody. */
@Component
class OpenViews {

    private final ActivityViews views;
    private final ActivityWords words;
    private final Doorstep doorstep;

    OpenViews(ActivityViews views, ActivityWords words, Doorstep doorstep) {
        this.views = views;
        this.words = words;
        this.doorstep = doorstep;
    }

    /** Who somebody is to an activity: staff by their post, others by the telephone they showed to be theirs. */
    Acting.@Nullable Doer doer(Page page, HttpServletRequest request) {
        if (page.reader().staff()) {
            return Acting.Doer.of(page.reader());
        }
        return doorstep.known(request).map(Acting.Doer::guest).orElse(null);
    }

    OpenActivityView of(Page page, Shown.One one, HttpServletRequest request, Doorstep.Asked asked) {
        Activity so = one.so();
        Plan plan = so.plan();
        Acting.Doer doer = doer(page, request);
        ActivityView.Told told = views.report(page, one);
        return new OpenActivityView(
                one.id(),
                plan.title(),
                page.t(one.kind().title()),
                words.standing(page, so.standing(), plan.starts(), plan.ends()),
                words.tone(
                        so.standing(),
                        plan.starts(),
                        plan.ends(),
                        page.formats().now()),
                plan.details(),
                facts(page, one),
                views.sessions(page, so),
                told,
                told == null
                        ? List.of()
                        : told.photos().stream().map(Attachment::nameless).toList(),
                self(page, one, doer),
                new OpenActivityView.Ask(doorstep.reach(), asked, doorstep.shown(asked)),
                UUID.randomUUID().toString());
    }

    private List<ActivityView.Fact> facts(Page page, Shown.One one) {
        return views.facts(page, one).stream()
                .filter(fact -> !fact.name().equals(page.t("activity.seen")))
                .toList();
    }

    private OpenActivityView.Self self(Page page, Shown.One one, Acting.@Nullable Doer doer) {
        Activity so = one.so();
        Instant now = page.formats().now();
        boolean open = one.kind().signUp() != null
                && so.standing() == Activity.Standing.PLANNED
                && now.isBefore(so.plan().signUpEnds());
        if (doer == null) {
            return new OpenActivityView.Self("", "", open, false, false);
        }
        Activity.Person known = so.people().get(doer.self());
        boolean holds =
                known != null && (known.place() == Activity.Place.SIGNED || known.place() == Activity.Place.WAITING);
        boolean free = known == null || known.place() == Activity.Place.WITHDRAWN;
        boolean came = so.came(doer.self());
        String standing = came
                ? page.t("activity.self.came")
                : known == null ? "" : page.t("activity.self." + known.place().key(), line(so, doer.self()));
        return new OpenActivityView.Self(
                name(page, doer),
                standing,
                open && free,
                holds && now.isBefore(so.plan().starts()),
                came && one.kind().rated() && !so.ratings().containsKey(doer.self()));
    }

    /** At which place of the line somebody waits, from 1. */
    private static int line(Activity so, Who who) {
        Activity.Person own = so.people().get(who);
        return own == null
                ? 0
                : 1
                        + (int) so.people().values().stream()
                                .filter(other -> other.place() == Activity.Place.WAITING && other.seq() < own.seq())
                                .count();
    }

    private String name(Page page, Acting.Doer doer) {
        if (doer.guest() == 0) {
            return page.reader().name();
        }
        Guests.Guest guest = doorstep.guest(doer.guest());
        return guest.phone().isEmpty() ? "＊" : guest.discreet() + " " + guest.discreetPhone();
    }
}
