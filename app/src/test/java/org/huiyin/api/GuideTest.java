package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.key.ApiKeys;
import org.huiyin.key.Owners;
import org.huiyin.key.Scope;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides tell programs to do works as it stands there. */
class GuideTest {

    private static final Pattern COMMAND = Pattern.compile("(?s)```sh\\n(curl .*?)```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("`(GET|POST|DELETE) (/api/v1/[^`]*)`");

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    @ParameterizedTest
    @ValueSource(strings = {"../docs/api-guide.md", "../docs/open311.md"})
    void every_command_does_what_it_says(Path guide) throws IOException, InterruptedException {
        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);
        String tag =
                Caller.of(app, "chengguan").get("/api/v1/matters/" + number).header("ETag");
        String key = key("chengguan");
        String admins = key("admin");
        List<String> commands = COMMAND.matcher(Files.readString(guide))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            String filled = command.replace("https://city.example", app.at("").toString())
                    .replace("hyk_…", command.contains("/api/v1/limits") ? admins : key)
                    .replace("202600001239", number)
                    .replace("\"7-1a2b3c4d\"", tag);
            HttpResponse<String> answer = run(filled);
            assertThat(answer.statusCode()).as("%s%n%s", command, answer.body()).isBetween(200, 299);
        }
    }

    @Test
    void every_address_the_guide_names_is_there() throws IOException {
        Set<String> there = app.bean(Operations.class).all().stream()
                .map(one -> one.method() + " " + one.path())
                .collect(Collectors.toSet());
        Matcher named = ADDRESS.matcher(Files.readString(Path.of("../docs/api-guide.md")));

        assertThat(named.results().map(one -> one.group(1) + " " + one.group(2)))
                .isNotEmpty()
                .isSubsetOf(there);
    }

    private String key(String owner) {
        return app.bean(ApiKeys.class)
                .make(
                        new ApiKeys.Wanted(
                                "指南",
                                app.bean(Owners.class).search(owner).getFirst(),
                                EnumSet.copyOf(Scope.given()),
                                null,
                                Duration.ofDays(9),
                                null),
                        "测试")
                .orElseThrow();
    }

    /** As curl would. */
    private static HttpResponse<String> run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        WORD.matcher(command.replace("\\\n", " "))
                .results()
                .forEach(word -> words.add(
                        word.group(1) != null
                                ? word.group(1)
                                : word.group(2) != null ? word.group(2) : String.valueOf(word.group(3))));
        HttpRequest.Builder request = HttpRequest.newBuilder();
        List<String> form = new ArrayList<>();
        String method = "GET";
        String body = "";
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(":", 2);
                    request.header(header[0], header[1].strip());
                }
                case "-d" -> body = words.get(++i);
                case "--data-urlencode" -> {
                    String[] field = words.get(++i).split("=", 2);
                    form.add(field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8));
                }
                default -> request.uri(URI.create(words.get(i)));
            }
        }
        if (!form.isEmpty()) {
            method = "POST";
            body = String.join("&", form);
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
