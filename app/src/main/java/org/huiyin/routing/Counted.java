package org.huiyin.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Which features a text has, by number, and how often. */
record Counted(int[] ids, int[] counts) {

    /**
     * Numbers the features of a text.
     *
     * @param number of a feature, or -1 to leave it out
     */
    static Counted of(Map<String, Integer> features, ToIntFunction<String> number) {
        int[] ids = new int[features.size()];
        int[] counts = new int[features.size()];
        int known = 0;
        for (Map.Entry<String, Integer> one : features.entrySet()) {
            int id = number.applyAsInt(one.getKey());
            if (id >= 0) {
                ids[known] = id;
                counts[known++] = one.getValue();
            }
        }
        return new Counted(Arrays.copyOf(ids, known), Arrays.copyOf(counts, known));
    }

    /** The same in other numbers, which are -1 for what is left out. */
    Counted renumbered(int[] numbers) {
        int[] to = new int[ids.length];
        int[] kept = new int[ids.length];
        int known = 0;
        for (int i = 0; i < ids.length; i++) {
            if (numbers[ids[i]] >= 0) {
                to[known] = numbers[ids[i]];
                kept[known++] = counts[i];
            }
        }
        return new Counted(Arrays.copyOf(to, known), Arrays.copyOf(kept, known));
    }
}
