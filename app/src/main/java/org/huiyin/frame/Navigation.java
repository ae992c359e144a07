package org.huiyin.frame;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;

/** Where a reader can go from every page. */
public final class Navigation {

    private static final List<Entry> RESIDENT = List.of(
            new Entry("/raise", "frame.nav.raise"),
            new Entry("/m", "frame.nav.track"),
            new Entry("/board", "frame.nav.board"));
    private static final List<Entry> STAFF = List.of(
            new Entry("/desk", "frame.nav.desk"),
            new Entry("/cockpit", "frame.nav.cockpit"),
            new Entry("/board", "frame.nav.board"),
            new Entry("/raise", "frame.nav.raise"));

    private static final List<Entry> UNIT = List.of(
            new Entry("/desk", "frame.nav.desk"),
            new Entry("/units", "frame.nav.unit"),
            new Entry("/cockpit", "frame.nav.cockpit"),
            new Entry("/board", "frame.nav.board"),
            new Entry("/raise", "frame.nav.raise"));
    private static final List<Entry> LEADER = List.of(
            new Entry("/cockpit", "frame.nav.cockpit"),
            new Entry("/desk/assessment", "frame.nav.assessment"),
            new Entry("/desk/instruments", "frame.nav.instruments"),
            new Entry("/board", "frame.nav.board"));
    private static final List<Entry> ADMIN = Stream.concat(
                    STAFF.stream(),
                    Stream.of(
                            new Entry("/admin/calendar", "frame.nav.calendar"),
                            new Entry("/admin/keys", "frame.nav.keys"),
                            new Entry("/desk/suggestions", "suggestion.title"),
                            new Entry("/sheets", "sheet.title")))
            .toList();

    private Navigation() {}

    /** One way to go: its path and the key of its text. */
    public record Entry(String path, String text) {}

    public static List<Entry> of(Actor reader) {
        if (reader.role() == Role.ADMIN) {
            return ADMIN;
        }
        if (reader.role() == Role.LEADER) {
            return LEADER;
        }
        if (reader.role() == Role.UNIT_HEAD || reader.role() == Role.HANDLER) {
            return UNIT;
        }
        return reader.staff() ? STAFF : RESIDENT;
    }

    /** The same with the ways that are the reader's own, at the end. */
    public static List<Entry> of(Page page) {
        return Stream.concat(of(page.reader()).stream(), page.own().get().stream())
                .toList();
    }

    /** The one of these ways a page belongs to, of several the nearest; empty for none. */
    public static String here(Page page, List<Entry> ways) {
        return ways.stream()
                .map(Entry::path)
                .filter(page::under)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Where a reader begins after signing in: staff with the first of their pages. */
    public static String home(Actor reader) {
        return reader.staff() ? of(reader).getFirst().path() : "/";
    }
}
