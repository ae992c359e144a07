package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.matter.Matter;
import org.huiyin.org.Actor;

/**
 * A matter that is, or is asked to be, left out of a unit's figures for a time, with all that was done about it.
 *
 * @param period the key of the period it was asked for
 * @param acts what was done, in order; the first is asking
 */
public record Exclusion(
        long id,
        long matter,
        String programme,
        int unit,
        String period,
        Instant from,
        Instant until,
        String kind,
        String reason,
        String evidence,
        List<Act> acts) {

    /** What can be done. */
    public enum Kind {
        ASK,
        APPROVE,
        REFUSE,
        APPEAL,
        UPHOLD,
        OVERTURN;

        /** The word of the table and of messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a matter should be left out: a class of the measures, the reason and what proves it. */
    public record Grounds(String kind, String reason, String evidence) {}

    /** Who did it, when, and in which words. */
    public record Act(Kind kind, long account, long post, int unit, String note, Instant at) {}

    /** Where it stands. */
    public enum State {
        ASKED,
        DECIDED,
        APPEALED,
        FINAL
    }

    /** A request nobody has decided. */
    static Exclusion asked(Matter matter, int unit, Period period, Grounds grounds, Actor by, Instant at) {
        return new Exclusion(
                0,
                matter.id(),
                matter.programme(),
                unit,
                period.key(),
                period.from(),
                period.until(),
                grounds.kind(),
                grounds.reason(),
                grounds.evidence(),
                List.of(new Act(Kind.ASK, by.account(), by.post(), by.unit(), "", at)));
    }

    State state() {
        return switch (acts.getLast().kind()) {
            case ASK -> State.ASKED;
            case APPROVE, REFUSE -> State.DECIDED;
            case APPEAL -> State.APPEALED;
            case UPHOLD, OVERTURN -> State.FINAL;
        };
    }

    /** Whether it is left out by what was done until then. An appeal alone changes nothing. */
    boolean inForce(Instant at) {
        boolean out = false;
        for (Act act : acts) {
            if (!act.at().isAfter(at)) {
                out = switch (act.kind()) {
                    case ASK, REFUSE -> false;
                    case APPROVE -> true;
                    case APPEAL, UPHOLD -> out;
                    case OVERTURN -> !out;
                };
            }
        }
        return out;
    }

    Optional<Act> act(Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).findFirst();
    }

    /** The first decision, whichever way it went. */
    Optional<Act> decision() {
        return act(Kind.APPROVE).or(() -> act(Kind.REFUSE));
    }

    boolean covers(long otherMatter, int otherUnit, Instant at) {
        return matter == otherMatter && unit == otherUnit && !at.isBefore(from) && at.isBefore(until);
    }
}
