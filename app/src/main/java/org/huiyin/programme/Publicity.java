package org.huiyin.programme;

import java.util.Map;

/**
 * Who may read less of the matters of a category than the fields themselves say. A category can only narrow: what a raiser was told is for
 * handlers alone does not become public because somebody filed it elsewhere.
 */
public record Publicity(Map<String, OfCategory> categories) {

    public Publicity {
        categories = Map.copyOf(categories);
    }

    /**
     * What is different for one category.
     *
     * @param countsOnly its matters are confidential, whatever the raiser ticked: the public sees them as counts alone
     * @param seen field → who may read it
     */
    public record OfCategory(boolean countsOnly, Map<String, Field.Seen> seen) {

        static final OfCategory NOTHING = new OfCategory(false, Map.of());
        static final OfCategory COUNTS = new OfCategory(true, Map.of());
    }

    /** Who may read a field of a matter of this category. */
    public Field.Seen seen(String category, Field field) {
        return of(category).seen().getOrDefault(field.name(), field.seen());
    }

    /** Whether matters of this category appear as counts alone. */
    public boolean countsOnly(String category) {
        return of(category).countsOnly();
    }

    private OfCategory of(String category) {
        return categories.getOrDefault(category, OfCategory.NOTHING);
    }
}
