package org.huiyin.sheet;

import java.util.List;
import org.huiyin.org.Places;
import org.jspecify.annotations.Nullable;

/** Reads a place out of a cell. Made once for a table. */
public final class PlaceCell {

    private final PlaceNames names;

    public PlaceCell(Places places) {
        this.names = new PlaceNames(places);
    }

    /** The code of the place a cell means; null for an empty cell, and, noted, when it means none or several. */
    public @Nullable String read(Given given, String key) {
        return read(given, key, given.text(key));
    }

    /** The same for a part of a cell. */
    public @Nullable String read(Given given, String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        List<String> found = names.find(text);
        if (found.size() != 1) {
            given.fault(key, found.isEmpty() ? "sheet.fault.no-place" : "sheet.fault.several-places");
            return null;
        }
        return found.getFirst();
    }
}
