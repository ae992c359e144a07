package org.huiyin.alike;

import java.util.Arrays;
import java.util.Set;

/**
 * Bands that many texts share say hardly more than that people write "尊敬的领导": they are not asked for, unless much of a text is of them. Then so
 * many wrote the same, and it is what is looked for.
 */
record CommonBands(Set<Integer> bands) {

    /** How many texts must share a band, at least. */
    static final int TEXTS = 40;

    /** How many of all texts must share it, at least. */
    static final double SHARE = 0.002;

    static final CommonBands NONE = new CommonBands(Set.of());

    private static final int MOST_LEFT_OUT = Imprint.BANDS / 4;

    /** The bands to ask for. */
    int[] without(int[] asked) {
        int[] rare = Arrays.stream(asked).filter(band -> !bands.contains(band)).toArray();
        return rare.length < asked.length - MOST_LEFT_OUT ? asked : rare;
    }
}
