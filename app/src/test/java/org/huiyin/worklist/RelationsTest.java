package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.account.Passwords;
import org.huiyin.city.DemoCity;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Appointment;
import org.huiyin.org.Role;
import org.huiyin.org.Staff;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * Holds what can be asked about a matter against {@code docs/relations.csv}, for everybody who stands in some relation to it. Two complaints
 * about a bureau that helps to handle them lie on the table: an open one and a confidential one.
 */
class RelationsTest {

    private static final Path TABLE = Path.of("../docs/relations.csv");
    private static final String WHERE = "三楼东户门外的走廊";
    private static final String ELSEWHERE = "jzq-admin-" + UUID.randomUUID();

    /** Who stands in which relation; the order is that of the table's columns. */
    private static final Map<String, String> LOGINS = logins();

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);

    @Test
    void everybody_gets_exactly_what_the_table_says() throws IOException {
        appointAdminElsewhere();
        Map<String, Complaint> complaints = Map.of("open", complain(false), "confidential", complain(true));
        Map<String, Asker> askers = new LinkedHashMap<>();
        LOGINS.forEach((relation, login) -> askers.put(relation, new Asker(app, login)));
        Asker holder = new Asker(app, "");
        complaints.values().forEach(holder::show);
        askers.put("code", holder);
        List<String> wrong = new ArrayList<>();

        for (CSVRecord row : rows()) {
            Complaint complaint = Objects.requireNonNull(complaints.get(row.get("matter")));
            askers.forEach((relation, asker) -> {
                String found = asker.ask(row.get("asked"), complaint);
                if (!found.equals(row.get(relation))) {
                    wrong.add("%s %s as %s: %s, not %s"
                            .formatted(row.get("matter"), row.get("asked"), relation, found, row.get(relation)));
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    private record Complaint(String number, String code, String photo, String document) {}

    private Complaint complain(boolean confidential) {
        Caller resident = Caller.of(app, "resident");
        String photo = resident.upload("家门口.jpg", Handling.photo());
        String document = resident.upload("证明.txt", "住户证明，身份证另附".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "title",
                "装修垃圾堆在楼下",
                "description",
                "楼下垃圾堆了一周。",
                "place",
                town.building().code(),
                "where",
                WHERE,
                "confidential",
                confidential,
                "raiser-name",
                "赵小芳",
                "complained-of",
                (long) town.unit("ss-zj")));
        var answer = resident.post(
                "/api/v1/matters", Map.of("fields", fields, "evidence", List.of(photo, document)), Town.key());
        String number = answer.text("number");
        town.take(
                "chaoyang",
                MatterNumber.parse(number),
                "dispatch",
                Map.of(
                        "lead",
                        (long) town.unit("jz-cg"),
                        "co-handlers",
                        List.of((long) town.unit("jz-sws"), (long) town.unit("ss-zj")),
                        "kind",
                        "complaint",
                        "category",
                        "sanitation",
                        "urgency",
                        "normal"));
        return new Complaint(number, answer.text("queryCode"), photo, document);
    }

    private void appointAdminElsewhere() {
        var post = new Appointment.NewPost("jzq", Role.ADMIN, "系统管理员", List.of("421003"), false);
        String hash = app.bean(Passwords.class).hash(DemoCity.PASSWORD);
        app.bean(Staff.class)
                .appoint(List.of(new Appointment(
                        "外区管理员", null, List.of(post), new Appointment.NewAccount(ELSEWHERE, hash, false))));
    }

    private static List<CSVRecord> rows() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(TABLE);
                var table = format.parse(reader)) {
            return table.getRecords();
        }
    }

    private static Map<String, String> logins() {
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("raiser", "resident");
        logins.put("code", "");
        logins.put("lead", "chengguan");
        logins.put("lead-head", "chengguan-head");
        logins.put("co-handler", "shuiwu");
        logins.put("complained-of", "zhujian");
        logins.put("dispatcher", "chaoyang");
        logins.put("grid-worker", "grid");
        logins.put("supervisor", "duban");
        logins.put("leader", "leader");
        logins.put("other-unit", "jzq-cg.c");
        logins.put("other-office", "jzq-hotline.d");
        logins.put("other-admin", ELSEWHERE);
        logins.put("neighbour", "resident2");
        logins.put("stranger", "");
        return logins;
    }

    /** One person who asks for everything. */
    private static final class Asker {

        private final TestApp app;
        private final Visitor visitor;
        private final String token;

        Asker(TestApp app, String login) {
            this.app = app;
            this.visitor = login.isEmpty() ? Visitor.to(app) : Visitor.signedIn(app, login);
            this.token = visitor.formToken("/sign-in");
        }

        void show(Complaint one) {
            visitor.get("/m/" + one.number() + "?code=" + one.code());
        }

        String ask(String asked, Complaint one) {
            String desk = "/desk/matters/" + one.number();
            String api = "/api/v1/matters/" + one.number();
            return switch (asked) {
                case "GET /m" -> read(visitor.get("/m/" + one.number()));
                case "GET receipt" -> may(visitor.get("/m/" + one.number() + "/receipt"));
                case "GET desk" -> read(visitor.get(desk));
                case "GET beside" -> read(visitor.get(desk + "/beside"));
                case "GET api" -> read(visitor.get(api));
                case "GET photo" -> file(visitor.get("/attachments/" + one.photo()));
                case "GET thumb" -> file(visitor.get("/api/v1/attachments/" + one.photo() + "/thumb"));
                case "GET document" -> file(visitor.get("/attachments/" + one.document()));
                case "POST unsealing" -> may(form(desk + "/unsealing", "reason="));
                case "POST /m withdraw" -> may(form("/m/" + one.number() + "/steps", "step=withdraw&expected=99"));
                default -> may(step(api, asked.substring("POST step ".length())));
            };
        }

        /** Nobody ever saw version 99: whoever may take the step is told what changed, and nothing happens. */
        private HttpResponse<String> step(String api, String step) {
            return send(
                    api + "/steps",
                    "application/json",
                    "{\"step\": \"" + step + "\", \"expectedVersion\": 99, \"fields\": {}}");
        }

        private HttpResponse<String> form(String path, String body) {
            return send(path, "application/x-www-form-urlencoded", body);
        }

        private HttpResponse<String> send(String path, String type, String body) {
            return visitor.send(HttpRequest.newBuilder(app.at(path))
                    .header("X-XSRF-TOKEN", token)
                    .header("Idempotency-Key", Town.key())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
        }

        /** all: where exactly; guarded: what colleagues write, but nothing that leads to the raiser; public: what anybody sees. */
        private static String read(HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                return may(answer);
            }
            boolean colleague =
                    answer.body().contains("complained-of") || answer.body().contains("被反映单位");
            return answer.body().contains(WHERE) ? "all" : colleague ? "guarded" : "public";
        }

        private static String file(HttpResponse<String> answer) {
            String name = answer.headers().firstValue("Content-Disposition").orElse("");
            return answer.statusCode() != 200 ? may(answer) : name.contains("%E") ? "named" : "nameless";
        }

        private static String may(HttpResponse<String> answer) {
            String to = Visitor.location(answer);
            return switch (answer.statusCode()) {
                case 200, 409, 422 -> "yes";
                case 401 -> "sign-in";
                case 403 -> "no";
                case 404 -> "none";
                case 302, 303 -> to.startsWith("/sign-in") ? "sign-in" : "no";
                default -> "status " + answer.statusCode();
            };
        }
    }
}
