package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps what a reader chose by a link ({@code ?lang=en}, {@code ?theme=dark}, {@code ?elder=1}) in a cookie, so that it works without script. */
public final class Preferences implements HandlerInterceptor {

    static final Choice LANGUAGE = new Choice("lang", "huiyin-lang", Set.of("zh", "en"));
    static final Choice THEME = new Choice("theme", "huiyin-theme", Set.of("auto", "light", "dark"));
    static final Choice ELDER = new Choice("elder", "huiyin-elder", Set.of("0", "1"));

    private static final List<Choice> ALL = List.of(LANGUAGE, THEME, ELDER);
    private static final Duration KEPT = Duration.ofDays(365);

    /** One thing that can be chosen, the cookie that keeps it, and its answers. */
    record Choice(String parameter, String cookie, Set<String> answers) {

        @Nullable
        String asked(HttpServletRequest request) {
            String query = request.getQueryString(); // never the body: a form's field may bear the same name
            if (query == null) {
                return null;
            }
            for (String pair : query.split("&")) {
                String prefix = parameter + "=";
                if (pair.startsWith(prefix) && answers.contains(pair.substring(prefix.length()))) {
                    return pair.substring(prefix.length());
                }
            }
            return null;
        }
    }

    Preferences() {}

    /** Whether a cookie holds nothing but what a reader chose about looks. */
    public static boolean keeps(String cookie) {
        return ALL.stream().anyMatch(choice -> choice.cookie().equals(cookie));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (Choice choice : ALL) {
            String asked = choice.asked(request);
            if (asked != null) {
                String cookie = ResponseCookie.from(choice.cookie(), asked)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString();
                response.addHeader(HttpHeaders.SET_COOKIE, cookie);
            }
        }
        return true;
    }
}
