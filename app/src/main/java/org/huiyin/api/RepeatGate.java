package org.huiyin.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.api.Repeats.Given;
import org.huiyin.api.Repeats.Standing;
import org.huiyin.frame.Problem;
import org.huiyin.frame.Problems;
import org.huiyin.frame.SignedIn;
import org.huiyin.key.KeyHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a program that heard no answer send the same again under the same key: it is done once and answered alike. It stands behind security. Steps
 * have a key of their own, which stands on record with them; whoever is not signed in is nobody in particular and has none here.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RepeatGate extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPEATED = "Idempotency-Replayed";

    /** Where the Desk keeps the key. */
    static final Pattern STEPS = Pattern.compile("/api/v1/(steps|matters|matters/[^/]+/steps)");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final Repeats repeats;
    private final Problems problems;

    RepeatGate(Repeats repeats, Problems problems) {
        this.repeats = repeats;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !path.startsWith("/api/v1/")
                || STEPS.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> caller = caller(request);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            problems.answer(request, response, Problem.of("key-needed", 400));
            return;
        }
        Sent sent;
        try {
            sent = Sent.of(request);
        } catch (IOException | ServletException | IllegalStateException e) {
            // broken off, no files, too many of them: whoever reads it next refuses it in words
            chain.doFilter(request, response);
            return;
        }
        switch (repeats.begin(caller.get(), key, sent.said())) {
            case Standing.Fresh(long id) -> pass(id, sent.request(), response, chain);
            case Standing.Done(Given answer) -> again(answer, response);
            case Standing.Other() -> problems.answer(request, response, Problem.of("key-reused", 422));
            case Standing.Running() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                problems.answer(request, response, Problem.of("key-running", 409));
            }
            case Standing.Unknown() -> problems.answer(request, response, Problem.of("key-unknown", 409));
        }
    }

    /** Another system's key, or a person at a post. */
    private static Optional<String> caller(HttpServletRequest request) {
        return KeyHolder.of(request)
                .map(key -> "key " + key.id())
                .or(() -> request.getUserPrincipal() instanceof Authentication shown
                                && shown.getPrincipal() instanceof SignedIn person
                        ? Optional.of("person " + person.actor().account() + " "
                                + person.actor().post())
                        : Optional.empty());
    }

    /** What was refused may be put right under the same key; after a fault nobody knows what was done. */
    private void pass(long id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper heard = new ContentCachingResponseWrapper(response);
        boolean told = false;
        try {
            chain.doFilter(request, heard);
            int status = heard.getStatus();
            if (status / 100 == 2) {
                String body = new String(heard.getContentAsByteArray(), StandardCharsets.UTF_8);
                repeats.keep(id, new Given(status, heard.getContentType(), heard.getHeader("Location"), body));
            } else if (status / 100 != 5) {
                repeats.forget(id);
            }
            told = status / 100 != 5;
        } finally {
            if (!told) {
                repeats.unknown(id);
            }
        }
        heard.copyBodyToResponse();
    }

    private static void again(Given answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPEATED, "true");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.type() != null) {
            response.setContentType(answer.type());
        }
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
