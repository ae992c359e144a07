package org.huiyin.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.city.DemoCity;
import org.huiyin.key.ApiKeys;
import org.huiyin.key.Owners;
import org.huiyin.key.Scope;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A city of its own with something of every kind in it, who calls there, and what belongs into each gap of an address or a body. */
final class FuzzWorld {

    private static final JsonMapper JSON = new JsonMapper();

    final TestApp app;
    final Map<String, List<String>> callers = new LinkedHashMap<>();
    private final Caller admin;
    private final Caller supervisor;
    private final String number;
    private final String attachment;
    final Planted planted;

    FuzzWorld() {
        TestClock clock = TestClock.at("2026-03-03T09:00");
        app = TestApp.another(clock);
        Handling handling = new Handling(app);
        number = handling.raise("园林路路灯不亮").number();
        handling.dispatch(number);
        handling.answer(handling.raise("井盖松动").number());
        clock.forward(Duration.ofDays(30));
        admin = Caller.of(app, "admin");
        supervisor = Caller.of(app, "duban");
        attachment = supervisor.upload("灯.jpg", Handling.photo());
        supervisor.post("/api/v1/views", Map.of("name", "道路", "query", "list=overdue"), Caller.key());
        planted = new Planted(app, handling, supervisor);
        String head = header("chengguan-head");
        callers.put("nobody", List.of());
        callers.put("resident", List.of(header("resident")));
        callers.put("clerk", List.of(header("chaoyang")));
        callers.put("head", List.of(head));
        callers.put("supervisor", List.of(header("duban")));
        callers.put("admin", List.of(header("admin")));
        callers.put("key", List.of("Authorization: Bearer " + key(EnumSet.copyOf(Scope.given()))));
        callers.put("key without scope", List.of("Authorization: Bearer " + key(Set.of(Scope.OPEN311))));
    }

