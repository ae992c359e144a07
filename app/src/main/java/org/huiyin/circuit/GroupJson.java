package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.List;

/** A circuit supervision group for programs. */
record GroupJson(
        long id,
        String name,
        LocalDate from,
        LocalDate to,
        List<MemberJson> members,
        List<Integer> units,
        List<RoundJson> circuits) {

    static GroupJson of(Group group, List<Circuit> circuits) {
        return new GroupJson(
                group.id(),
                group.name(),
                group.from(),
                group.to(),
                group.members().stream().map(MemberJson::of).toList(),
                group.units().stream().sorted().toList(),
                circuits.stream()
                        .filter(one -> one.group() == group.id())
                        .map(RoundJson::of)
                        .toList());
    }

    /** Somebody at a post who belongs to it, or could. */
    record MemberJson(long post, String name, int unit, String title, boolean leader) {

        static MemberJson of(Group.Member one) {
            return new MemberJson(one.post(), one.name(), one.unit(), one.title(), one.leader());
        }
    }

    /** A round, in short. */
    record RoundJson(long id, int number, LocalDate from, LocalDate to, boolean open) {

        static RoundJson of(Circuit one) {
            return new RoundJson(one.id(), one.number(), one.from(), one.to(), one.open());
        }
    }
}
