package org.huiyin.evidence;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.huiyin.frame.CallerAddress;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Recognises who holds loose uploads by a cookie that means nothing else and needs no session. */
public final class Holders {

    private static final String COOKIE = "huiyin-evidence";
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Holders() {}

    /** The holder behind a request that hands in files; gives a browser without the cookie a new one. */
    public static Holder of(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Holder known = known(actor, request);
        return known.browser().isEmpty()
                ? new Holder(actor.account(), issue(request, response), known.address())
                : known;
    }

    /** The holder behind a request that only reads. */
    static Holder known(Actor actor, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String secret = cookie == null ? null : wellFormed(cookie.getValue());
        return new Holder(actor.account(), secret == null ? "" : hash(secret), CallerAddress.of(request));
    }

    private static @Nullable String wellFormed(String secret) {
        return secret.matches("[0-9a-f]{" + 2 * SECRET_BYTES + "}") ? secret : null;
    }

    private static String issue(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        String cookie = ResponseCookie.from(COOKIE, secret)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
        return hash(secret);
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
