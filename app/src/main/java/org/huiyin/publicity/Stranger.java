package org.huiyin.publicity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.huiyin.frame.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A request as somebody nobody knows would have sent it: nothing of whoever happened to ask first may stand in an answer that is kept for
 * everybody. What they chose about looks is left.
 */
final class Stranger extends HttpServletRequestWrapper {

    private static final Set<String> HIDDEN =
            Set.of("if-none-match", "if-modified-since", "range", "cookie", "accept-encoding");

    private final boolean looks;

    /** @param looks whether cookies about looks count; no for what is the same for everybody */
    Stranger(HttpServletRequest request, boolean looks) {
        super(request);
        this.looks = looks;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        Cookie[] sent = super.getCookies();
        return sent == null || !looks
                ? null
                : Arrays.stream(sent)
                        .filter(cookie -> Preferences.keeps(cookie.getName()))
                        .toArray(Cookie[]::new);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return hides(name) ? -1 : super.getDateHeader(name);
    }

    private static boolean hides(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return HIDDEN.contains(lower) || lower.equals(HttpHeaders.AUTHORIZATION.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return create ? super.getSession(true) : null;
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return null;
    }

    /** A token would let whoever reads it send forms in the name of whoever asked first. */
    @Override
    public @Nullable Object getAttribute(String name) {
        return name.equals(CsrfToken.class.getName()) ? null : super.getAttribute(name);
    }
}
