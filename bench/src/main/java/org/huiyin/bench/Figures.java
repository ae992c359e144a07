package org.huiyin.bench;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The last line of every benchmark. */
final class Figures {

    private Figures() {}

    static double ratio(double one, double other) {
        return Math.round(one / other * 100) / 100.0;
    }

    static void print(Map<String, Object> figures, boolean json) {
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(figures));
        } else {
            figures.forEach((name, value) -> System.out.println(name + " " + value));
        }
    }
}
