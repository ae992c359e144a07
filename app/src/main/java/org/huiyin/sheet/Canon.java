package org.huiyin.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A cell's value as one text, whichever file and program it went through. */
final class Canon {

    private Canon() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> of(Exports.local(instant));
            case LocalDateTime time -> CsvFile.TIME.format(time);
            case LocalDate date -> date.toString();
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Double number -> of(BigDecimal.valueOf(number));
            default ->
                value.toString()
                        .replace("\r\n", "\n")
                        .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]", "")
                        .strip();
        };
    }
}
