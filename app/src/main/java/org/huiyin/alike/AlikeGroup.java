package org.huiyin.alike;

import java.util.List;

/**
 * Matters that may be one.
 *
 * @param merge the bulk step that merges them
 */
public record AlikeGroup(String merge, List<AlikeSide> sides) {

    public AlikeGroup {
        sides = List.copyOf(sides);
    }
}
