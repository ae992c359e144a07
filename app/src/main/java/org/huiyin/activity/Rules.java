package org.huiyin.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.huiyin.programme.Track;
import org.jspecify.annotations.Nullable;

/** What may be done about an activity, and what it comes to. Takes values and a time; reads and writes nothing. */
final class Rules {

    /** People come before it begins. */
    private static final Duration DOORS = Duration.ofHours(2);

    /** After that the list is closed, whatever a phone still holds. */
    private static final Duration LIST_CLOSES = Duration.ofDays(30);

    /** Clocks of phones differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final PlanRules plans;
    private final Distances distances;
    private final ZoneId zone;

    Rules(PlanRules plans, Distances distances, ZoneId zone) {
        this.plans = plans;
        this.distances = distances;
        this.zone = zone;
    }

    Decided plan(Kind kind, Plan plan, Instant now) {
        Set<Wrong> wrong = plans.of(kind, plan, null, now);
        return wrong.isEmpty()
                ? Decided.yes(new Deed.Planned(kind.name(), kind.version(), plan))
                : new Decided.No(wrong, List.of());
    }

    Decided decide(Kind kind, Activity so, Ask ask, Instant now) {
        if (so.standing() == Activity.Standing.CANCELLED) {
            return Decided.no(Wrong.CANCELLED);
        }
        return switch (ask) {
            case Ask.Change(Plan plan) -> change(kind, so, plan, now);
            case Ask.Cancel(String reason) -> cancel(so, reason);
            case Ask.SignUp(Who who) -> signUp(kind, so, who, now);
            case Ask.Withdraw(Who who, String reason) -> withdraw(so, who, reason, now);
            case Ask.Attend attend -> attend(kind, so, attend, now);
            case Ask.Correct(int session, Who who, String reason) -> correct(so, session, who, reason);
            case Ask.Report report -> report(kind, so, report, now);
            case Ask.Find find -> find(kind, so, find, now);
            case Ask.Rate rate -> rate(kind, so, rate);
        };
    }

    private Decided change(Kind kind, Activity so, Plan plan, Instant now) {
        if (now.isAfter(so.plan().ends()) || so.standing() == Activity.Standing.REPORTED) {
            return Decided.no(Wrong.OVER_FOR_CHANGES);
        }
        Set<Wrong> wrong = plans.of(kind, plan, so, now);
        if (!wrong.isEmpty()) {
            return new Decided.No(wrong, List.of());
        }
        Deed.Changed changed = new Deed.Changed(plan);
        List<Deed> deeds = new ArrayList<>(List.of(changed));
        movedUp(so.with(plan), now, deeds);
        return new Decided.Deeds(deeds);
    }

    private static Decided cancel(Activity so, String reason) {
        if (so.standing() == Activity.Standing.REPORTED || !so.presences().isEmpty()) {
            return Decided.no(Wrong.REPORTED);
        }
        return said(reason) ? Decided.yes(new Deed.Cancelled(reason)) : Decided.no(Wrong.REASON);
    }

    private static Decided signUp(Kind kind, Activity so, Who who, Instant now) {
        Kind.SignUp rule = kind.signUp();
        if (rule == null) {
            return Decided.no(Wrong.NO_SIGN_UP);
        }
        if (!now.isBefore(so.plan().signUpEnds())) {
            return Decided.no(Wrong.SIGN_UP_OVER);
        }
        Activity.Person known = so.people().get(who);
        if (known != null && known.place() != Activity.Place.WITHDRAWN) {
            return Decided.no(Wrong.SIGNED_ALREADY);
        }
        // nobody passes those who wait
        boolean seat = so.seatFree() && so.waiting() == 0;
        return seat || rule.waiting() ? Decided.yes(new Deed.SignedUp(who, !seat)) : Decided.no(Wrong.FULL);
    }

    private static Decided withdraw(Activity so, Who who, String reason, Instant now) {
        Activity.Person known = so.people().get(who);
        if (known == null || known.place() != Activity.Place.SIGNED && known.place() != Activity.Place.WAITING) {
            return Decided.no(Wrong.NOT_SIGNED);
        }
        if (!now.isBefore(so.plan().ends())) {
            return Decided.no(Wrong.OVER);
        }
        List<Deed> deeds = new ArrayList<>(List.of(new Deed.Withdrew(who, reason)));
        movedUp(so.without(who), now, deeds);
        return new Decided.Deeds(deeds);
    }

    /** Whoever waited longest gets a seat that is free, as long as it is of use to them. */
    private static void movedUp(Activity so, Instant now, List<Deed> deeds) {
        Activity next = so;
        while (now.isBefore(so.plan().starts())
                && next.seatFree()
                && next.nextInLine().isPresent()) {
            Who who = next.nextInLine().get();
            deeds.add(new Deed.MovedUp(who));
            next = next.seated(who);
        }
    }

