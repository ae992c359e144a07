package org.huiyin.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clerk's list: which one, narrowed how, from where on. */
public final class Worklist {

    /** Lists that hold for every programme beside those its states name. */
    public static final String DUE_TODAY = "due-today";

    public static final String NEAR_DUE = "near-due";

    public static final String OVERDUE = "overdue";
    public static final String CO_HANDLING = "co-handling";

    private Worklist() {}

    /**
     * Which rows.
     *
     * @param name a worklist a programme's states name, or one of the four above
     * @param place only below this place; null for all
     * @param category only this category, or these with commas between; null for all
     * @param urgency only this urgency; null for all
     * @param text only with this in the title; null for all
     * @param after the last row of the page before; null for the first page
     */
    public record Query(
            String name,
            @Nullable String place,
            @Nullable String category,
            @Nullable String urgency,
            @Nullable String text,
            @Nullable After after,
            int limit) {

        public static Query of(String name, int limit) {
            return new Query(name, null, null, null, null, null, limit);
        }
    }

    /** Where a page ended: lists are sorted by due time, then by number. */
    public record After(Instant due, long id) {}

    /** A page of a list; {@code next} is null on the last one. */
    public record Page(List<Row> rows, @Nullable After next) {}

    /** One line of a list. */
    public record Row(
            MatterNumber number,
            int version,
            String programme,
            String title,
            String place,
            String category,
            String kind,
            String urgency,
            String state,
            int round,
            @Nullable Integer lead,
            @Nullable Integer desk,
            int merged,
            Instant raisedAt,
            Instant due,
            Instant near) {

        public boolean hasDue() {
            return due.isBefore(Matter.NEVER);
        }
    }
}
