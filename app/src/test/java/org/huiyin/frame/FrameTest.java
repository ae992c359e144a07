package org.huiyin.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What every page does, seen from outside. */
class FrameTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(FrameOnly.class, "--server.port=0", "--huiyin.strict-texts=true");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_language_is_asked_for_then_remembered_then_the_browsers_then_chinese() throws Exception {
        assertThat(get("/").body()).contains("<html lang=\"zh-CN\"");
        assertThat(get("/", "Accept-Language", "en-GB,en;q=0.9").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "Cookie", "huiyin-lang=en").body()).contains("<html lang=\"en\"");
        HttpResponse<String> asked = get("/?lang=zh", "Cookie", "huiyin-lang=en");
        assertThat(asked.body()).contains("<html lang=\"zh-CN\"");
        assertThat(asked.headers().allValues("Set-Cookie")).anyMatch(c -> c.startsWith("huiyin-lang=zh"));
    }

    @Test
    void theme_and_large_type_come_by_a_link_and_stay_by_a_cookie() throws Exception {
        assertThat(get("/?theme=dark&elder=1").body()).contains("data-theme=\"dark\" data-elder=\"1\"");
        assertThat(get("/", "Cookie", "huiyin-theme=light; huiyin-elder=1").body())
                .contains("data-theme=\"light\" data-elder=\"1\"");
        assertThat(get("/?theme=%22%3E").body()).contains("data-theme=\"auto\">");
    }

    @Test
    void switches_keep_the_rest_of_the_address() throws Exception {
        assertThat(get("/_components?shape=desk&q=%E8%B7%AF").body())
                .contains("href=\"/_components?shape=desk&amp;q=%E8%B7%AF&amp;lang=en\"");
    }

    @Test
    void a_page_is_html_whatever_the_browser_accepts() throws Exception {
        HttpResponse<String> page = get("/", "Accept", "application/json");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void no_page_needs_inline_script_or_style() throws Exception {
        Pattern inline = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:");

        for (String path : List.of("/", "/_components", "/_components?shape=desk", "/problems", "/nowhere")) {
            HttpResponse<String> page = get(path);
            assertThat(inline.matcher(page.body()).find()).as(path).isFalse();
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void every_file_a_page_names_is_there_and_kept_for_ever() throws Exception {
        Matcher named = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(get("/_components?shape=desk").body());

        List<String> files = named.results().map(m -> m.group(1)).toList();
        assertThat(files).hasSizeGreaterThan(8);
        for (String file : files) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        }
    }

    @Test
    void what_is_not_there_is_said_to_people_and_to_programs() throws Exception {
        HttpResponse<String> page = get("/nowhere?lang=en");
        HttpResponse<String> json = get("/nowhere?lang=en", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page").contains("/problems/not-found");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.body())
                .contains("\"type\":\"/problems/not-found\"")
                .contains("\"status\":404")
                .contains("\"instance\":\"/nowhere\"");
    }

    @Test
    void part_of_a_page_gets_only_a_notice() throws Exception {
        assertThat(get("/nowhere", "HX-Request", "true").body())
                .startsWith("<div class=\"notice")
                .doesNotContain("<html");
    }

    @Test
    void a_wrong_method_names_the_right_ones() throws Exception {
        HttpResponse<String> answer = get("/broken", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void a_fault_shows_its_number_and_nothing_of_the_house() throws Exception {
        HttpResponse<String> answer = post("/broken", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("编号 [2-9A-Z]{8}")
                .doesNotContain("secret of the house")
                .doesNotContain("IllegalState")
                .doesNotContain("at org.huiyin");
    }

    @Test
    void a_page_without_its_token_is_too_old() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("/broken"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("这一页放得太久了");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws Exception {
        assertThat(get("/?q=%FF%FE").statusCode()).isEqualTo(400);
        assertThat(get("/?q=a%00b").statusCode()).isEqualTo(400);
        assertThat(get("/?q=%E8%B7%AF").statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_too_broken_for_any_page_still_hears_what_to_do() throws Exception {
        try (Socket socket = new Socket("localhost", at("/").getPort())) {
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("没看懂这个请求", "We could not read this request");
            assertThat(answer).doesNotContainIgnoringCase("tomcat");
        }
    }

    @Test
    void a_message_waits_for_a_page_and_is_not_spent_on_a_scripts_request() throws Exception {
        HttpResponse<String> part =
                get("/problems", "Cookie", "huiyin-said=x", "Sec-Fetch-Dest", "empty", "Accept", "*/*");

        assertThat(part.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("huiyin-said"));
    }

    @Test
    void a_page_the_service_worker_passed_on_tells_the_message() throws Exception {
        HttpResponse<String> page = get("/problems", "Cookie", "huiyin-said=x", "Sec-Fetch-Dest", "empty");

        assertThat(page.body()).contains("notice-done");
    }

    @Test
    void every_problem_has_a_page_in_both_languages() throws Exception {
        Texts texts = Texts.fromClasspath(true);

        for (String key : texts.keys(Locale.CHINESE)) {
            if (key.startsWith("problem.") && key.endsWith(".title")) {
                String slug = key.substring("problem.".length(), key.length() - ".title".length());
                assertThat(get("/problems/" + slug).statusCode()).as(slug).isEqualTo(200);
                assertThat(get("/problems/" + slug + "?lang=en").body())
                        .as(slug)
                        .contains("What you can do");
            }
        }
        assertThat(get("/problems/no-such-problem").statusCode()).isEqualTo(404);
    }

    @Test
    void what_happened_is_told_once_and_only_as_text() throws Exception {
        HttpResponse<String> page = get("/", "Cookie", "huiyin-said=%3Cb%3E%E5%B7%B2%E6%B4%BE%E5%87%BA");

        assertThat(page.body()).contains("&lt;b&gt;已派出");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith("huiyin-said=;") && c.contains("Max-Age=0"));
    }

    @Test
    void the_application_can_be_installed() throws Exception {
        HttpResponse<String> manifest = get("/manifest.webmanifest");
        assertThat(manifest.body()).contains("\"start_url\": \"/\"");
        assertThat(manifest.headers().firstValue("Content-Type").orElse("")).startsWith("application/manifest+json");
        assertThat(get("/sw.js").headers().firstValue("Content-Type").orElse(""))
                .contains("javascript");
        assertThat(get("/offline").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(String path) {
        var server = ((WebServerApplicationContext) application).getWebServer();
        return URI.create("http://localhost:" + Objects.requireNonNull(server).getPort() + path);
    }
}
