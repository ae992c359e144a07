package org.huiyin.org;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How far a post reaches: the units of its subtree and the places of its beat. The one permission concept: it answers the {@code by:} of a
 * step and is the indexed predicate of every list.
 *
 * @param everywhere the whole city: neither units nor places narrow it
 * @param units the post's own unit and every unit below it
 * @param places code prefixes of the places it covers
 */
public record Reach(boolean everywhere, Set<Integer> units, List<String> places) {

    public static final Reach EVERYWHERE = new Reach(true, Set.of(), List.of());
    public static final Reach NOWHERE = new Reach(false, Set.of(), List.of());

    public Reach {
        units = Set.copyOf(units);
        places = List.copyOf(places);
    }

    public boolean coversUnit(int unit) {
        return everywhere || units.contains(unit);
    }

    public boolean coversAnyUnit(Collection<Integer> some) {
        return everywhere ? !some.isEmpty() : some.stream().anyMatch(units::contains);
    }

    public boolean coversPlace(String code) {
        return everywhere || places.stream().anyMatch(code::startsWith);
    }
}
