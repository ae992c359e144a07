package org.huiyin.reading;

import java.util.Locale;

/** What comes of opening a file that somebody handed in. */
public sealed interface Opened {

    /**
     * It has a text.
     *
     * @param kind txt, pdf or docx
     * @param encoding of a plain text; empty for the others
     * @param sha256 of the file, in small hexadecimal digits
     */
    record Readable(String kind, String encoding, String sha256, String text) implements Opened {}

    record Refused(Why why) implements Opened {}

    /** Why a file is not read. */
    enum Why {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_PAGES,
        TOO_MUCH_TEXT,
        ENCRYPTED,
        NO_TEXT,
        BINARY,
        BROKEN,
        TOO_SLOW,
        OTHER_LANGUAGE;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
