package org.huiyin.frame;

import java.util.List;
import org.huiyin.org.Actor;

/** Where a reader can go from every page. */
public final class Navigation {

    private static final List<Entry> RESIDENT = List.of(
            new Entry("/raise", "frame.nav.raise"),
            new Entry("/m", "frame.nav.track"),
            new Entry("/board", "frame.nav.board"));
    private static final List<Entry> STAFF = List.of(
            new Entry("/desk", "frame.nav.desk"),
            new Entry("/board", "frame.nav.board"),
            new Entry("/raise", "frame.nav.raise"));

    private Navigation() {}

    /** One way to go: its path and the key of its text. */
    public record Entry(String path, String text) {}

    public static List<Entry> of(Actor reader) {
        return reader.staff() ? STAFF : RESIDENT;
    }
}
