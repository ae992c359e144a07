package org.huiyin.worklist;

import java.util.List;
import org.huiyin.frame.Key;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * The desk as a person finds it: the rail, one list, and perhaps one matter open beside it.
 *
 * @param newer the page before; null on the first
 * @param older the page after; null on the last
 * @param key begins the idempotency keys of what is done from this page to many matters
 */
public record DeskView(
        List<RailEntry> rail,
        List<Elsewhere> elsewhere,
        List<SavedViews.SavedView> saved,
        String title,
        String count,
        ListAddress address,
        List<DeskRow> rows,
        @Nullable String newer,
        @Nullable String older,
        Filters filters,
        List<BulkStep> bulk,
        String key,
        List<Key> keys,
        @Nullable MatterView open) {

    /** A list of the rail. */
    public record RailEntry(
            String name, String title, String count, boolean late, String path, boolean current, String key) {}

    /** A list of another feature; 0 waiting shows no number. */
    public record Elsewhere(String path, String title, int waiting) {}

    /** What the list can be narrowed by. */
    public record Filters(
            List<Options.Group> places, List<Options.Option> categories, List<Options.Option> urgencies) {}

    /**
     * A step for the rows that are marked.
     *
     * @param direct whether it asks nothing and is taken at once
     */
    public record BulkStep(String name, String title, String key, boolean direct) {}

    DeskView with(MatterView matter) {
        return new DeskView(
                rail, elsewhere, saved, title, count, address, rows, newer, older, filters, bulk, key, keys, matter);
    }

    public boolean shows(DeskRow row) {
        return open != null && open.heading().number().equals(row.number());
    }
}
