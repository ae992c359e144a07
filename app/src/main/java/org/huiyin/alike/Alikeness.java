package org.huiyin.alike;

/** From which share of common pairs on two texts are shown as saying the same. */
final class Alikeness {

    /** Of two thousand million unrelated pairs of messages hardly one shares so much; a copy with three characters in ten replaced shares a third. */
    private static final double SAME = 0.2;

    private Alikeness() {}

    static boolean same(double alike) {
        return alike >= SAME;
    }
}
