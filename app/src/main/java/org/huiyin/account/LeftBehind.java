package org.huiyin.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Takes away at sign-out whatever else lets this browser in: query codes shown, receipts, uploads held. Whoever sits down next at a counter's
 * computer finds nothing. Only what the reader chose about looks stays.
 */
final class LeftBehind implements LogoutHandler {

    private static final String OURS = "huiyin-";

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().startsWith(OURS) && !Preferences.keeps(cookie.getName())) {
                String gone = ResponseCookie.from(cookie.getName(), "")
                        .path("/")
                        .maxAge(0)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString();
                response.addHeader(HttpHeaders.SET_COOKIE, gone);
            }
        }
    }
}
