package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.Sources.Part;
import org.junit.jupiter.api.Test;

/** Sizes and words of the house style. What breaks a rule today stands in ceilings-exceptions.txt, which may only shrink. */
class CeilingsTest {

    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 60;
    private static final int CONSTRUCTOR_PARAMETERS = 6;
    private static final int TEMPLATE_LINES = 120;
    private static final Pattern SHUNNED_NAME =
            Pattern.compile(".*(Manager|Service|Impl|Helper|Utils?|Common|D[Tt][Oo]|Info|Data)");
    private static final Pattern SHUNNED_TEXT = Pattern.compile(
            "Thread\\.slee" + "p|\\bTOD" + "O\\b|\\bFIXM" + "E\\b|(?i:select \\*)|Instant\\.no" + "w\\(\\)");
    private static final Path EXCEPTIONS = Path.of("src/test/resources/ceilings-exceptions.txt");

    @Test
    void everything_keeps_to_the_sizes_and_words_except_what_is_written_down() {
        var written = Sources.lines(EXCEPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());

        var broken = broken();

        assertThat(without(broken, written)).as("rules newly broken").isEmpty();
        assertThat(without(written, broken))
                .as("exceptions no longer needed: strike them out")
                .isEmpty();
    }

    private static Set<String> broken() {
        var broken = new TreeSet<String>();
        var java = Sources.java();
        java.forEach(file -> tooLong(file, FILE_LINES, broken));
        Sources.files("app/src/main/jte", ".jte").forEach(file -> tooLong(file, TEMPLATE_LINES, broken));
        Sources.parts(java).forEach(part -> partTooBig(part, broken));
        java.forEach(file -> shunned(file, broken));
        return broken;
    }

    private static void tooLong(Path file, int ceiling, Set<String> broken) {
        if (Sources.lines(file).size() > ceiling) {
            broken.add(Sources.name(file) + ": file over " + ceiling + " lines");
        }
    }

    private static void partTooBig(Part part, Set<String> broken) {
        switch (part.kind()) {
            case CLASS -> {
                if (SHUNNED_NAME.matcher(part.name()).matches()) {
                    broken.add(part.file() + ": name " + part.name());
                }
            }
            case METHOD -> {
                if (part.lines() > METHOD_LINES) {
                    broken.add(part.file() + ": method " + part.name() + " over " + METHOD_LINES + " lines");
                }
            }
            case CONSTRUCTOR -> {
                if (part.parameters() > CONSTRUCTOR_PARAMETERS) {
                    broken.add(part.file() + ": constructor over " + CONSTRUCTOR_PARAMETERS + " parameters");
                }
            }
        }
    }

    private static void shunned(Path file, Set<String> broken) {
        for (var line : Sources.lines(file)) {
            var found = SHUNNED_TEXT.matcher(line);
            if (found.find()) {
                broken.add(Sources.name(file) + ": says " + found.group());
            }
        }
    }

    private static List<String> without(Set<String> all, Set<String> some) {
        var rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }
}
