package org.huiyin.search;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A search as its page shows it.
 *
 * @param rows what was found; empty before anything was asked for, too
 * @param next the address of the next page; null on the last one
 * @param reached when the oldest matter was raised that was looked at, if older ones were not; null otherwise
 * @param narrowing what the search is narrowed by, in words
 * @param staff whether the reader searches as staff, with more to narrow by
 * @param suggestions what the reader looked for lately
 */
public record SearchView(
        SearchAddress address,
        List<Row> rows,
        @Nullable String next,
        @Nullable Instant reached,
        List<String> narrowing,
        boolean staff,
        Filters filters,
        List<Suggestion> suggestions) {

    /** Whether these are all there are. */
    public boolean whole() {
        return next == null && reached == null && address.after().isEmpty();
    }

    /** A matter that was found. */
    public record Row(
            String path,
            String number,
            List<Match.Piece> title,
            List<Match.Piece> text,
            String place,
            String category,
            String state,
            String tone,
            String lead,
            Instant raisedAt) {}

    /** What can be narrowed by. */
    public record Filters(
            Selection lists,
            Selection states,
            Selection categories,
            List<Options.Option> channels,
            List<Options.Group> places,
            List<Options.Group> units) {}

    /** What can be chosen, and the value that is. */
    public record Selection(List<Options.Option> options, String chosen) {}

    /**
     * Something to look for next.
     *
     * @param kind recent, number, category, unit or place
     */
    public record Suggestion(String kind, String label, String path) {}
}
