package org.huiyin.search;

import java.util.List;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;

/**
 * Who searches, as a statement reads it: the reach of staff, or everybody. Staff find at most what {@code MatterLookup.mayRead} allows, and beyond it
 * what everybody finds; what is shown is asked again where it is read.
 *
 * @param own units about which this reader must not learn who complained
 */
record Who(boolean staff, Role role, Reach reach, Set<Integer> own) {

    static final Who EVERYBODY = new Who(false, Role.RESIDENT, Reach.NOWHERE, Set.of());

    /** Who looks into no matters by their role reads what everybody reads. */
    static Who of(Actor reader, Set<Integer> own) {
        if (!reader.staff() || reader.role() == Role.ADMIN) {
            return EVERYBODY;
        }
        return new Who(true, reader.role(), reader.reach(), own);
    }

    boolean everywhere() {
        return reach.everywhere() || role == Role.IMPORTER;
    }

    Integer[] units() {
        return reach.units().toArray(Integer[]::new);
    }

    /** The places the role looks after, as patterns. */
    String[] places() {
        boolean overseen =
                Set.of(Role.SUPERVISOR, Role.DISPATCHER, Role.GRID_WORKER).contains(role);
        List<String> places = overseen ? reach.places() : List.of();
        return places.stream().map(place -> place + "%").toArray(String[]::new);
    }

    /** Whether the role is kept from every matter that is kept off the board. */
    boolean openOnly() {
        return role == Role.LEADER || role == Role.GRID_WORKER;
    }

    /** Whether the role may know who complained about units that are not its own: everywhere, of its office, or where its unit leads. */
    String knows() {
        return switch (role) {
            case SUPERVISOR -> "all";
            case DISPATCHER -> "office";
            case HANDLER, UNIT_HEAD -> "lead";
            case RESIDENT, GRID_WORKER, LEADER, ADMIN, IMPORTER, SYSTEM -> "";
        };
    }
}
