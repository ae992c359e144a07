package org.huiyin.translog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an operator says in public about the log itself: a signed note whose second line is {@code huiyin-statement/1}, which no checkpoint has.
 * Then the time, and lines {@code name: value}.
 */
record Statement(String origin, Instant at, Map<String, String> lines) {

    static final String KIND = "huiyin-statement/1";

    /** The text that is signed. */
    String text() {
        return origin + "\n" + KIND + "\n" + at.truncatedTo(ChronoUnit.SECONDS) + "\n"
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + ": " + oneLine(line.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    Note signed(List<SigningKey> keys) {
        return new Note(text(), keys.stream().map(key -> key.sign(text())).toList());
    }

    /** Whatever is written stays on its line. */
    private static String oneLine(String value) {
        return value.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0xFFFD || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
