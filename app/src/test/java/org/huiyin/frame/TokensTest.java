package org.huiyin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final Path STYLES = Path.of("src/main/resources/static/assets");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final Pattern USED = Pattern.compile("var\\(--([a-z0-9-]+)");
    private static final Pattern DEFINED = Pattern.compile("--([a-z0-9-]+):");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_stands_out_from_its_ground(String theme) throws IOException {
        Map<String, String> colour = colours(theme);

        for (String ground : List.of("paper", "sheet")) {
            for (String text : List.of("ink", "muted", "pine", "pine-deep", "seal", "amber", "sky", "done")) {
                assertThat(contrast(colour, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String text : List.of("pine", "seal", "amber", "sky", "done")) {
            assertThat(contrast(colour, text, text + "-soft"))
                    .as(text + " on its soft ground")
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colour, "ink", text + "-soft"))
                    .as("ink on soft " + text)
                    .isGreaterThanOrEqualTo(7);
            assertThat(contrast(colour, "muted", text + "-soft"))
                    .as("muted on soft " + text)
                    .isGreaterThanOrEqualTo(4.5);
        }
        assertThat(contrast(colour, "muted", "rest-soft")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colour, "pine-deep", "pine-soft")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colour, "on-pine", "pine")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colour, "on-pine", "pine-deep")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colour, "on-seal", "seal")).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void edges_of_inputs_and_focus_rings_can_be_seen(String theme) throws IOException {
        Map<String, String> colour = colours(theme);

        for (String ground : List.of("paper", "sheet")) {
            assertThat(contrast(colour, "edge", ground)).as("edge on " + ground).isGreaterThanOrEqualTo(3);
            assertThat(contrast(colour, "sky", ground)).as("focus on " + ground).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void both_ways_to_the_dark_show_the_same_colours() throws IOException {
        String css = Files.readString(STYLES.resolve("tokens.css"));

        assertThat(tokens(block(css, "[data-theme=\"auto\"]"))).isEqualTo(tokens(block(css, "[data-theme=\"dark\"]")));
    }

    @Test
    void a_wall_is_as_dark_as_any_other_screen() throws IOException {
        String css = Files.readString(STYLES.resolve("tokens.css"));
        String wall = Files.readString(STYLES.resolve("cockpit.css"));

        assertThat(tokens(block(wall, "[data-theme=\"auto\"]:has([data-wall])")))
                .isEqualTo(tokens(block(css, "[data-theme=\"dark\"]")));
    }

    @Test
    void every_token_used_is_defined() throws IOException {
        String tokens = Files.readString(STYLES.resolve("tokens.css"));
        List<String> defined =
                DEFINED.matcher(tokens).results().map(m -> m.group(1)).toList();

        try (Stream<Path> styles = Files.list(STYLES)) {
            for (Path style : styles.filter(f -> f.toString().endsWith(".css")).toList()) {
                Matcher used = USED.matcher(Files.readString(style));
                assertThat(used.results().map(m -> m.group(1)).distinct())
                        .as(style.toString())
                        .isSubsetOf(defined);
            }
        }
    }

    private static Map<String, String> colours(String theme) throws IOException {
        String css = Files.readString(STYLES.resolve("tokens.css"));
        Map<String, String> colours = new HashMap<>(tokens(block(css, ":root")));
        if (theme.equals("dark")) {
            colours.putAll(tokens(block(css, "[data-theme=\"dark\"]")));
        }
        return colours;
    }

    private static String block(String css, String selector) {
        int start = css.indexOf(selector);
        return css.substring(start, css.indexOf('}', start));
    }

    private static Map<String, String> tokens(String block) {
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(block).results().forEach(m -> tokens.put(m.group(1), m.group(2)));
        return tokens;
    }

    /** The contrast ratio of WCAG 2.2. */
    private static double contrast(Map<String, String> colours, String text, String ground) {
        double one = luminance(colours.getOrDefault(text, ""));
        double other = luminance(colours.getOrDefault(ground, ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
