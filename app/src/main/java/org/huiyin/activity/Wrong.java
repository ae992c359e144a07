package org.huiyin.activity;

import java.util.Locale;

/** Why the rules of an activity say no; each has a sentence of its own. */
public enum Wrong {
    TITLE,
    DETAILS,
    PLACE,
    UNKNOWN_PLACE,
    POSITION,
    SESSIONS,
    SESSION_TIMES,
    SESSIONS_OVERLAP,
    PAST,
    FAR_AHEAD,
    HOSTS,
    TOO_MANY_PEOPLE,
    NO_PARTICIPANTS,
    NOT_PRESENT,
    LEFT,
    SEATS,
    FEWER_SEATS,
    SIGN_UP_END,
    NOT_OPEN,
    CANCELLED,
    OVER,
    OVER_FOR_CHANGES,
    REPORTED,
    REASON,
    NO_SIGN_UP,
    SIGN_UP_OVER,
    FULL,
    SIGNED_ALREADY,
    NOT_SIGNED,
    WAY,
    FUTURE,
    NOT_YET,
    TOO_LATE,
    UNKNOWN_SESSION,
    NOBODY,
    NOT_ON_LIST,
    THERE_ALREADY,
    NOT_THERE,
    NOT_BEGUN,
    FIELDS,
    PHOTOS,
    NO_FINDINGS,
    FINDING_TITLE,
    NOT_RATED,
    CHOOSE,
    RATED_ALREADY;

    /** The word in addresses of problems and in keys of texts. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its sentence. */
    public String key() {
        return "activity.wrong." + slug();
    }
}
