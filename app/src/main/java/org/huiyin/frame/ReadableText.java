package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that are no text: bytes that were not UTF-8 arrive as U+FFFD, and nothing anybody types holds a NUL. */
final class ReadableText implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            check(name, name);
            for (String value : values) {
                check(name, value);
            }
        });
        return true;
    }

    private static void check(String name, String text) {
        if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
            String shown = name.length() > 60 ? name.substring(0, 60) : name;
            throw new ProblemException(Problem.of("unreadable-text", 400, shown.replace('\0', ' ')));
        }
    }
}
