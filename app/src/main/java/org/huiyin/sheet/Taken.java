package org.huiyin.sheet;

import java.util.List;

/**
 * What came of taking a table in, or would.
 *
 * @param same rows that say what stands already, or came before
 * @param touched what was stored, as far as it can be undone
 */
public record Taken(long added, long changed, long same, List<Touched> touched) {

    public static final Taken NOTHING = new Taken(0, 0, 0, List.of());

    /**
     * One thing that was stored.
     *
     * @param key what it was
     * @param mark the content it came from
     * @param before as it stood; empty when it was not there
     * @param after as it was left
     */
    public record Touched(String key, String mark, String before, String after) {}
}
