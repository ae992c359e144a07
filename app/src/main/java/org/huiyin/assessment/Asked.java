package org.huiyin.assessment;

import java.util.Map;

/** Whose figures of which period an address asks for, as written; an empty word means the usual. */
record Asked(String programme, String period, String by, String key) {

    static Asked of(Map<String, String> parameters) {
        return new Asked(
                parameters.getOrDefault("programme", ""),
                parameters.getOrDefault("period", ""),
                parameters.getOrDefault("by", ""),
                parameters.getOrDefault("key", ""));
    }

    /** The same period of the same programme, of nobody in particular. */
    Asked whole() {
        return new Asked(programme, period, "", "");
    }
}
