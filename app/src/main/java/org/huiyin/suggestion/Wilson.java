package org.huiyin.suggestion;

/**
 * Where a true share lies with 95 % likelihood, told from a sample of it (Wilson 1927).
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    static Wilson of(int right, int n) {
        if (n == 0) {
            return new Wilson(0, 1);
        }
        double p = (double) right / n;
        double divisor = 1 + Z * Z / n;
        double centre = p + Z * Z / (2.0 * n);
        double spread = Z * Math.sqrt((p * (1 - p) + Z * Z / (4.0 * n)) / n);
        return new Wilson(Math.max(0, (centre - spread) / divisor), Math.min(1, (centre + spread) / divisor));
    }
}
