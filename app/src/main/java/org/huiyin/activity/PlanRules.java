package org.huiyin.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;

/** What makes a plan a plan. Says everything that is wrong with it at once. */
final class PlanRules {

    private static final int MOST_SESSIONS = 60;
    private static final int MOST_PEOPLE = 2000;
    private static final int MOST_SEATS = 100_000;

    /** What is written down when it is over may be that old. */
    private static final Duration WRITTEN_LATE = Duration.ofDays(7);

    /** A form may be filled in for a while before it is sent. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Duration AHEAD = Duration.ofDays(400);

    private final Organisation organisation;

    PlanRules(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param so the activity it changes; null for a new one */
    Set<Wrong> of(Kind kind, Plan plan, @Nullable Activity so, Instant now) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        if (!between(plan.title(), 2, 100)) {
            wrong.add(Wrong.TITLE);
        }
        if (!between(plan.details(), 0, 4000)) {
            wrong.add(Wrong.DETAILS);
        }
        if (organisation.places().find(plan.place()).isEmpty()) {
            wrong.add(plan.place().isEmpty() ? Wrong.PLACE : Wrong.UNKNOWN_PLACE);
        }
        if (!plan.position().isEmpty() && Position.of(plan.position()).isEmpty()) {
            wrong.add(Wrong.POSITION);
        }
        times(kind, plan, so, now, wrong);
        people(kind, plan, so, wrong);
        return wrong;
    }

    private static void times(Kind kind, Plan plan, @Nullable Activity so, Instant now, Set<Wrong> wrong) {
        List<Session> sessions = plan.sessions();
        if (sessions.isEmpty() || sessions.size() > MOST_SESSIONS) {
            wrong.add(Wrong.SESSIONS);
            return;
        }
        if (!sessions.stream().allMatch(Session::sound)) {
            wrong.add(Wrong.SESSION_TIMES);
            return;
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).starts().isBefore(sessions.get(i - 1).ends())) {
                wrong.add(Wrong.SESSIONS_OVERLAP);
            }
        }
        Instant earliest = kind.own() ? now.minus(WRITTEN_LATE) : now.minus(SLACK);
        boolean moved = so == null || !so.plan().starts().equals(plan.starts());
        if (moved && plan.starts().isBefore(earliest)) {
            wrong.add(Wrong.PAST);
        }
        if (plan.ends().isAfter(now.plus(AHEAD))) {
            wrong.add(Wrong.FAR_AHEAD);
        }
        if (plan.until() != null && plan.until().isAfter(plan.ends())) {
            wrong.add(Wrong.SIGN_UP_END);
        }
    }

    private static void people(Kind kind, Plan plan, @Nullable Activity so, Set<Wrong> wrong) {
        if (plan.hosts().isEmpty()) {
            wrong.add(Wrong.HOSTS);
        }
        if (plan.hosts().size() + plan.expected().size() > MOST_PEOPLE) {
            wrong.add(Wrong.TOO_MANY_PEOPLE);
        }
        if (kind.whom().sort() == Kind.Whom.Sort.NOBODY && !plan.expected().isEmpty()) {
            wrong.add(Wrong.NO_PARTICIPANTS);
        }
        Integer seats = plan.seats();
        if (seats != null && (seats < 1 || seats > MOST_SEATS || kind.signUp() == null)) {
            wrong.add(Wrong.SEATS);
        }
        if (seats != null && so != null && seats < so.signed()) {
            wrong.add(Wrong.FEWER_SEATS);
        }
        if (plan.open() && kind.publicity() != Kind.Publicity.OPEN) {
            wrong.add(Wrong.NOT_OPEN);
        }
    }

    static boolean between(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }
}
