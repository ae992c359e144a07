package org.huiyin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.HuiyinApplication;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.database.Connecting;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application over the bench's database, with the demonstration city's people, on a port of its own. */
final class ServedApp implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final int port;

    private ServedApp(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    static ServedApp start(BenchDatabase database) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(HuiyinApplication.class)
                .initializers(starting -> Connecting.use(starting, database::address))
                .run(
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--huiyin.key-file=" + database.directory().resolve("bench.key"),
                        "--server.tomcat.max-keep-alive-requests=-1",
                        "--huiyin.api.key-per-minute=100000000",
                        "--huiyin.api.address-per-minute=100000000",
                        "--huiyin.log.key-file=" + database.directory().resolve("log.key"),
                        "--huiyin.open-data.nightly=false",
                        "--huiyin.open-data.directory=" + database.directory().resolve("open-data"),
                        "--huiyin.evidence.directory=" + database.directory().resolve("evidence"));
        context.getBean(DemoCity.class).load(Progress.SILENT);
        return new ServedApp(context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A browser without anybody signed in. */
    static HttpClient visitor() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** A browser in which this person has signed in. */
    HttpClient signedIn(String login) throws IOException, InterruptedException {
        HttpClient browser = visitor();
        String page = get(browser, "/sign-in").body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        String form = "login=" + login + "&password=" + DemoCity.PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpRequest post = HttpRequest.newBuilder(at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        int status = browser.send(post, BodyHandlers.ofString()).statusCode();
        if (status >= 400 || get(browser, "/desk").statusCode() != 200) {
            throw new IllegalStateException(login + " could not sign in: " + status);
        }
        return browser;
    }

    HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
