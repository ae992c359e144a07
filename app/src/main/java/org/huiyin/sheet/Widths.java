package org.huiyin.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How wide a column has to be, in widths of a Latin letter; a Chinese sign is two of them. */
final class Widths {

    private static final double NARROWEST = 8;
    private static final double WIDEST = 44;
    private static final double WRAPPED = 56;
    /** The filter's button covers the end of a heading. */
    private static final double BUTTON = 3;

    private Widths() {}

    static double of(TableFile.Heading heading, List<List<@Nullable Object>> rows, int column) {
        double widest = signs(heading.name()) + BUTTON;
        for (List<@Nullable Object> row : rows) {
            widest = Math.max(widest, of(row.get(column)) + 2);
        }
        return Math.clamp(widest, NARROWEST, heading.kind() == Column.Kind.LONG_TEXT ? WRAPPED : WIDEST);
    }

    private static double of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case LocalDate date -> 11;
            case LocalDateTime time -> 16;
            default -> signs(value.toString());
        };
    }

    static double signs(String text) {
        return text.codePoints().limit(200).map(Widths::sign).sum();
    }

    private static int sign(int point) {
        return point >= 0x1100 && Character.isLetterOrDigit(point) || (point >= 0x2E80 && point < 0x20000) ? 2 : 1;
    }
}
