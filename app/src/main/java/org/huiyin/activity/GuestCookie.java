package org.huiyin.activity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.huiyin.privacy.Keyring;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Knows again the browser of somebody who has shown that a telephone is theirs. */
@Component
class GuestCookie {

    static final String NAME = "huiyin-guest";

    private static final Duration KEPT = Duration.ofDays(60);
    private static final String PATH = "/";
    private static final int PROOF_BYTES = 16;

    private final Keyring keyring;

    GuestCookie(Keyring keyring) {
        this.keyring = keyring;
    }

    void give(HttpServletRequest request, HttpServletResponse response, long guest) {
        ResponseCookie cookie = ResponseCookie.from(NAME, guest + "." + proof(guest))
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void takeBack(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, "").path(PATH).maxAge(0).build().toString());
    }

    /** The guest whose browser this is. */
    Optional<Long> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> value.matches("[0-9]{1,18}\\.[0-9a-f]{32}"))
                        .filter(value -> MessageDigest.isEqual(
                                proof(guest(value)).getBytes(StandardCharsets.UTF_8),
                                value.substring(value.indexOf('.') + 1).getBytes(StandardCharsets.UTF_8)))
                        .map(GuestCookie::guest)
                        .findFirst();
    }

    private static long guest(String value) {
        return Long.parseLong(value.substring(0, value.indexOf('.')));
    }

    private String proof(long guest) {
        return HexFormat.of().formatHex(Arrays.copyOf(keyring.hash("guest-cookie:" + guest), PROOF_BYTES));
    }
}
