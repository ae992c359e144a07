package org.huiyin.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers of every answer: only our own scripts and styles run, nobody frames us, no file is taken for what it is not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeaders extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data: blob:%s; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final List<String> STATIC = List.of("/assets/", "/webjars/", "/_static/");

    /** The one page other sites may frame: it has no form, no script and nothing of who looks at it. */
    private static final String FRAMED = "/board/embed";

    private final String policy;
    private final String framed;

    /** @param tileServers origins the maps load their pictures from, none by default */
    SecurityHeaders(@Value("${huiyin.map.tile-servers:}") List<String> tileServers) {
        this.policy = POLICY.formatted(tileServers.isEmpty() ? "" : " " + String.join(" ", tileServers));
        this.framed = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors *";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getRequestURI().equals(FRAMED)) {
            response.setHeader("Content-Security-Policy", framed);
        } else {
            response.setHeader("X-Frame-Options", "DENY");
        }
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
        String kept = keeping(request);
        if (kept != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
        }
        chain.doFilter(request, response);
    }

    /** Files with a fingerprint in their address never change; without one they are asked for again. */
    private static @Nullable String keeping(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (STATIC.stream().noneMatch(path::startsWith)) {
            return null;
        }
        String query = request.getQueryString();
        return query != null && query.startsWith("v=") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
