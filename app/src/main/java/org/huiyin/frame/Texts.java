package org.huiyin.frame;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Every text the pages say, read once from {@code messages/<module>_zh.properties} and {@code _en}. Keys are written whole and begin with
 * their module's name ({@code worklist.title}); only {@code problem.<slug>.…} may stand in any module's file.
 */
public final class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final String PLACE = "classpath*:messages/*_%s.properties";

    private final Map<String, Map<String, String>> byLanguage;
    private final boolean strict;

    Texts(Map<String, Map<String, String>> byLanguage, boolean strict) {
        this.byLanguage = byLanguage;
        this.strict = strict;
    }

    /** Reads all message files of the class path. With {@code strict} a missing key is an error instead of a log line. */
    public static Texts fromClasspath(boolean strict) {
        return new Texts(Map.of("zh", read("zh"), "en", read("en")), strict);
    }

    /** The unfilled text for a key. */
    public String pattern(Locale locale, String key) {
        Map<String, String> texts = of(locale);
        String text = texts.get(key);
        if (text != null) {
            return text;
        }
        if (strict) {
            throw new IllegalArgumentException("No text for " + key + " in " + locale);
        }
        log.error("No text for {} in {}: readers see the bare key", key, locale);
        return key;
    }

    public boolean has(String key) {
        return of(Locale.CHINESE).containsKey(key);
    }

    /** All keys of a language, sorted. */
    public Set<String> keys(Locale locale) {
        return new TreeSet<>(of(locale).keySet());
    }

    private Map<String, String> of(Locale locale) {
        return byLanguage.getOrDefault(locale.getLanguage(), byLanguage.getOrDefault("zh", Map.of()));
    }

    private static Map<String, String> read(String language) {
        ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource file : resolver.getResources(PLACE.formatted(language))) {
                String module = String.valueOf(file.getFilename()).replace("_" + language + ".properties", "");
                Properties entries = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    entries.load(reader);
                }
                for (String key : entries.stringPropertyNames()) {
                    add(texts, module, key, entries.getProperty(key));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    private static void add(Map<String, String> texts, String module, String key, String text) {
        if (!key.startsWith(module + ".") && !key.startsWith("problem.")) {
            throw new IllegalStateException(
                    "Text " + key + " stands in " + module + "'s file but does not begin with " + module + ".");
        }
        if (texts.put(key, text) != null) {
            throw new IllegalStateException("Text " + key + " is given in two files");
        }
    }
}
