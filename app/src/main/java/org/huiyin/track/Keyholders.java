package org.huiyin.track;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers for a short time, in a signed cookie of the browser, that somebody showed the query code of a matter or has just handed it in.
 * Nothing is stored here; a cookie that was changed, copied to another matter or kept too long opens nothing.
 */
@Component
public class Keyholders {

    /** What such a cookie lets its bearer do. */
    private enum Right {
        /** Act as the raiser. */
        HOLD(Duration.ofHours(2)),
        /** See the receipt with the query code once more, as whoever raised it on behalf must. */
        RECEIPT(Duration.ofMinutes(30)),
        /** Type the code without waiting for what strangers typed; it opens nothing. */
        PROOF(Duration.ofDays(60));

        final Duration lasts;

        Right(Duration lasts) {
            this.lasts = lasts;
        }

        String cookie(long matter) {
            return "huiyin-" + name().toLowerCase(Locale.ROOT) + "-" + matter;
        }
    }

    /** Where a program shows the query code of the matter it asks for; it has no browser to remember it. */
    public static final String HEADER = "Query-Code";

    private final Keyring keyring;
    private final MatterLookup lookup;
    private final Doorway doorway;
    private final InstantSource clock;

    Keyholders(Keyring keyring, MatterLookup lookup, Doorway doorway, InstantSource clock) {
        this.keyring = keyring;
        this.lookup = lookup;
        this.doorway = doorway;
        this.clock = clock;
    }

    /** Lets this browser act as the raiser for a while. */
    public void hold(MatterNumber number, HttpServletRequest request, HttpServletResponse response) {
        give(Right.HOLD, number, request, response);
    }

    /** Lets this browser see the receipt for a while. */
    public void showReceipt(MatterNumber number, HttpServletRequest request, HttpServletResponse response) {
        give(Right.RECEIPT, number, request, response);
    }

    /** Remembers that this browser showed the right code of this matter. */
    void prove(MatterNumber number, HttpServletRequest request, HttpServletResponse response) {
        give(Right.PROOF, number, request, response);
    }

    /** What this browser was given when it showed the right code of this matter before; empty when it did not. */
    String proof(MatterNumber number, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, Right.PROOF.cookie(number.id()));
        return cookie == null || !has(Right.PROOF, number, request) ? "" : cookie.getValue();
    }

    /** Who asks, seen from this matter: its raiser by account, its raiser by code, or whoever is signed in. */
    public Actor actor(Actor reader, Matter matter, HttpServletRequest request) {
        boolean holds = !lookup.raised(reader, matter) && has(Right.HOLD, matter.number(), request);
        return holds ? Actor.holding(matter.id()) : caller(reader, matter, request);
    }

    /**
     * The same for a program, which shows the code with every request; what a browser remembers opens nothing to it.
     *
     * @throws ProblemException when the code is wrong, or too many were
     */
    public Actor caller(Actor reader, Matter matter, HttpServletRequest request) {
        String code = request.getHeader(HEADER);
        return code == null || lookup.raised(reader, matter) ? reader : holding(matter, code, request);
    }

    private Actor holding(Matter matter, String code, HttpServletRequest request) {
        CodeAttempts.Trier trier = new CodeAttempts.Trier(CallerAddress.of(request), "");
        return switch (doorway.show(matter.number(), code, trier)) {
            case Doorway.Answer.Open open -> Actor.holding(matter.id());
            case Doorway.Answer.Wrong wrong -> throw new ProblemException(Problem.of("code-wrong", 403));
            case Doorway.Answer.Wait(Instant until) ->
                throw new ProblemException(Problem.of("too-many-requests", 429).with("until", until.toString()));
        };
    }

    boolean maySeeReceipt(Actor reader, Matter matter, HttpServletRequest request) {
        return lookup.raised(actor(reader, matter, request), matter) || has(Right.RECEIPT, matter.number(), request);
    }

    private void give(Right right, MatterNumber number, HttpServletRequest request, HttpServletResponse response) {
        Instant until = clock.instant().plus(right.lasts);
        String value = until.getEpochSecond() + "." + seal(right, number, until.getEpochSecond());
        String cookie = ResponseCookie.from(right.cookie(number.id()), value)
                .path("/")
                .maxAge(right.lasts)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    private boolean has(Right right, MatterNumber number, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, right.cookie(number.id()));
        if (cookie == null || !cookie.getValue().matches("[0-9]{10,11}\\.[A-Za-z0-9_-]{43}")) {
            return false;
        }
        int dot = cookie.getValue().indexOf('.');
        long until = Long.parseLong(cookie.getValue().substring(0, dot));
        byte[] shown = cookie.getValue().substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] right43 = seal(right, number, until).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(shown, right43) && clock.instant().getEpochSecond() < until;
    }

    private String seal(Right right, MatterNumber number, long until) {
        byte[] hash = keyring.hash("cookie:" + right + ":" + number.id() + ":" + until);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
