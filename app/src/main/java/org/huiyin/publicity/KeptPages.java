package org.huiyin.publicity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.huiyin.frame.Pages;
import org.huiyin.frame.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives public pages and files to many without making them anew for each. Whoever is signed in, or is to be told something, gets a page of
 * their own; of everybody else nothing but the language and the look counts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class KeptPages extends OncePerRequestFilter {

    private static final Set<String> CHOICES = Set.of("lang", "theme", "elder");
    private static final String PAGE = "public, max-age=2";

    private final Shelf shelf;

    KeptPages(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OpenPath path = OpenPath.of(request.getRequestURI());
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reading || path == OpenPath.NONE || path == OpenPath.PAGE && isSomebody(request)) {
            chain.doFilter(request, response);
            return;
        }
        Stranger stranger = new Stranger(request, path == OpenPath.PAGE);
        String key = key(request, stranger);
        Kept kept = shelf.get(key, () -> make(path, stranger, response, chain));
        if (kept != null) {
            kept.give(request, response);
        }
    }

    /** Whether more than the looks counts: a session, a sign-in, a word to be told, or a choice of looks that is to be remembered. */
    private static boolean isSomebody(HttpServletRequest request) {
        String session = request.getServletContext().getSessionCookieConfig().getName();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(session) || Said.keeps(cookie.getName())) {
                    return true;
                }
            }
        }
        String query = request.getQueryString();
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || query != null && CHOICES.stream().anyMatch(choice -> query.contains(choice + "="));
    }

    private static String key(HttpServletRequest request, Stranger stranger) {
        String query = request.getQueryString();
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
                + request.getRequestURI() + (query == null ? "" : "?" + query) + " " + Pages.look(stranger);
    }

    private static @Nullable Kept make(
            OpenPath path, Stranger stranger, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(stranger, caught);
        String type = caught.getContentType();
        boolean whole = caught.getStatus() == HttpStatus.OK.value() && !response.isCommitted() && type != null;
        if (!whole || caught.getHeader(HttpHeaders.SET_COOKIE) != null) {
            caught.copyBodyToResponse();
            return null;
        }
        return Kept.of(type, caught.getContentAsByteArray(), modified(caught), keeping(path));
    }

    private static @Nullable Instant modified(HttpServletResponse response) {
        String said = response.getHeader(HttpHeaders.LAST_MODIFIED);
        return said == null ? null : Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(said));
    }

    private static String keeping(OpenPath path) {
        Duration fresh = path.fresh();
        return fresh.isZero() ? PAGE : "public, max-age=" + fresh.toSeconds();
    }
}
