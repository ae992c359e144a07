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
    void every_fault_of_a_field_has_words() throws IOException {
        Pattern slug =
                Pattern.compile("(?:wrong|FieldError)\\((?:[a-zA-Z.()]+, )?\"([a-z-]+)\"|return \"([a-z]+-[a-z-]+)\";");
        Set<String> missing = new TreeSet<>();
        for (String file : new String[] {"FieldReading", "FormCheck", "Characters"}) {
            String source = Files.readString(Path.of("src/main/java/org/huiyin/programme/" + file + ".java"));
            slug.matcher(source)
                    .results()
                    .map(m -> "programme.field-error." + (m.group(1) == null ? m.group(2) : m.group(1)))
                    .filter(key -> !texts.has(key))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_problem_has_a_title_a_reason_and_a_way_on() {
        for (String key : texts.keys(Locale.CHINESE)) {
            if (key.matches("problem\\..*\\.title")) {
                String problem = key.substring(0, key.length() - "title".length());
                assertThat(texts.has(problem + "why")).as(problem + "why").isTrue();
                assertThat(texts.has(problem + "next")).as(problem + "next").isTrue();
                boolean filled =
                        !gaps(texts.pattern(Locale.CHINESE, problem + "why")).isEmpty();
                assertThat(!filled || texts.has(problem + "about"))
                        .as(problem + "about")
                        .isTrue();
            }
        }
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
