package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A circuit supervision group.
 *
 * @param members the leader first
 * @param units the units it goes round
 */
record Group(long id, String name, LocalDate from, LocalDate to, List<Member> members, Set<Integer> units) {

    Group {
        members = List.copyOf(members);
        units = Set.copyOf(units);
    }

    /** Somebody at a post who belongs to the group. */
    record Member(long post, long account, String name, int unit, String title, boolean leader) {}

    Optional<Member> member(long post) {
        return members.stream().filter(one -> one.post() == post).findFirst();
    }

    boolean covers(LocalDate from, LocalDate to) {
        return !from.isBefore(this.from) && !to.isAfter(this.to);
    }
}
