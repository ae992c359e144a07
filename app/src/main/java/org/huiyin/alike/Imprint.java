package org.huiyin.alike;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.huiyin.text.Plain;

/**
 * What is kept of a text to find others that say the same: its pairs of neighbouring letters, each as a number, and {@value #BANDS} numbers
 * drawn from them, of which two texts share one the more likely the more pairs they share (min-wise hashing, Broder 1997, in bands).
 *
 * @param pairs ascending, each once
 * @param bands always {@value #BANDS}; of a text without any pair none
 */
public record Imprint(int[] pairs, int[] bands) {

    /** Beyond this a message repeats itself; it also bounds the time that any text can take. */
    private static final int LONGEST = 4000;

    /** Of texts that share a third of their pairs 97 in 100 have a band in common; of unrelated ones, which share a hundredth, 1 in 200. */
    static final int BANDS = 32;

    private static final int ROWS = 2;
    private static final int[] SEEDS = seeds();

    public static Imprint of(String text) {
        return ofPlain(Plain.of(text));
    }

    /** The same of what is in one spelling already. */
    static Imprint ofPlain(String plain) {
        int[] pairs = pairs(plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain);
        return new Imprint(pairs, bands(pairs));
    }

    Sketch sketch() {
        return Sketch.of(pairs);
    }

    /** The pairs as they are kept. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(pairs.length * Integer.BYTES);
        bytes.asIntBuffer().put(pairs);
        return bytes.array();
    }

    /** Pairs as they were kept. */
    static int[] pairs(byte[] kept) {
        int[] pairs = new int[kept.length / Integer.BYTES];
        ByteBuffer.wrap(kept).asIntBuffer().get(pairs);
        return pairs;
    }

    /** Pairs both have, as a share of all pairs (Jaccard): 1 for the same text, about 0.01 for unrelated ones. */
    public double alike(Imprint other) {
        int shared = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < pairs.length && theirs < other.pairs.length) {
            if (pairs[mine] == other.pairs[theirs]) {
                shared++;
                mine++;
                theirs++;
            } else if (pairs[mine] < other.pairs[theirs]) {
                mine++;
            } else {
                theirs++;
            }
        }
        int all = pairs.length + other.pairs.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    private static int[] pairs(String plain) {
        int[] found = new int[Math.max(0, plain.length() - 1)];
        int count = 0;
        for (int i = 0; i + 1 < plain.length(); i++) {
            char first = plain.charAt(i);
            char second = plain.charAt(i + 1);
            if (Character.isLetterOrDigit(first) && Character.isLetterOrDigit(second)) {
                found[count++] = mixed(first << 16 | second);
            }
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private static int[] bands(int[] pairs) {
        if (pairs.length == 0) {
            return new int[0];
        }
        int[] least = new int[SEEDS.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int pair : pairs) {
            for (int i = 0; i < least.length; i++) {
                int drawn = pair * SEEDS[i];
                least[i] = Math.min(least[i], drawn ^ drawn >>> 15);
            }
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int number = band;
            for (int row = 0; row < ROWS; row++) {
                number = mixed(number * 31 + least[band * ROWS + row]);
            }
            bands[band] = number;
        }
        return bands;
    }

    /** Odd, so that multiplying by one of them takes no two numbers to the same. */
    private static int[] seeds() {
        int[] seeds = new int[BANDS * ROWS];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = mixed(i + 1) | 1;
        }
        return seeds;
    }

    /** Spreads a number over all numbers; one to one. */
    static int mixed(int number) {
        int x = number;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ x >>> 16;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Imprint(int[] p, int[] b) && Arrays.equals(pairs, p) && Arrays.equals(bands, b);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return pairs.length + " pairs";
    }
}
