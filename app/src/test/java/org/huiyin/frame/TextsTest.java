package org.huiyin.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d");
    private static final Pattern CALL = Pattern.compile("\\bt\\(\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"");

    private final Texts texts = Texts.fromClasspath(true);

    @Test
    void every_text_is_there_in_both_languages() {
        assertThat(texts.keys(Locale.ENGLISH)).isEqualTo(texts.keys(Locale.CHINESE));
    }

    @Test
    void both_languages_use_the_same_arguments() {
        for (String key : texts.keys(Locale.CHINESE)) {
            assertThat(gaps(texts.pattern(Locale.ENGLISH, key)))
                    .as(key)
                    .isEqualTo(gaps(texts.pattern(Locale.CHINESE, key)));
        }
    }

    @Test
    void every_text_a_page_asks_for_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String root : new String[] {"src/main/jte", "src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    asked(Files.readString(file)).filter(key -> !texts.has(key)).forEach(missing::add);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void a_missing_text_fails_a_strict_reader() {
        assertThatThrownBy(() -> texts.pattern(Locale.CHINESE, "frame.no-such-text"))
                .hasMessageContaining("frame.no-such-text");
    }

    private static Stream<String> asked(String source) {
        Matcher call = CALL.matcher(source);
        return call.results().map(result -> result.group(1)).toList().stream();
    }

    private static Set<String> gaps(String text) {
        return new TreeSet<>(GAP.matcher(text).results().map(MatchResult::group).toList());
    }
}
