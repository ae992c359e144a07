package org.huiyin.alike;

import java.util.HexFormat;

/**
 * What is kept of a text's pairs to see at a glance what two texts have in common: {@value #BITS} bits, of which each pair sets one. How many bits
 * two sketches set between them tells how many pairs the texts have between them (linear counting, Whang 1990), and so how many both have.
 *
 * @param pairs how many there are
 */
record Sketch(byte[] bits, int pairs) {

    /** As wide as the column. */
    static final int BITS = 1024;

    /** From this share on two texts are compared: sketches are right to within some hundredths, and none of {@link Alike#SAME} may be missed. */
    static final double LIKELY = 0.12;

    /** The same for those near, which count from {@link Alike#SIMILAR} on. */
    static final double SIMILAR = 0.04;

    static Sketch of(int[] pairs) {
        byte[] bits = new byte[BITS / Byte.SIZE];
        for (int pair : pairs) {
            int bit = pair & (BITS - 1);
            bits[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
        }
        return new Sketch(bits, pairs.length);
    }

    /** About the share of pairs that both have; sketched_share reckons the same in PostgreSQL. */
    double share(Sketch other) {
        int set = 0;
        for (int i = 0; i < bits.length; i++) {
            set += Integer.bitCount((bits[i] | other.bits[i]) & 0xFF);
        }
        double all = -BITS * Math.log(1 - (double) Math.clamp(set, 1, BITS - 1) / BITS);
        return (pairs + other.pairs) / all - 1;
    }

    /** As PostgreSQL reads it. */
    String written() {
        return "x" + HexFormat.of().formatHex(bits);
    }
}
