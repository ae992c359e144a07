package org.huiyin.calendar;

/** What a day is to the calendar, whatever is being counted. */
public enum DayKind {
    /** An ordinary working day. */
    WORKDAY,
    /** A day of rest that is worked because a holiday was lengthened by it. */
    MAKE_UP_WORKDAY,
    /** A weekly day of rest. */
    REST_DAY,
    /** A published holiday, or a day off of the city's own. */
    HOLIDAY;

    /** Whether people work on such a day. */
    public boolean worked() {
        return this == WORKDAY || this == MAKE_UP_WORKDAY;
    }
}
