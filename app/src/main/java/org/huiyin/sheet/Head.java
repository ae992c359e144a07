package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * The line of a table that names its columns, understood by name in whatever order they stand.
 *
 * @param columns heading → column, from 0
 * @param language the language of most names
 * @param ignored names of columns nobody asked for
 */
record Head(long line, Map<String, Integer> columns, Locale language, List<String> ignored) {

    /** Lines above it may hold a title. */
    static final int LOOKED_FOR_WITHIN = 15;

    /** Whether a row may be the heading: it names half of what is needed, and two columns at least where there are two. */
    static boolean likely(RawRow row, List<Heading> headings) {
        long needed = headings.stream().filter(Heading::needed).count();
        long known = headings.stream()
                .filter(heading -> column(row, heading).isPresent())
                .count();
        return known > 0 && known >= Math.min(2, headings.size()) && known >= needed / 2;
    }

    private static Optional<Integer> column(RawRow row, Heading heading) {
        for (int i = 0; i < row.cells().size(); i++) {
            String plain = Heading.plain(row.cell(i).shown());
            if (heading.named(plain, Locale.CHINESE) || heading.named(plain, Locale.ENGLISH)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Understands the heading; what is missing, double or nearly right becomes a fault. */
    static Head of(Page page, RawRow row, List<Heading> headings, Faults faults) {
        Map<String, Integer> columns = new HashMap<>();
        List<Integer> unknown = new ArrayList<>();
        int english = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            String written = row.cell(i).shown();
            String plain = Heading.plain(written);
            if (plain.isEmpty()) {
                continue;
            }
            @Nullable Heading heading = find(plain, headings);
            if (heading == null) {
                unknown.add(i);
            } else if (columns.putIfAbsent(heading.key(), i) != null) {
                faults.add(Fault.of(row.line(), i, written, written, page.t("sheet.fault.twice-headed")));
            } else {
                english += heading.named(plain, Locale.CHINESE) ? 0 : 1;
            }
        }
        List<String> ignored = new ArrayList<>();
        for (int column : unknown) {
            String written = row.cell(column).shown();
            Optional<Heading> meant = nearest(written, headings, columns);
            if (meant.isPresent()) {
                faults.add(Fault.of(
                        row.line(),
                        column,
                        written,
                        written,
                        page.t("sheet.fault.nearly-headed", written, meant.get().title())));
            } else {
                ignored.add(written);
            }
        }
        headings.stream()
                .filter(heading -> heading.needed() && !columns.containsKey(heading.key()))
                .forEach(heading -> faults.add(Fault.of(
                        row.line(),
                        -1,
                        page.t(heading.title()),
                        "",
                        page.t("sheet.fault.no-column", heading.title()))));
        return new Head(row.line(), columns, english * 2 > columns.size() ? Locale.ENGLISH : Locale.CHINESE, ignored);
    }

    private static @Nullable Heading find(String plain, List<Heading> headings) {
        return headings.stream()
                .filter(heading -> heading.named(plain, Locale.CHINESE) || heading.named(plain, Locale.ENGLISH))
                .findFirst()
                .orElse(null);
    }

    /** The column that is not there yet and has nearly this name. */
    private static Optional<Heading> nearest(String written, List<Heading> headings, Map<String, Integer> columns) {
        String plain = Heading.plain(written);
        return headings.stream()
                .filter(heading -> !columns.containsKey(heading.key()))
                .filter(heading -> near(plain, Heading.plain(heading.title().zh()))
                        || near(plain, Heading.plain(heading.title().en())))
                .findFirst();
    }

    /** A sign or two wrong, or one name within the other. */
    private static boolean near(String one, String other) {
        if (Math.min(one.length(), other.length()) >= 2 && (one.contains(other) || other.contains(one))) {
            return true;
        }
        int most = Math.max(one.length(), other.length()) / 3;
        return most > 0 && distance(one, other) <= most;
    }

    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < before.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
