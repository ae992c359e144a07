package org.huiyin.assessment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huiyin.programme.Measures;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures of which period: everything a link to a figure or to the matters behind it says.
 *
 * @param key the unit's id, the beginning of a place's code, or the category; null for all together
 */
record Selection(
        Measures measures, Period period, By by, @Nullable String key) {

    Selection of(@Nullable String otherKey) {
        return new Selection(measures, period, by, otherKey);
    }

    Selection by(By other) {
        return new Selection(measures, period, other, null);
    }

    Selection in(Period other) {
        return new Selection(measures, other, by, key);
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

    String query() {
        return "period=" + encode(period.key()) + "&by=" + by.name()
                + (key == null ? "" : "&key=" + (key.isEmpty() ? "-" : encode(key)));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
