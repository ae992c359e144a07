package org.huiyin.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.WebUtils;

/** Makes the frame of a page from a request: who reads, and the language and look they chose or their browser asks for. */
public final class Pages {

    private final Texts texts;
    private final Assets assets;
    private final InstantSource time;
    private final Supplier<@Nullable Unread> unread;
    private final Supplier<Stream<NavigationLink>> links;

    Pages(
            Texts texts,
            Assets assets,
            InstantSource time,
            Supplier<@Nullable Unread> unread,
            Supplier<Stream<NavigationLink>> links) {
        this.texts = texts;
        this.assets = assets;
        this.time = time;
        this.unread = unread;
        this.links = links;
    }

    public Page of(HttpServletRequest request) {
        Object csrf = request.getAttribute(CsrfToken.class.getName());
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        Actor reader = reader();
        return new Page(
                reader,
                texts,
                new Formats(locale(request), time.instant()),
                theme(request),
                "1".equals(chosen(request, Preferences.ELDER)),
                failed == null ? request.getRequestURI() : failed.toString(),
                request.getQueryString(),
                csrf instanceof CsrfToken token ? token : null,
                said(request),
                () -> waiting(reader),
                () -> own(reader),
                assets);
    }

    /** A page nobody's browser asked for: what a command says is said as this reader would read it. */
    public Page of(Actor reader, Locale locale) {
        return new Page(
                reader,
                texts,
                new Formats(locale, time.instant()),
                Theme.AUTO,
                false,
                "",
                null,
                null,
                null,
                () -> 0,
                List::of,
                assets);
    }

    private int waiting(Actor reader) {
        Unread inbox = reader.staff() ? unread.get() : null;
        return inbox == null ? 0 : inbox.of(reader);
    }

    private List<Navigation.Entry> own(Actor reader) {
        return reader.signedIn()
                ? links.get().flatMap(link -> link.of(reader).stream()).toList()
                : List.of();
    }

    /** Who is signed in on this request; a visitor when nobody is. */
    static Actor reader() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? person.actor()
                : Actor.VISITOR;
    }

    static Locale locale(HttpServletRequest request) {
        String chosen = chosen(request, Preferences.LANGUAGE);
        if (chosen == null && request.getHeader("Accept-Language") != null) {
            chosen = request.getLocale().getLanguage();
        }
        return "en".equals(chosen) ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static Theme theme(HttpServletRequest request) {
        String chosen = chosen(request, Preferences.THEME);
        for (Theme theme : Theme.values()) {
            if (theme.key().equals(chosen)) {
                return theme;
            }
        }
        return Theme.AUTO;
    }

    /** In which language and look a request is answered; the same for all that are answered alike. */
    public static String look(HttpServletRequest request) {
        boolean large = "1".equals(chosen(request, Preferences.ELDER));
        return locale(request).getLanguage() + " " + theme(request).key() + (large ? " large" : "");
    }

    private static @Nullable String chosen(HttpServletRequest request, Preferences.Choice choice) {
        String asked = choice.asked(request);
        return asked != null ? asked : cookie(request, choice.cookie());
    }

    private static @Nullable String said(HttpServletRequest request) {
        String said = cookie(request, Said.COOKIE);
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (said == null || request.getHeader("HX-Request") != null) {
            return null;
        }
        if (destination != null && !destination.equals("document") && !wantsPage(request)) {
            return null; // a script's request would swallow what the page is to tell
        }
        try {
            return URLDecoder.decode(said, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null; // a cookie nobody here wrote
        }
    }

    /** The service worker passes a page's request on under its own destination, but asks for what the page asked for. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
