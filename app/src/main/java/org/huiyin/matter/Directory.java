package org.huiyin.matter;

/** What deciding has to know of the city: which units and places exist, and which office a place belongs to. In memory. */
public interface Directory {

    boolean hasUnit(int unit);

    /** Whether a unit is another one or below it. */
    default boolean isWithin(int unit, int other) {
        return unit == other;
    }

    boolean hasPlace(String place);

    /** The dispatching office responsible for a place. */
    int officeFor(String place);
}
