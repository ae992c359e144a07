package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program asks for: the body of a step.
 *
 * @param programme for a matter that begins; the first that is open when left out
 * @param step for a matter that goes on
 * @param expectedVersion the version the program saw; null when it does not mind
 */
record Asked(
        @Nullable String programme,
        @Nullable String step,
        @Nullable Integer expectedVersion,
        @Nullable Map<String, Object> fields,
        @Nullable List<String> evidence) {

    Asked {
        if (evidence != null && evidence.stream().anyMatch(java.util.Objects::isNull)) {
            throw new IllegalArgumentException("evidence holds an empty id");
        }
    }

    /** Far above the longest form; what is longer is no form. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Asked.class);

    /** Reads the body, as UTF-8 and nothing else. */
    static Asked of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "application/json", 0, 16)) {
            throw new ProblemException(Problem.of("unsupported-media-type", 415));
        }
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of("body-too-large", 413, MOST_BYTES / 1024));
        }
        try {
            Asked asked = READER.readValue(body);
            if (asked != null) {
                return asked;
            }
        } catch (JacksonException e) {
            throw new ProblemException(
                    Problem.of("malformed-json", 400).with("line", line(e)).with("column", column(e)));
        }
        throw new ProblemException(Problem.of("malformed-json", 400));
    }

    Map<String, Object> given() {
        return fields == null ? Map.of() : fields;
    }

    List<String> files() {
        return evidence == null ? List.of() : evidence;
    }

    int version(int any) {
        return expectedVersion == null ? any : expectedVersion;
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    }
}
