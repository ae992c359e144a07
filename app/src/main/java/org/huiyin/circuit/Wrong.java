package org.huiyin.circuit;

import java.util.Locale;

/** What is wrong with something that was filled in; each has a sentence of its own. */
enum Wrong {
    NAME,
    DAYS,
    ORDER,
    TOO_LONG,
    UNITS,
    OUT_OF_REACH,
    IN_USE,
    OUTSIDE_PERIOD,
    OVERLAPS,
    PLAN_DAY,
    PLAN_EMPTY,
    FUTURE,
    OUTSIDE_CIRCUIT,
    VISITORS,
    OWN_UNIT,
    PEOPLE,
    NOTES,
    TITLE,
    DETAIL,
    PLACE,
    SUMMARY;

    /** The key of its sentence. */
    String key() {
        return "circuit.wrong." + slug();
    }

    /** Its name for programs. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
