package org.huiyin.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.huiyin.frame.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a too large request with files in plain words. It stands before security, because looking for the CSRF token would already read
 * the files, fail, and be told as a missing token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class UploadGate extends OncePerRequestFilter {

    private final EvidenceSettings settings;
    private final Problems problems;

    UploadGate(EvidenceSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > settings.request().toBytes() && multipart(request)) {
            String most = Long.toString(settings.request().toMegabytes());
            problems.answer(request, response, new UploadRefusal(Reason.REQUEST_TOO_LARGE, "", most).problem());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean multipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }
}
