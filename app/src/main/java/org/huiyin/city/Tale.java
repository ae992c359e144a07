package org.huiyin.city;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.jspecify.annotations.Nullable;

/** A matter on its way: what it does next and when. Whoever changes its acts takes it out of the order of tales first. */
final class Tale {

    static final Comparator<Tale> BY_TIME = Comparator.comparing(Tale::at).thenComparingInt(tale -> tale.ordinal);

    private final int ordinal;
    private final Part part;
    private List<Act> acts;
    private int next;
    private int steps;
    private @Nullable MatterNumber number;

    Tale(int ordinal, Part part, List<Act> acts) {
        this.ordinal = ordinal;
        this.part = part;
        this.acts = acts;
    }

    Part part() {
        return part;
    }

    boolean over() {
        return next >= acts.size();
    }

    Act act() {
        return acts.get(next);
    }

    Instant at() {
        return over() ? Instant.MAX : act().at();
    }

    /** When the last thing planned happens. */
    Instant last() {
        return acts.getLast().at();
    }

    /** A key for the step that is next; none is used twice. */
    String key() {
        return "story-" + ordinal + "-" + steps;
    }

    void advance() {
        next++;
        steps++;
    }

    /** What was planned is dropped, and this done instead. */
    void turn(List<Act> others) {
        acts = others;
        next = 0;
    }

    void end() {
        turn(List.of());
    }

    /** Whoever raised it, by account or by query code. */
    Actor raiser() {
        MatterNumber given = number;
        return given == null
                        || part.raisedBy().role() == Role.RESIDENT
                                && part.raisedBy().signedIn()
                ? part.raisedBy()
                : Actor.holding(given.id());
    }

    @Nullable
    MatterNumber number() {
        return number;
    }

    void number(MatterNumber given) {
        number = given;
    }
}
