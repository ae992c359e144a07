package org.huiyin.api;

import java.util.Arrays;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The addresses of the API anybody may call; everything else under {@code /api} is for staff. What they then may do is Reach's answer. */
public final class OpenPaths {

    /** Patterns, as Spring Security and OpenAPI need them. */
    private static final String[] PATTERNS = {
        "/api/v1/matters",
        "/api/v1/matters/{number}",
        "/api/v1/matters/{number}/steps",
        "/api/v1/matters/{number}/evidence",
        "/api/v1/matters/{number}/open-steps",
        "/api/v1/matters/{number}/data",
        "/api/v1/matters/{number}/erasure",
        "/api/v1/attachments",
        "/api/v1/attachments/**",
        "/api/v1/board/**",
        "/api/v1/samples/**",
        "/api/v1/search",
        "/api/v1/places/**",
        "/api/v1/categories",
        "/api/v1/programmes/**",
        "/api/v1/me",
        "/api/v1/me/**",
        "/api/v1/openapi.json"
    };

    private OpenPaths() {}

    public static String[] patterns() {
        return PATTERNS.clone();
    }

    static boolean open(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return Arrays.stream(PATTERNS)
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(asked));
    }
}
