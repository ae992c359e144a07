package org.huiyin.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.huiyin.frame.Page;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list.
 *
 * @param key of the message that heads it; what stands in for it where the heading is a definition's
 * @param title a heading out of a definition; null where the message heads it
 * @param value what stands in it: text, a number, a {@link LocalDate} or an {@link Instant}, as the kind says; null for an empty cell
 */
public record Column<R>(String key, @Nullable Text title, Kind kind, Function<R, @Nullable Object> value) {

    /** What stands in a column, and with it how it is written and how wide it is. */
    public enum Kind {
        TEXT,
        /** Wrapped within its cell. */
        LONG_TEXT,
        /** Digits that are no amount: a number, a code, a telephone. */
        CODE,
        NUMBER,
        DATE,
        /** To the minute, in the city's zone. */
        TIME
    }

    public static <R> Column<R> text(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.TEXT, value);
    }

    public static <R> Column<R> longText(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.LONG_TEXT, value);
    }

    public static <R> Column<R> code(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.CODE, value);
    }

    public static <R> Column<R> number(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.NUMBER, value);
    }

    public static <R> Column<R> date(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.DATE, value);
    }

    public static <R> Column<R> time(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, null, Kind.TIME, value);
    }

    /** Headed by a text of a definition. */
    public static <R> Column<R> titled(Text title, Kind kind, Function<R, @Nullable Object> value) {
        return new Column<>(title.en(), title, kind, value);
    }

    /** What stands at its head, for this reader. */
    String heading(Page page) {
        return title == null ? page.t(key) : page.t(title);
    }
}
