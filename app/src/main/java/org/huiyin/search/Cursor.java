package org.huiyin.search;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a search begins.
 *
 * @param after the last match of the page before; null when the page begins with the block
 */
record Cursor(Finder.Block block, Finder.@Nullable Hit after) {

    static final Pattern FORM = Pattern.compile("[0-9a-z]{1,9}(\\.[0-9a-z]{1,9}){4}");

    /** As an address carries it. */
    @Override
    public String toString() {
        Finder.Hit last = after;
        return String.join(
                ".",
                Long.toString(block.before(), 36),
                Long.toString(block.floor(), 36),
                Long.toString(block.asOf().getEpochSecond(), 36),
                Long.toString(last == null ? 0 : last.matter(), 36),
                Long.toString(last == null ? 0 : last.rank(), 36));
    }

    /** Null for what is no cursor. */
    static @Nullable Cursor parse(String written) {
        if (!FORM.matcher(written).matches()) {
            return null;
        }
        String[] parts = written.split("\\.");
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i], 36);
        }
        Finder.Hit last =
                numbers[3] == 0 ? null : new Finder.Hit(numbers[3], (int) Math.min(Integer.MAX_VALUE, numbers[4]));
        return new Cursor(new Finder.Block(numbers[0], numbers[1], Instant.ofEpochSecond(numbers[2])), last);
    }
}
