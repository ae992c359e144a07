package org.huiyin.assessment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures of which period: everything a link to a figure or to the matters behind it says.
 *
 * @param key the unit's id, the beginning of a place's code, {@code =} and a place's whole code, or the category; null for all together
 */
record Selection(
        Measures measures, Period period, By by, @Nullable String key) {

    /** Before a place's code: without the places inside it. */
    static final String EXACTLY = "=";

    /** How an address writes the empty key: no category, no unit. */
    static final String NONE = "-";

    Selection of(@Nullable String otherKey) {
        return new Selection(measures, period, by, otherKey);
    }

    Selection by(By other) {
        return new Selection(measures, period, other, null);
    }

    Selection in(Period other) {
        return new Selection(measures, other, by, key);
    }

    /** The figures of one unit. */
    Selection ofUnit(int unit) {
        return by(By.ALL_UNITS).of(Integer.toString(unit));
    }

    /** Of figures by place, how the codes of the towns it is about are written in SQL's {@code like}; null for all. */
    @Nullable
    String towns() {
        if (by.dimension() != Dimension.TOWN || key == null) {
            return null;
        }
        return key.startsWith(EXACTLY) ? key.substring(EXACTLY.length()) : key + "%";
    }

    /** Of figures by place, whether it is about that town. */
    boolean holdsTown(String town) {
        return key == null || (key.startsWith(EXACTLY) ? key.equals(EXACTLY + town) : town.startsWith(key));
    }

    String path() {
        return "/desk/assessment?" + query();
    }

    String figure(String measure) {
        return "/desk/assessment/figure?" + query() + "&measure=" + measure;
    }

    String matters(String part) {
        return "/desk/assessment/matters?" + query() + "&part=" + part;
    }

    String alarm(String alarm) {
        return "/desk/assessment/alarm?" + query() + "&alarm=" + alarm;
    }

    /** The exclusions of the period. */
    String exclusions() {
        return "/desk/exclusions?" + stretch();
    }

    String query() {
        return stretch() + "&by=" + by.name() + (key == null ? "" : "&key=" + (key.isEmpty() ? NONE : encode(key)));
    }

    private String stretch() {
        return "programme=" + encode(measures.programme()) + "&period=" + encode(period.key());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
