package org.huiyin.alike;

import java.util.HexFormat;

/**
 * What is kept of a text's pairs to see at a glance that two texts do not say the same: {@value #BITS} bits, of which each pair sets one. How many
 * bits two sketches set between them tells how many pairs the texts have between them, and so how many both have (linear counting, Whang 1990).
 *
 * @param pairs how many there are
 */
record Sketch(byte[] bits, int pairs) {

    /** As wide as the column; written out in the statement that compares. */
    static final int BITS = 1024;

    /** It says the share to within some hundredths; nothing that says the same ({@link Alike#SAME}) may be passed over. */
    private static final double LIKELY = 0.12;

    /** What the pairs of both, counted apart, are divided by: so many bits they set if they share just so many. */
    static final double SPREAD = BITS * (1 + LIKELY);

    static Sketch of(int[] pairs) {
        byte[] bits = new byte[BITS / Byte.SIZE];
        for (int pair : pairs) {
            int bit = pair & (BITS - 1);
            bits[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
        }
        return new Sketch(bits, pairs.length);
    }

    /** Whether the texts are worth comparing; {@link Alikes} has PostgreSQL ask the same. */
    boolean likely(Sketch other) {
        int set = 0;
        for (int i = 0; i < bits.length; i++) {
            set += Integer.bitCount((bits[i] | other.bits[i]) & 0xFF);
        }
        return set <= BITS * (1 - Math.exp(-(pairs + other.pairs) / SPREAD));
    }

    /** As PostgreSQL reads it. */
    String written() {
        return "x" + HexFormat.of().formatHex(bits);
    }
}
