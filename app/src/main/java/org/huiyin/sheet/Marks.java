package org.huiyin.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last column of a list that may come back: the version of what the row tells of, and a digest of the row as it was written. It tells a row
 * nobody touched from one that was edited, and an edit of what stands from one of what was.
 *
 * @param version 0 where there is none
 * @param digest of the canonical texts of the other cells
 */
public record Marks(int version, String digest) {

    public static final String KEY = "sheet.column.mark";

    private static final Pattern WRITTEN = Pattern.compile("v(\\d{1,9})-([0-9a-f]{16})");

    /** These columns and the mark behind them. */
    public static <R> List<Column<R>> marked(List<Column<R>> columns, ToIntFunction<R> version) {
        List<Column<R>> once = OneRow.of(columns);
        List<Column<R>> marked = new ArrayList<>(once);
        marked.add(Column.text(KEY, row -> new Marks(version.applyAsInt(row), digest(texts(once, row))).toString()));
        return marked;
    }

    /** A row's cells as canonical texts. */
    static <R> List<String> texts(List<Column<R>> columns, R row) {
        return columns.stream()
                .map(column -> Canon.of(column.value().apply(row)))
                .toList();
    }

    static String digest(List<String> texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(String.join("\u001f", texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The mark a cell holds; empty when it holds none. */
    static Optional<Marks> parse(@Nullable String cell) {
        Matcher written = WRITTEN.matcher(cell == null ? "" : cell);
        return written.matches()
                ? Optional.of(new Marks(Integer.parseInt(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "v" + version + "-" + digest;
    }
}
