package org.huiyin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;

/** A browser without script: keeps cookies, sends forms with their hidden token, does not follow redirects. Loads the demonstration city. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestApp app;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Visitor(TestApp app) {
        this.app = app;
        app.bean(DemoCity.class).load(Progress.SILENT);
    }

    /** Somebody who is not signed in. */
    public static Visitor to(TestApp app) {
        return new Visitor(app);
    }

    /** One of the people of the demonstration city. */
    public static Visitor signedIn(TestApp app, String login) {
        var visitor = new Visitor(app);
        var answer = visitor.signIn(login, DemoCity.PASSWORD);
        if (location(answer).startsWith("/sign-in")) {
            throw new IllegalStateException(login + " was not let in: " + location(answer));
        }
        return visitor;
    }

    public HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(app.at(path)).GET());
    }

    /** What lies at an address, as it is. */
    public HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(app.at(path)).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens the page with the form, takes its token and sends the fields. */
    public HttpResponse<String> post(String formPage, String action, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", formToken(formPage));
        return postForged(action, all);
    }

    /** The hidden token of the form on a page; scripts send it as header {@code X-XSRF-TOKEN}. */
    public String formToken(String formPage) {
        var token = TOKEN.matcher(get(formPage).body());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + formPage);
        }
        return token.group(1);
    }

    /** Sends the fields alone, as another site would. */
    public HttpResponse<String> postForged(String action, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(app.at(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Where an answer sends the browser, without the host; empty when nowhere. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
