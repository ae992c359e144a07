package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.bulletin.Figure.Source;
import org.huiyin.bulletin.Figure.Term;
import org.huiyin.bulletin.SourceList.Row;
import org.huiyin.frame.Page;
import org.huiyin.sheet.SheetName;
import org.jspecify.annotations.Nullable;

/**
 * How the lists behind figures are laid out on sheets: a list once for each column by which figures tell its rows apart, sorted by that column, so
 * that the rows of every figure stand together.
 */
final class BookSheets {

    private final Map<Key, Sheet> sheets = new LinkedHashMap<>();

    private record Key(String list, @Nullable Source by) {}

    /**
     * One sheet.
     *
     * @param rows this period's first
     * @param groups which of them belong together: those of a period, and those of a period with the same in the column they are sorted by
     */
    record Sheet(String name, List<Row> rows, Map<Group, Stretch> groups) {}

    /** @param value null for all of the period */
    private record Group(String period, @Nullable String value) {}

    /**
     * Rows that stand together.
     *
     * @param sheet the name of their sheet
     * @param first counted from 1 beneath the heading
     */
    record Stretch(String sheet, int first, int rows) {

        Stretch andOne() {
            return new Stretch(sheet, first, rows + 1);
        }
    }

    BookSheets(Page page, Bulletin bulletin) {
        Map<String, Set<Source>> columns = new LinkedHashMap<>();
        for (Figure figure : bulletin.figures()) {
            for (Term term : figure.terms()) {
                Set<Source> some = columns.computeIfAbsent(term.list(), list -> new TreeSet<>());
                if (term.column() != null) {
                    some.add(term.column());
                }
            }
        }
        Set<String> taken = new HashSet<>(Set.of(page.t("bulletin.sheet.figures")));
        columns.forEach((name, by) -> {
            SourceList list = Objects.requireNonNull(bulletin.lists().get(name));
            if (by.isEmpty()) {
                sheets.put(new Key(name, null), sheet(list.title(), list, null, taken));
            }
            for (Source column : by) {
                String title = by.size() == 1
                        ? list.title()
                        : page.t("bulletin.sheet.by", list.title(), page.t("bulletin.sheet." + column.word()));
                sheets.put(new Key(name, column), sheet(title, list, column, taken));
            }
        });
    }

    private static Sheet sheet(String title, SourceList list, @Nullable Source by, Set<String> taken) {
        String name = SheetName.of(title);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.substring(0, Math.min(name.length(), 27)) + " " + i;
        }
        List<Row> rows = new ArrayList<>(list.rows());
        if (by != null) {
            List<String> periods = rows.stream().map(Row::period).distinct().toList();
            rows.sort(Comparator.comparingInt((Row row) -> periods.indexOf(row.period()))
                    .thenComparing(row -> row.in(by)));
        }
        Map<Group, Stretch> groups = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int first = i + 1;
            for (Group group : groups(row, by)) {
                groups.merge(group, new Stretch(free, first, 1), (known, one) -> known.andOne());
            }
        }
        return new Sheet(free, rows, groups);
    }

    private static List<Group> groups(Row row, @Nullable Source by) {
        Group all = new Group(row.period(), null);
        return by == null ? List.of(all) : List.of(all, new Group(row.period(), row.in(by)));
    }

    List<Sheet> all() {
        return List.copyOf(sheets.values());
    }

    /** The rows a figure counts; a bulletin whose figure and list do not agree is none. */
    Stretch of(Term term, String period) {
        Sheet sheet = sheet(term);
        Stretch found = sheet.groups()
                .getOrDefault(
                        new Group(period, term.column() == null ? null : term.equal()),
                        new Stretch(sheet.name(), 0, 0));
        if (found.rows() != term.rows()) {
            throw new IllegalStateException("The bulletin says " + term.rows() + " of " + term.list() + " "
                    + term.equal() + ", its list holds " + found.rows());
        }
        return found;
    }

    private Sheet sheet(Term term) {
        Sheet own = sheets.get(new Key(term.list(), term.column()));
        return own != null
                ? own
                : sheets.entrySet().stream()
                        .filter(one -> one.getKey().list().equals(term.list()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
    }
}
