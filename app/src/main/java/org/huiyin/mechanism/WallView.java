package org.huiyin.mechanism;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A wall.
 *
 * @param call what the button says by which anybody takes one upon themselves; "" for none
 * @param chosen the only column that is shown, with all it holds; "" for the newest of each
 */
public record WallView(
        String title,
        String lead,
        String call,
        String path,
        List<Tab> walls,
        String place,
        Options options,
        String chosen,
        List<WallColumn> columns) {

    /** Another wall. */
    public record Tab(String path, String title, boolean chosen) {}

    /**
     * What became of some of them.
     *
     * @param count as people read it; "1,000+" beyond that
     * @param all where the whole column is; null when all of it is here
     * @param newer back to the begin of the column; null at its begin
     */
    public record WallColumn(
            String name,
            String title,
            String none,
            String count,
            List<WallRow> rows,
            @Nullable String all,
            @Nullable String newer) {}

    /**
     * One of them, as far as everybody may know it.
     *
     * @param claim where anybody takes it upon themselves; "" when nobody can
     */
    public record WallRow(
            String number,
            String words,
            String place,
            String category,
            String state,
            Instant since,
            List<WallFact> facts,
            String claim) {}

    /** Something that is known of it. */
    public record WallFact(String name, String value) {}
}
