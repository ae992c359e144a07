package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.huiyin.testing.Handling;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent to an address of the API or of Open311, the answer is an answer: true, in words, and without a word about the machine. */
class FuzzTest {

    private static final long SEED = 20260303;
    private static final List<String> ASKED_OF_OPEN311 = List.of(
            "service_request_id",
            "service_code",
            "status",
            "start_date",
            "end_date",
            "updated_after",
            "page",
            "page_size",
            "extensions",
            "jurisdiction_id",
            "api_key");

    private final FuzzWorld world = new FuzzWorld();
    private final JsonNode document = world.document();
    private final Wire wire = new Wire(world.app.port());
    private final Shots shots = new Shots(world, document, SEED);
    private final Map<String, String> wrong = new TreeMap<>();
    private final Flaws flaws = new Flaws(document);
    private final List<Shot> refused = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private record Described(String method, String path, JsonNode described) {}

    @Test
    void whatever_is_sent_is_answered_in_words_and_refusals_change_nothing() throws IOException {
        shoot();
        tellAgain();
        everyProblemHasItsPage();

        assertThat(wrong.values()).as("of answers %s", statuses).isEmpty();
        assertThat(statuses.keySet())
                .as("the run came through to the rules")
                .contains(200, 201, 400, 401, 403, 404, 405, 415, 422);
        assertThat(world.planted.heard()).as("messages the webhook heard").isPositive();
    }

    private void shoot() throws IOException {
        List<Described> addresses = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, described) ->
                        addresses.add(new Described(method.toUpperCase(Locale.ROOT), path, described))));
        addresses.sort(Comparator.comparing(one -> one.method().equals("DELETE")));
        for (Described one : addresses) {
            Optional<Schema> schema = flaws.schema(one.described());
            for (Shot shot : shots.of(one.method(), one.path(), one.described())) {
                check(shot, schema, one.method() + " " + one.path());
            }
        }
        for (Shot shot : open311()) {
            check(shot, Optional.empty(), "");
        }
    }

    private List<Shot> open311() {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        ASKED_OF_OPEN311.forEach(name ->
                described.withArray("parameters").addObject().put("name", name).put("in", "query"));
        List<Shot> all = new ArrayList<>();
        for (String path : List.of(
                "/open311/discovery",
                "/open311/discovery.{format}",
                "/open311/v2/services.{format}",
                "/open311/v2/services/{file}",
                "/open311/v2/requests.{format}",
                "/open311/v2/requests",
                "/open311/v2/requests/{file}",
                "/open311/v2/tokens/{file}")) {
            all.addAll(shots.of("GET", path, described));
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", world.apiKey());
        form.put("service_code", "roads");
        form.put("lat", "30.32");
        form.put("long", "112.25");
        form.put("address_string", "园林路");
        form.put("address_id", Handling.PLACE);
        form.put("description", "路灯不亮");
        form.put("email", "a@b.example");
        form.put("phone", "13812345678");
        form.put("media_url", "http://127.0.0.1:9/x.jpg");
        form.put("attribute[kind]", "help");
        form.put("attribute[nothing][]", "x");
        Shot post = new Shot(
                "nothing odd",
                "nobody",
                "POST",
                "/open311/v2/requests.json",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                Shot.EMPTY,
                false,
                true);
        all.addAll(shots.forms(post, form));
        all.addAll(shots.of("POST", "/open311/v2/requests.{format}", JsonNodeFactory.instance.objectNode()));
        return all;
    }

    private void check(Shot shot, Optional<Schema> schema, String address) throws IOException {
        Wire.Reply reply = wire.send(shot.method(), shot.target(), shot.headers(), shot.body());
        statuses.merge(reply.status(), 1, Integer::sum);
        String flaw = flaws.flaw(shot, reply, schema);
        if (!flaw.isEmpty()) {
            wrong.putIfAbsent(
                    flaw + " " + shot.what(),
                    "\n" + address + ": " + flaw + "\n  " + shot + "\n  → " + reply.status() + " "
                            + shortened(reply.text()));
        }
        if (reply.status() >= 400 && !shot.broken()) {
            refused.add(shot);
        }
    }

    /** Refusals are sent once more, some at a time, and the database is what it was; where one is done this time, its round says nothing. */
    private void tellAgain() throws IOException {
        Random random = new Random(SEED);
        int said = 0;
        for (int round = 0; round < 12; round++) {
            Map<String, String> before = stored();
            boolean allRefused = true;
            for (int i = 0; i < 25; i++) {
                Shot shot = refused.get(random.nextInt(refused.size()));
                allRefused &= wire.send(shot.method(), shot.target(), shot.headers(), shot.body())
                                .status()
                        >= 400;
            }
            if (allRefused) {
                said++;
                Map<String, String> after = stored();
                after.entrySet().removeAll(before.entrySet());
                if (!after.isEmpty()) {
                    wrong.put("a refusal", "something was stored in " + after.keySet());
                }
            }
        }
        assertThat(said).as("rounds in which everything was refused").isGreaterThan(6);
    }

    /** What each table holds. What is written beside any request is left out: jobs, when a key was last used, words being folded. */
    private Map<String, String> stored() {
        JdbcClient database = world.app.bean(JdbcClient.class);
        Map<String, String> stored = new TreeMap<>();
        List<String> tables = database.sql("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('scheduled_tasks', 'api_key', 'search_fresh', 'search_document')")
                .query((row, n) -> row.getString(1))
                .list();
        for (String table : tables) {
            stored.put(
                    table,
                    database.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \""
                                    + table + "\" t")
                            .query(String.class)
                            .single());
        }
        return stored;
    }

    private void everyProblemHasItsPage() throws IOException {
        for (String slug : flaws.slugs) {
            Wire.Reply page = wire.send(
                    "GET", "/problems/" + slug, List.of("Accept: text/html", "Accept-Language: en"), Shot.EMPTY);
            if (page.status() != 200) {
                wrong.put("/problems/" + slug, "its page is " + page.status());
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
