package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.stereotype.Component;

/** What must hold of a group, a round, a visit and a finding before they are kept. Every fault is told at once. */
@Component
class Arrangements {

    static final int LONGEST_TEXT = 2000;
    private static final int MOST_YEARS = 5;

    private final Access access;
    private final Organisation organisation;

    Arrangements(Access access, Organisation organisation) {
        this.access = access;
        this.organisation = organisation;
    }

    /**
     * What is wrong with a group.
     *
     * @param inUse the units its rounds hold already
     */
    Set<Wrong> group(Actor actor, Typed typed, Set<Integer> inUse) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        note(wrong, Typed.between(typed.text("name"), 2, 60), Wrong.NAME);
        stretch(wrong, typed, "from", "to");
        Set<Integer> units = typed.units("units");
        boolean known = units.stream()
                .allMatch(unit ->
                        organisation.units().find(unit).filter(Unit::active).isPresent());
        note(wrong, !units.isEmpty() && known, Wrong.UNITS);
        note(wrong, units.stream().allMatch(unit -> access.reaches(actor, unit)), Wrong.OUT_OF_REACH);
        note(wrong, units.containsAll(inUse), Wrong.IN_USE);
        return wrong;
    }

    private static void stretch(Set<Wrong> wrong, Typed typed, String first, String last) {
        LocalDate from = typed.day(first).orElse(null);
        LocalDate to = typed.day(last).orElse(null);
        note(wrong, from != null && to != null, Wrong.DAYS);
        if (from != null && to != null) {
            note(wrong, !to.isBefore(from), Wrong.ORDER);
            note(wrong, to.isBefore(from.plusYears(MOST_YEARS)), Wrong.TOO_LONG);
        }
    }

    Set<Wrong> circuit(Group group, Typed typed) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        stretch(wrong, typed, "first", "last");
        if (wrong.isEmpty()) {
            LocalDate from = typed.day("first").orElseThrow();
            LocalDate to = typed.day("last").orElseThrow();
            note(wrong, group.covers(from, to), Wrong.OUTSIDE_PERIOD);
            wrong.addAll(plan(group, typed, from, to));
        }
        return wrong;
    }

    Set<Wrong> plan(Group group, Typed typed, LocalDate from, LocalDate to) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        Map<Integer, LocalDate> days = typed.days(group.units());
        note(wrong, !days.isEmpty(), Wrong.PLAN_EMPTY);
        note(
                wrong,
                group.units().stream().noneMatch(unit -> typed.badDay("day-" + unit))
                        && days.values().stream().allMatch(day -> !day.isBefore(from) && !day.isAfter(to)),
                Wrong.PLAN_DAY);
        return wrong;
    }

    Set<Wrong> visit(Group group, Circuit circuit, Typed typed, int unit, LocalDate today) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        LocalDate on = typed.day("on").orElse(null);
        note(wrong, on != null, Wrong.DAYS);
        if (on != null) {
            note(wrong, !on.isAfter(today), Wrong.FUTURE);
            note(wrong, circuit.covers(on), Wrong.OUTSIDE_CIRCUIT);
        }
        Set<Long> visitors = typed.posts("visitors");
        note(
                wrong,
                !visitors.isEmpty()
                        && visitors.stream().allMatch(post -> group.member(post).isPresent()),
                Wrong.VISITORS);
        note(
                wrong,
                group.members().stream()
                        .filter(one -> visitors.contains(one.post()))
                        .noneMatch(one -> access.own(one).contains(unit)),
                Wrong.OWN_UNIT);
        note(wrong, Typed.between(typed.text("people"), 2, 200), Wrong.PEOPLE);
        note(wrong, Typed.between(typed.text("notes"), 2, LONGEST_TEXT), Wrong.NOTES);
        return wrong;
    }

    Set<Wrong> finding(Typed typed) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        note(wrong, Typed.between(typed.text("title"), 2, 100), Wrong.TITLE);
        note(wrong, Typed.between(typed.text("detail"), 0, LONGEST_TEXT), Wrong.DETAIL);
        note(wrong, organisation.places().exists(typed.text("place")), Wrong.PLACE);
        note(wrong, Typed.between(typed.text("settled"), 0, 500), Wrong.SUMMARY);
        return wrong;
    }

    private static void note(Set<Wrong> wrong, boolean holds, Wrong otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
