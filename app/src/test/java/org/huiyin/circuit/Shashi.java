package org.huiyin.circuit;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Shashi district: its supervisor, a member from Chaoyang street, and the bureau and the street a group goes round. */
final class Shashi {

    /** A page with a form on it. */
    static final String FORM = "/desk/inbox?only=unread";

    final TestApp app;
    final Handling handling;
    final Visitor supervisor;
    final Visitor member;
    final String bureau;
    final String street;

    Shashi(TestApp app) {
        this.app = app;
        this.handling = new Handling(app);
        this.supervisor = Visitor.signedIn(app, "shashi-duban");
        this.member = Visitor.signedIn(app, "chaoyang");
        this.bureau = Integer.toString(handling.unit("ss-zj"));
        this.street = Integer.toString(handling.unit("t421002005"));
    }

    static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A group's form; its units are sent as a browser sends them, one by one under one name. */
    HttpResponse<String> group(String path, String name, String from, String to, String... units) {
        Map<String, String> fields = Map.of("name", name, "from", from, "to", to, "_csrf", supervisor.formToken(FORM));
        String body = fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + List.of(units).stream().map(unit -> "&units=" + unit).collect(Collectors.joining());
        return supervisor.send(HttpRequest.newBuilder(app.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    String created(String name) {
        return Visitor.location(
                group("/desk/circuit-groups", unique(name), "2026-03-01", "2026-06-30", bureau, street));
    }

    void appoint(String group, String login) {
        supervisor.post(FORM, group + "/members", Map.of("post", post(login)));
    }

    String post(String login) {
        return app.bean(JdbcClient.class)
                .sql(
                        "select min(post.id) from post join account on account.person_id = post.person_id where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    /** A round in the first weeks of March, led by the member from the street. */
    String begun(String name) {
        String group = created(name);
        appoint(group, "chaoyang");
        appoint(group, "shashi-duban");
        Map<String, String> plan = new HashMap<>(plan("2026-03-02", "2026-03-20", "2026-03-03"));
        plan.put("day-" + street, "2026-03-10");
        return Visitor.location(supervisor.post(FORM, group + "/circuits", plan));
    }

    Map<String, String> plan(String first, String last, String day) {
        return Map.of("first", first, "last", last, "day-" + bureau, day);
    }

    /** What the form of a visit sends. */
    Map<String, String> visit(String unit) {
        Map<String, String> fields = new HashMap<>();
        fields.put("unit", unit);
        fields.put("on", "2026-03-03");
        fields.put("visitors", post("shashi-duban"));
        fields.put("people", "见了局长");
        fields.put("notes", "看了现场");
        fields.put("key", UUID.randomUUID().toString());
        return fields;
    }

    /** The page of a visit to the bureau. */
    String visited(String circuit) {
        return Visitor.location(
                member.post(circuit + "/visits/new?unit=" + bureau, circuit + "/visits", visit(bureau)));
    }
}
