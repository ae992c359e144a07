package org.huiyin.matter;

import org.huiyin.org.Actor;

/** What deciding has to know of the city: which units and places exist, and which office a place belongs to. In memory. */
public interface Directory {

    boolean hasUnit(int unit);

    /** Whether a unit is another one or below it. */
    default boolean isWithin(int unit, int other) {
        return unit == other;
    }

    /** Whether a person belongs to a unit or one below it, at whichever of their posts they act now. */
    default boolean belongsTo(Actor person, int unit) {
        return person.staff() && isWithin(person.unit(), unit);
    }

    boolean hasPlace(String place);

    /** The dispatching office responsible for a place. */
    int officeFor(String place);
}
