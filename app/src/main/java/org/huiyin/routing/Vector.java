package org.huiyin.routing;

import java.util.Arrays;

/** A text as numbers: which features it has, by id and ascending, and how much each weighs. */
record Vector(int[] ids, float[] values) {

    /** Both texts of a message, each weighed as a whole first, so that a title of ten characters counts as much as a body of five hundred. */
    static Vector of(Counted title, Counted body, float[] rarity) {
        float[] first = weighed(title, rarity);
        float[] second = weighed(body, rarity);
        long[] order = new long[first.length + second.length]; // the id, and where its weight stands
        for (int i = 0; i < order.length; i++) {
            int id = i < first.length ? title.ids()[i] : body.ids()[i - first.length];
            order[i] = (long) id << 32 | i;
        }
        Arrays.sort(order);
        int[] ids = new int[order.length];
        float[] values = new float[order.length];
        int known = 0;
        for (long one : order) {
            int id = (int) (one >>> 32);
            int from = (int) one;
            float value = from < first.length ? first[from] : second[from - first.length];
            if (known > 0 && ids[known - 1] == id) {
                values[known - 1] += value;
            } else {
                ids[known] = id;
                values[known++] = value;
            }
        }
        float[] kept = Arrays.copyOf(values, known);
        even(kept);
        return new Vector(Arrays.copyOf(ids, known), kept);
    }

    private static float[] weighed(Counted text, float[] rarity) {
        float[] values = new float[text.ids().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((1 + Math.log(text.counts()[i])) * rarity[text.ids()[i]]);
        }
        even(values);
        return values;
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
