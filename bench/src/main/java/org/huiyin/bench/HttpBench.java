package org.huiyin.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huiyin.city.DemoCity;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps a second as JSON over 64 connections that stay open, beside plain SQL on the same database, in turns. */
@Command(
        name = "http",
        description = "JSON steps a second over HTTP, beside plain SQL.",
        mixinStandardHelpOptions = true)
final class HttpBench implements Callable<Integer> {

    private static final int CONNECTIONS = 64;
    private static final String PLACE = "421002005";

    @Mixin
    private Loaded loaded = new Loaded();

    @Mixin
    private Turns turns = new Turns();

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start();
                ServedApp app = ServedApp.start(database)) {
            database.fillOnce(loaded.matters(), true);
            database.openYear(RawSteps.YEAR);
            Load raw = new Load();
            Load http = new Load();
            turn(database, app, new Load(), new Load(), turns.warm());
            for (int round = 0; round < turns.rounds(); round++) {
                turn(database, app, raw, http, turns.each());
            }
            report(raw, http);
        }
        return 0;
    }

    private static void turn(BenchDatabase database, ServedApp app, Load raw, Load http, Duration time)
            throws Exception {
        raw.run(32, time, n -> new RawSteps(database.pool()));
        long unit =
                app.bean(Organisation.class).units().find("jz-cg").map(Unit::id).orElseThrow();
        http.run(CONNECTIONS, time, n -> new Caller(app, unit));
    }

    private void report(Load raw, Load http) {
        System.out.printf("%-6s %12s %9s %9s%n", "", "steps/s", "p50 ms", "p99 ms");
        System.out.printf("%-6s %,12.0f %9.2f %9.2f%n", "raw", raw.perSecond(), raw.millis(50), raw.millis(99));
        System.out.printf("%-6s %,12.0f %9.2f %9.2f%n", "http", http.perSecond(), http.millis(50), http.millis(99));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters", loaded.matters());
        figures.put("connections", CONNECTIONS);
        figures.put("rawStepsPerSecond", Math.round(raw.perSecond()));
        figures.put("httpStepsPerSecond", Math.round(http.perSecond()));
        figures.put("httpP99Millis", http.millis(99));
        figures.put("ratioToRaw", Figures.ratio(http.perSecond(), raw.perSecond()));
        Figures.print(figures, loaded.json());
    }

    /** One connection: raises, dispatches, signs, contacts and notes three times, then begins again. */
    private static final class Caller implements Load.Caller {

        private static final JsonMapper JSON = JsonMapper.shared();

        private final ServedApp app;
        private final long unit;
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private int next;
        private String number = "";
        private int version;

        private Caller(ServedApp app, long unit) {
            this.app = app;
            this.unit = unit;
        }

        @Override
        public void once() throws Exception {
            HttpRequest request = switch (next) {
                case 0 -> post("/api/v1/matters", "resident", Map.of("fields", Loop.raised(PLACE)));
                case 1 -> step("dispatch", "chaoyang", dispatch());
                case 2 -> step("sign", "chengguan", Map.of());
                case 3 -> step("contact", "chengguan", Map.of("means", "phone"));
                default -> step("note", "chengguan", Map.of("note", "已到现场，正在维修。"));
            };
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            JsonNode receipt = JSON.readTree(response.body());
            number = receipt.get("number").asString();
            version = receipt.get("version").asInt();
            next = (next + 1) % 7;
        }

        private Map<String, Object> dispatch() {
            return Map.of("lead", unit, "kind", "help", "category", "roads", "urgency", "normal");
        }

        private HttpRequest step(String step, String login, Map<String, Object> fields) {
            return post(
                    "/api/v1/matters/" + number + "/steps",
                    login,
                    Map.of("step", step, "expectedVersion", version, "fields", fields));
        }

        private HttpRequest post(String path, String login, Map<String, Object> body) {
            byte[] credentials = (login + ":" + DemoCity.PASSWORD).getBytes(StandardCharsets.UTF_8);
            return HttpRequest.newBuilder(app.at(path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
        }
    }
}
