package org.huiyin.frame;

import java.util.Locale;

/** Light or dark, or as the reader's device says. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** The name in cookies and in the page: {@code dark}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
