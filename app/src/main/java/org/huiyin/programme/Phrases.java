package org.huiyin.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of this module in one language, for where no page frame is at hand: the command line, the API, tests. */
public final class Phrases {

    private static final Map<String, Phrases> SPOKEN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;

    private Phrases(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "messages.programme",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Phrases of(Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "zh";
        return SPOKEN.computeIfAbsent(language, tag -> new Phrases(Locale.forLanguageTag(tag)));
    }

    /** The sentence for {@code programme.<key>}, its gaps filled. */
    public String say(String key, List<?> args) {
        String sentence = bundle.getString("programme." + key);
        for (int i = 0; i < args.size(); i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(args.get(i)));
        }
        return sentence;
    }
}
