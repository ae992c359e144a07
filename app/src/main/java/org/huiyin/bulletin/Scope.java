package org.huiyin.bulletin;

import org.huiyin.bulletin.Figure.Source;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures are asked for.
 *
 * @param by null for all together
 * @param key the unit's id, the beginning of a place's code, or the category
 * @param name as it stands in lists
 */
record Scope(@Nullable Source by, String key, String name) {

    static Scope all(String name) {
        return new Scope(null, "", name);
    }
}
