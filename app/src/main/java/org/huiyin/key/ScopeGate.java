package org.huiyin.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a key to its scopes. An address that names no scope is closed to keys. */
public final class ScopeGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<ApiKey> key = KeyHolder.of(request);
        if (key.isPresent() && handler instanceof HandlerMethod method) {
            List<Scope> needed = needed(method);
            if (needed.stream().noneMatch(key.get()::may)) {
                String named = needed.stream().map(Scope::key).collect(Collectors.joining(" "));
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + named + "\"");
                throw new ProblemException(
                        Problem.of("scope-missing", 403, named).with("scope", named));
            }
        }
        return true;
    }

    /** Any of these will do; none when the address names no scope. */
    public static List<Scope> needed(HandlerMethod method) {
        Scoped scoped = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Scoped.class);
        if (scoped == null) {
            scoped = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Scoped.class);
        }
        return scoped == null ? List.of() : List.of(scoped.value());
    }
}
