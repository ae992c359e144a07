package org.huiyin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the JSON API, as one of the people of the demonstration city or as nobody. */
public final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestApp app;
    private final @Nullable String authorization;

    private Caller(TestApp app, @Nullable String authorization) {
        this.app = app;
        this.authorization = authorization;
        app.bean(DemoCity.class).load(Progress.SILENT);
    }

    public static Caller of(TestApp app, String login) {
        byte[] basic = (login + ":" + DemoCity.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return new Caller(app, "Basic " + Base64.getEncoder().encodeToString(basic));
    }

    /** Another system with an API key. */
    public static Caller bearing(TestApp app, String key) {
        return new Caller(app, "Bearer " + key);
    }

    public static Caller nobody(TestApp app) {
        return new Caller(app, null);
    }

    /** An answer of the API. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public String text(String member) {
            return body.path(member).asString("");
        }

        /** The first value of a header; empty when it was not sent. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** A key under which nothing was sent yet. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer raise(Map<String, ?> fields) {
        return post("/api/v1/matters", Map.of("fields", fields), key());
    }

    /** Takes a step, whatever the version. */
    public Answer step(String number, String step, Map<String, ?> fields, String... evidence) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("step", step, "fields", fields));
        body.put("evidence", List.of(evidence));
        return post("/api/v1/matters/" + number + "/steps", body, key());
    }

    public Answer post(String path, Object body, String key) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Hands in a picture and returns its id. */
    public String upload(String name, byte[] content) {
        String boundary = "huiyin" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        Answer answer = send(request("/api/v1/attachments")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail))));
        return answer.body().path("attachments").path(0).path("id").asString("");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            boolean json = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    answer.statusCode(),
                    json ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
                    answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.at(path)).header("Accept", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }
}
