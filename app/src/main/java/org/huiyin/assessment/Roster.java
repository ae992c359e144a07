package org.huiyin.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.huiyin.org.Unit;

/** The units of an assessment with their classes, as they were when it was made. */
public record Roster(List<Member> members) {

    /** A unit and what it is compared with. */
    public record Member(int unit, String code, String kind) {}

    public Roster {
        members = members.stream().sorted(Comparator.comparingInt(Member::unit)).toList();
    }

    static Roster of(Collection<Unit> units) {
        return new Roster(units.stream()
                .map(unit -> new Member(unit.id(), unit.code(), unit.kind().key()))
                .toList());
    }

    List<Member> of(String kind) {
        return members.stream().filter(member -> member.kind().equals(kind)).toList();
    }
}
