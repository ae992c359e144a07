package org.huiyin.translog;

import java.util.List;
import java.util.Locale;

/** What was handed in is not what it should be. Its words stand under {@code translog.unreadable.<slug>}. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    enum Why {
        KEY_FORM,
        KEY_NAME,
        KEY_ID,
        KEY_TYPE,
        KEY_BYTES,
        NOTE_FORM,
        NOTE_SIGNATURES,
        CHECKPOINT_FORM,
        RECEIPT_FORM,
        RECEIPT_MEMBER,
        RECEIPT_KIND,
        ENTRY_FORM,
        ENTRY_CANONICAL,
        BOARD_FORM,
        TOO_LARGE;

        String text() {
            return "translog.unreadable." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;
    private final transient List<Object> about;

    Unreadable(Why why, Object... about) {
        super(why + " " + List.of(about));
        this.why = why;
        this.about = List.of(about);
    }

    Why why() {
        return why;
    }

    /** What fills the gaps of its words. */
    List<Object> about() {
        return about;
    }
}