    private static String header(String login) {
        byte[] basic = (login + ":" + DemoCity.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(basic);
    }

    private String key(Set<Scope> scopes) {
        var owner = app.bean(Owners.class).search("duban").getFirst();
        return app.bean(ApiKeys.class)
                .make(new ApiKeys.Wanted("平台", owner, scopes, null, Duration.ofDays(90), null), "测试")
                .orElseThrow();
    }

    List<String> authorization(String caller) {
        return callers.getOrDefault(caller, List.of());
    }

    String apiKey() {
        return authorization("key").getFirst().replaceFirst(".*Bearer ", "");
    }

    JsonNode document() {
        return admin.get("/api/v1/openapi.json").body();
    }

    /** Something that exists, for a gap of a path. */
    String known(String path, String gap) {
        return switch (gap) {
            case "number" -> path.contains("/calendars/") ? first("/api/v1/calendars/versions", "number") : number;
            case "code" -> Handling.PLACE;
            case "name" -> path.contains("/registers/") ? first("/api/v1/registers", "name") : "three-lists";
            case "entry" -> first("/api/v1/registers/" + first("/api/v1/registers", "name") + "/entries", "number");
            case "quota" -> first("/api/v1/duty", "quota");
            case "post" -> Long.toString(planted.post);
            case "list" -> "overdue";
            case "part" -> path.contains("activity-figures") ? "people" : "valid";
            case "programme" -> "three-lists";
            case "kind" -> kind(path);
            case "month" -> "2026-03";
            case "unit" -> first("/api/v1/units", "id");
            case "message" -> planted.message;
            case "format" -> "json";
            case "file" -> path.contains("services") ? "roads.json" : number + ".json";
            default -> id(path);
        };
    }

    private String kind(String path) {
        if (path.contains("/duty/") || path.contains("activity-figures")) {
            return first("/api/v1/duty", "kind");
        }
        return path.contains("/sheets/") ? first("/api/v1/sheets", "name") : "callback";
    }

    private String id(String path) {
        return switch (path.split("/")[3]) {
            case "attachments" -> attachment;
            case "webhooks" -> planted.webhook;
            case "circuit-groups" -> planted.group;
            case "circuits" -> planted.circuit;
            case "circuit-visits" -> planted.visit;
            case "circuit-findings" -> planted.finding;
            default -> first(path.replaceAll("/\\{.*", ""), "id");
        };
    }

    private String first(String list, String member) {
        Caller asks = list.contains("calendars") ? admin : supervisor;
        return asks.get(list).body().path("items").path(0).path(member).asString("1");
    }

    /** A body as it ought to be. */
    JsonNode body(String path, JsonNode schema, JsonNode document) {
        ObjectNode body = (ObjectNode) sample(path, "", schema, document);
        if (path.equals("/api/v1/matters")) {
            return JSON.readTree(
                    "{\"fields\": {\"title\": \"路灯不亮\", \"description\": \"三晚不亮\", \"place\": \"" + Handling.PLACE
                            + "\", \"where\": \"路口\", \"category\": \"roads\", \"kind\": \"help\", \"raiser-phone\": \"13812345678\"}}");
        }
        if (path.endsWith("/steps")) {
            JsonNode urge = JSON.readTree("{\"note\": \"请抓紧办理\", \"reason\": \"已经超期\"}");
            body.forEach(steps -> steps.forEach(one -> {
                if (one instanceof ObjectNode step) {
                    step.set("fields", urge);
                }
            }));
            if (body.has("fields")) {
                body.put("step", "urge").set("fields", urge);
                body.remove(List.of("programme", "expectedVersion", "evidence"));
            }
        }
        return body;
    }

    private JsonNode sample(String path, String name, JsonNode given, JsonNode document) {
        JsonNode schema =
                given.has("$ref") ? document.at(given.path("$ref").asString("").substring(1)) : given;
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString("") : type.asString("")) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties")
                        .forEachEntry((member, shape) -> object.set(member, sample(path, member, shape, document)));
                yield name.equals("calendar") ? calendar() : object;
            }
            case "array" -> JSON.createArrayNode().add(sample(path, name, schema.path("items"), document));
            case "integer" -> JSON.getNodeFactory().numberNode(whole(name));
            case "boolean" -> JSON.getNodeFactory().booleanNode(!name.equals("closes"));
            default ->
                JSON.getNodeFactory()
                        .stringNode(moment(schema.path("format").asString("")).orElseGet(() -> word(path, name)));
        };
    }

    private JsonNode calendar() {
        return admin.get("/api/v1/calendars/versions/" + first("/api/v1/calendars/versions", "number"))
                .body()
                .path("calendar");
    }

    private long whole(String name) {
        return switch (name) {
            case "unit", "units" -> planted.unit;
            case "post", "visitors" -> planted.post;
            default -> 1;
        };
    }

    private static Optional<String> moment(String format) {
        return switch (format) {
            case "date" -> Optional.of("2026-04-01");
            case "date-time" -> Optional.of("2026-04-01T02:00:00Z");
            default -> Optional.empty();
        };
    }

    private String word(String path, String name) {
        return switch (name) {
            case "number", "matter" -> number;
            case "step", "steps" -> "urge";
            case "programmes" -> "three-lists";
            case "period" -> "2026-02";
            case "url" -> "http://127.0.0.2:9/y";
            case "query" -> "list=overdue";
            case "kind" -> path.contains("exclusions") ? "not-city" : "urging";
            case "act" -> "approve";
            case "outcome" -> "reached";
            case "verdict" -> "holds";
            case "decision" -> "dismissed";
            case "text" -> "1.description";
            case "release" -> "1-3";
            case "place" -> Handling.PLACE;
            case "contacted", "solved" -> "yes";
            case "satisfied" -> "satisfied";
            case "evidence" -> path.contains("exclusions") ? "核查记录" : attachment;
            default -> "说明理由";
        };
    }
}