    private Decided attend(Kind kind, Activity so, Ask.Attend ask, Instant now) {
        Session session = so.plan().session(ask.session());
        if (session == null) {
            return Decided.no(Wrong.UNKNOWN_SESSION);
        }
        if (!kind.ways().contains(ask.way())) {
            return Decided.no(Wrong.WAY);
        }
        if (ask.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            return Decided.no(Wrong.FUTURE);
        }
        if (ask.at().isBefore(session.starts().minus(DOORS))) {
            return Decided.no(Wrong.NOT_YET);
        }
        if (ask.way() != Deed.Way.HAND && ask.at().isAfter(session.ends().plus(DOORS))
                || now.isAfter(session.ends().plus(LIST_CLOSES))) {
            return Decided.no(Wrong.TOO_LATE);
        }
        if (ask.way() == Deed.Way.HAND && !said(ask.reason())) {
            return Decided.no(Wrong.REASON);
        }
        return attended(so, ask, distances.metres(so.plan(), ask.position()));
    }

    private static Decided attended(Activity so, Ask.Attend ask, @Nullable Integer metres) {
        List<Deed> deeds = new ArrayList<>();
        for (Who who : ask.who().stream().distinct().toList()) {
            boolean there = so.presences().containsKey(new Activity.Seat(ask.session(), who));
            if (ask.way() == Deed.Way.LIST && !so.list().contains(who)) {
                return Decided.no(Wrong.NOT_ON_LIST);
            }
            if (!there) {
                deeds.add(new Deed.Attended(ask.session(), who, ask.way(), ask.at(), metres, ask.reason()));
            }
        }
        if (deeds.isEmpty()) {
            return Decided.no(ask.who().isEmpty() ? Wrong.NOBODY : Wrong.THERE_ALREADY);
        }
        return new Decided.Deeds(deeds);
    }

    private static Decided correct(Activity so, int session, Who who, String reason) {
        if (!so.presences().containsKey(new Activity.Seat(session, who))) {
            return Decided.no(Wrong.NOT_THERE);
        }
        return said(reason) ? Decided.yes(new Deed.Corrected(session, who, reason)) : Decided.no(Wrong.REASON);
    }

    private Decided report(Kind kind, Activity so, Ask.Report ask, Instant now) {
        if (now.isBefore(so.plan().starts())) {
            return Decided.no(Wrong.NOT_BEGUN);
        }
        Form.Checked checked = kind.report().check(ask.values(), false, today(now));
        List<FieldError> errors = new ArrayList<>(checked.errors());
        ahead(kind, checked.values(), now)
                .forEach(field -> errors.add(new FieldError(field, "track-ahead", List.of())));
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        if (!errors.isEmpty()) {
            wrong.add(Wrong.FIELDS);
        }
        if (ask.photos().size() < kind.photos()) {
            wrong.add(Wrong.PHOTOS);
        }
        if (!PlanRules.between(ask.note(), 0, 4000)) {
            wrong.add(Wrong.DETAILS);
        }
        return wrong.isEmpty()
                ? Decided.yes(new Deed.Reported(checked.values(), ask.note(), ask.photos()))
                : new Decided.No(wrong, errors);
    }

    /** The ways that a phone with a wrong clock, or nobody, has gone. */
    private static List<String> ahead(Kind kind, Map<String, Object> values, Instant now) {
        return kind.report().fields().stream()
                .filter(field -> field.type() == Field.Type.TRACK)
                .map(Field::name)
                .filter(name -> Track.parse(String.valueOf(values.get(name)))
                        .filter(track -> new Way(track).ahead(now.plus(CLOCKS_DIFFER)))
                        .isPresent())
                .toList();
    }

    private static Decided find(Kind kind, Activity so, Ask.Find ask, Instant now) {
        if (kind.findings() == null) {
            return Decided.no(Wrong.NO_FINDINGS);
        }
        if (now.isBefore(so.plan().starts().minus(DOORS))) {
            return Decided.no(Wrong.NOT_BEGUN);
        }
        if (!PlanRules.between(ask.title(), 2, 100) || !PlanRules.between(ask.detail(), 0, 2000)) {
            return Decided.no(Wrong.FINDING_TITLE);
        }
        if (!ask.position().isEmpty() && Position.of(ask.position()).isEmpty()) {
            return Decided.no(Wrong.POSITION);
        }
        return Decided.yes(
                new Deed.Found(ask.token(), ask.title(), ask.detail(), ask.place(), ask.position(), ask.photos()));
    }

    private static Decided rate(Kind kind, Activity so, Ask.Rate ask) {
        if (!kind.rated()) {
            return Decided.no(Wrong.NOT_RATED);
        }
        if (!so.came(ask.who())) {
            return Decided.no(Wrong.NOT_THERE);
        }
        if (so.ratings().containsKey(ask.who())) {
            return Decided.no(Wrong.RATED_ALREADY);
        }
        Deed.Satisfied satisfied = ask.satisfied();
        if (satisfied == null || !PlanRules.between(ask.words(), 0, 500)) {
            return Decided.no(Wrong.CHOOSE);
        }
        return Decided.yes(new Deed.Rated(ask.who(), satisfied, ask.words()));
    }

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private static boolean said(String reason) {
        return PlanRules.between(reason.strip(), 2, 300);
    }
}
