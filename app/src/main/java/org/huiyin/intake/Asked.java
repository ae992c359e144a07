package org.huiyin.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks for: a matter to begin, or a step on one.
 *
 * @param programme for a matter that begins; the first that is open when left out
 * @param step the step's name; of a matter that begins, the programme's first when left out
 * @param expectedVersion the version the program saw; null when it does not mind, or says so in If-Match
 * @param evidence ids of uploads
 */
record Asked(
        @Nullable String programme,
        @Nullable String step,
        @Nullable Integer expectedVersion,
        @Nullable Map<String, Object> fields,
        @Nullable List<String> evidence) {

    Map<String, Object> given() {
        return fields == null ? Map.of() : fields;
    }

    List<String> files() {
        return evidence == null ? List.of() : evidence;
    }
}
