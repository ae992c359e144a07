package org.huiyin.privacy;

/** What kind of personal data a stretch of text is; the earlier wins where two would overlap. */
public enum Kind {
    EMAIL,
    ID_CARD,
    BANK_CARD,
    /** The id of an account or group of a messenger. */
    ACCOUNT,
    MOBILE,
    LANDLINE,
    PLATE,
    /** A home down to its unit, room or house number; the building alone is none. */
    ADDRESS,
    /** A full personal name; a surname with a title is none. */
    NAME,
    /** What staff marked by hand. */
    MARKED
}
