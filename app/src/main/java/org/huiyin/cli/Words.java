package org.huiyin.cli;

import java.util.Locale;
import org.huiyin.frame.Texts;

/** What a command says, in the language it was asked for. */
final class Words {

    private final Locale locale;
    private final Texts texts = Texts.fromClasspath(true);

    Words(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    boolean has(String key) {
        return texts.has(key);
    }

    String text(String key, Object... arguments) {
        String text = texts.pattern(locale, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
