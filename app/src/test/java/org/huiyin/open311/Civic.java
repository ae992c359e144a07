package org.huiyin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.key.ApiKeys;
import org.huiyin.key.Owners;
import org.huiyin.key.Scope;
import org.huiyin.testing.TestApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A civic application of somebody else's. */
final class Civic {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestApp app;
    final String key;

    Civic(TestApp app) {
        this.app = app;
        app.bean(DemoCity.class).load(Progress.SILENT);
        this.key = key(Scope.OPEN311);
    }

    String key(Scope scope) {
        return app.bean(ApiKeys.class)
                .make(
                        new ApiKeys.Wanted(
                                "市民应用",
                                app.bean(Owners.class).search("chaoyang").getFirst(),
                                Set.of(scope),
                                null,
                                Duration.ofDays(30),
                                null),
                        "测试")
                .orElseThrow();
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.at(path)).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey().replaceFirst("#\\d$", "")) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded; charset=utf-8", body);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(app.at(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
