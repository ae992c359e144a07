package org.huiyin.programme;

import java.util.Locale;

/** A text in the two languages every page speaks. */
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
