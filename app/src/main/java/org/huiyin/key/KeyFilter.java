package org.huiyin.key;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.frame.Problem;
import org.huiyin.frame.Problems;
import org.huiyin.key.KeyGate.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in that shows a key in its header, and counts every request against its caller's limit. A key in an address is refused:
 * addresses stand in logs, histories and referrers.
 */
public final class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final KeyGate gate;
    private final Limits limits;
    private final Problems problems;

    public KeyFilter(KeyGate gate, Limits limits, Problems problems) {
        this.gate = gate;
        this.limits = limits;
        this.problems = problems;
    }

    /** Whether an address carries what looks like one of our keys. */
    public static boolean inAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return (query != null && query.contains(KeySecret.BEGINNING))
                || request.getRequestURI().contains(KeySecret.BEGINNING);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Answer answer = shown(request);
        if (answer instanceof Answer.Open(KeyHolder holder)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(new KeyTicket(holder)));
        }
        if (!limits.admit(request, response)) {
            problems.answer(request, response, Problem.of("too-many-requests", 429));
        } else if (inAddress(request)) {
            problems.answer(request, response, Problem.of("key-in-address", 400));
        } else if (answer instanceof Answer.Closed(KeyGate.Why why)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.answer(request, response, Problem.of("key-refused", 401).with("reason", why.key()));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Null when no key was shown. */
    private @Nullable Answer shown(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? gate.show(authorization.substring(BEARER.length()).strip())
                : null;
    }
}
