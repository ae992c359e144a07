package org.huiyin.routing;

import java.util.Map;
import java.util.TreeMap;

/** A text as numbers: which features it has, by id and ascending, and how much each weighs. */
record Vector(int[] ids, float[] values) {

    /** Both texts of a message, each weighed as a whole first, so that a title of ten characters counts as much as a body of five hundred. */
    static Vector of(Counted title, Counted body, float[] rarity) {
        TreeMap<Integer, Float> sums = new TreeMap<>();
        add(sums, title, rarity);
        add(sums, body, rarity);
        int[] ids = new int[sums.size()];
        float[] values = new float[sums.size()];
        int at = 0;
        for (Map.Entry<Integer, Float> one : sums.entrySet()) {
            ids[at] = one.getKey();
            values[at++] = one.getValue();
        }
        even(values);
        return new Vector(ids, values);
    }

    private static void add(Map<Integer, Float> sums, Counted text, float[] rarity) {
        float[] values = new float[text.ids().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((1 + Math.log(text.counts()[i])) * rarity[text.ids()[i]]);
        }
        even(values);
        for (int i = 0; i < values.length; i++) {
            sums.merge(text.ids()[i], values[i], Float::sum);
        }
    }

    /** To length 1. */
    private static void even(float[] values) {
        double square = 0;
        for (float value : values) {
            square += value * value;
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
    }
}
