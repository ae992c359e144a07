package org.huiyin.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huiyin.frame.Texts;
import org.huiyin.key.Scope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Describes the API as OpenAPI 3.1, in one language. */
@Component
class OpenApi {

    private static final String PROBLEM = "application/problem+json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Operations operations;
    private final Texts texts;

    OpenApi(Operations operations, Texts texts) {
        this.operations = operations;
        this.texts = texts;
    }

    byte[] json(Locale locale) {
        return JSON.writeValueAsBytes(new Writing(locale).document());
    }

    /** One document being written. */
    private final class Writing {

        private final Locale locale;
        private final Shapes sent = new Shapes(true);
        private final Shapes given = new Shapes(false);

        Writing(Locale locale) {
            this.locale = locale;
        }

        private String t(String key) {
            return texts.pattern(locale, key);
        }

        Map<String, Object> document() {
            List<Operation> all = operations.all();
            Map<String, Object> paths = new LinkedHashMap<>();
            for (Operation one : all) {
                @SuppressWarnings("unchecked")
                Map<String, Object> path =
                        (Map<String, Object>) paths.computeIfAbsent(one.path(), p -> new LinkedHashMap<>());
                path.put(one.method().toLowerCase(Locale.ROOT), operation(one));
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("openapi", "3.1.1");
            Map<String, Object> about = Shapes.ordered("title", t("api.title"), "version", "1");
            about.put("description", t("api.description"));
            document.put("info", about);
            document.put("servers", List.of(Map.of("url", "/")));
            document.put("tags", tags(all));
            document.put("paths", paths);
            document.put("components", components());
            return document;
        }

        private List<Map<String, Object>> tags(List<Operation> all) {
            TreeSet<String> groups = new TreeSet<>();
            all.forEach(one -> groups.add(one.group()));
            return groups.stream()
                    .map(group -> Shapes.ordered("name", group, "description", t("api.group." + group)))
                    .toList();
        }

        private Map<String, Object> operation(Operation one) {
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("tags", List.of(one.group()));
            operation.put("operationId", one.group() + "." + one.verb());
            operation.put("summary", t(one.text()));
            if (!one.parameters().isEmpty()) {
                operation.put(
                        "parameters",
                        one.parameters().stream().map(this::parameter).toList());
            }
            if (one.body() != null) {
                operation.put("requestBody", body("application/json", sent.of(one.body())));
            }
            if (one.files()) {
                operation.put("requestBody", body("multipart/form-data", files()));
            }
            operation.put("responses", responses(one));
            operation.put("security", security(one));
            return operation;
        }

        private Map<String, Object> parameter(Operation.Parameter one) {
            Map<String, Object> parameter = new LinkedHashMap<>();
            parameter.put("name", one.name());
            parameter.put("in", one.in());
            parameter.put("required", one.required());
            parameter.put("description", t("api.param." + one.name()));
            parameter.put("schema", Map.of("type", "string"));
            return parameter;
        }

        private static Map<String, Object> body(String type, Map<String, Object> schema) {
            return Shapes.ordered("required", true, "content", Map.of(type, Map.of("schema", schema)));
        }

        private static Map<String, Object> files() {
            return Shapes.ordered(
                    "type",
                    "object",
                    "additionalProperties",
                    Shapes.ordered("type", "string", "contentMediaType", "application/octet-stream"));
        }

        private Map<String, Object> responses(Operation one) {
            Map<String, Object> responses = new LinkedHashMap<>();
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("description", t("api.done"));
            if (one.answer() instanceof Class<?> bytes && !bytes.isRecord()) {
                done.put("content", Map.of("*/*", Map.of()));
            } else if (one.answer() != null) {
                done.put("content", Map.of("application/json", Map.of("schema", given.of(one.answer()))));
            }
            responses.put(Integer.toString(one.status()), done);
            responses.put("4XX", Map.of("$ref", "#/components/responses/Problem"));
            return responses;
        }

        private static List<Map<String, Object>> security(Operation one) {
            List<Map<String, Object>> ways = new ArrayList<>();
            if (one.open()) {
                ways.add(Map.of());
            }
            one.scopes().forEach(scope -> ways.add(Map.of("key", List.of(scope.key()))));
            ways.add(Map.of("basic", List.of()));
            return ways;
        }

        private Map<String, Object> components() {
            Map<String, Object> schemas = new TreeMap<>(given.described());
            schemas.putAll(sent.described());
            schemas.put("Problem", problem());
            Map<String, Object> components = new LinkedHashMap<>();
            components.put("schemas", schemas);
            components.put(
                    "responses",
                    Map.of(
                            "Problem",
                            Shapes.ordered(
                                    "description",
                                    t("api.problem"),
                                    "content",
                                    Map.of(
                                            PROBLEM,
                                            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
            Map<String, Object> ways = new LinkedHashMap<>();
            ways.put("key", key());
            ways.put("basic", Shapes.ordered("type", "http", "scheme", "basic"));
            components.put("securitySchemes", ways);
            return components;
        }

        private Map<String, Object> key() {
            StringBuilder scopes = new StringBuilder(t("api.key"));
            for (Scope scope : Scope.given()) {
                scopes.append("\n* `").append(scope.key()).append("` ").append(t("key.scope." + scope.key()));
            }
            Map<String, Object> key = Shapes.ordered("type", "http", "scheme", "bearer");
            key.put("description", scopes.toString());
            return key;
        }

        private static Map<String, Object> problem() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (String text : List.of("type", "title", "detail", "next", "instance")) {
                properties.put(text, Map.of("type", "string"));
            }
            properties.put("status", Map.of("type", "integer"));
            Map<String, Object> problem = Shapes.ordered("type", "object", "properties", properties);
            problem.put("required", List.of("type", "title", "status"));
            return problem;
        }
    }
}
