package org.huiyin.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** One sentence told at the top of the next page after a redirect: what happened, never "success". */
public final class Said {

    static final String COOKIE = "huiyin-said";

    private static final int LONGEST = 600;

    private Said() {}

    /** Tells {@code text} on the next page this reader opens. */
    public static void next(HttpServletResponse response, String text) {
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        set(response, URLEncoder.encode(kept, StandardCharsets.UTF_8), Duration.ofMinutes(2));
    }

    /** Whether a cookie holds such a sentence. */
    public static boolean keeps(String cookie) {
        return cookie.equals(COOKIE);
    }

    static void forget(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private static void set(HttpServletResponse response, String value, Duration kept) {
        String cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(kept)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
