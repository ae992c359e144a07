package org.huiyin.raiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries every address there is, as everybody who must not learn it, to find out who complained about the county's building bureau. */
class SealedEverywhereTest {

    private static final List<String> TELLTALE =
            List.of("欧阳若兰", "13911112222", "三楼东户樟木门", "112.254321", "ouyang@example.net", "欧阳家的证明");

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private String number = "";

    @BeforeEach
    void complain() {
        Caller resident = Caller.of(app, "resident");
        String paper = resident.upload("欧阳家的证明.txt", "户主欧阳若兰".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", "封条试验：住建局窗口态度生硬",
                "description", "窗口态度生硬。我叫欧阳若兰，电话13911112222。",
                "place", Handling.PLACE,
                "where", "三楼东户樟木门",
                "position", "30.334800,112.254321",
                "category", "roads",
                "kind", "complaint",
                "complained-of", handling.unit("ss-zj"),
                "raiser-name", "欧阳若兰",
                "raiser-phone", "13911112222"));
        fields.put("raiser-email", "ouyang@example.net");
        number = resident.post(
                        "/api/v1/matters",
                        Map.of("fields", fields, "evidence", List.of(paper)),
                        java.util.UUID.randomUUID().toString())
                .text("number");
        Caller.of(app, "chaoyang")
                .step(
                        number,
                        "dispatch",
                        Map.of(
                                "lead", handling.unit("ss-zj"),
                                "kind", "complaint",
                                "category", "roads",
                                "urgency", "normal"));
    }

    @Test
    void no_address_tells_the_unit_an_administrator_another_office_or_a_neighbour_who_complained() throws IOException {
        List<String> told = new ArrayList<>();
        List<String> paths = addresses();
        for (String login : List.of("zhujian", "zhujian-head", "admin", "shuiwu", "leader", "resident2", "")) {
            Visitor visitor = login.isEmpty() ? Visitor.to(app) : Visitor.signedIn(app, login);
            for (String path : paths) {
                String answer = text(visitor.bytes(path).body());
                TELLTALE.stream()
                        .filter(answer::contains)
                        .forEach(word -> told.add(login + " " + path + " says " + word));
            }
        }

        assertThat(paths).hasSizeGreaterThan(80);
        assertThat(told).isEmpty();
    }

    @Test
    void searching_for_what_is_sealed_finds_nothing() {
        for (String login : List.of("zhujian", "zhujian-head", "chaoyang", "resident2")) {
            Visitor visitor = Visitor.signedIn(app, login);
            for (String word : List.of("%E6%AC%A7%E9%98%B3%E8%8B%A5%E5%85%B0", "13911112222")) {
                assertThat(visitor.get("/desk?list=to-sign&q=" + word).body()).doesNotContain(number);
                assertThat(visitor.get("/board?q=" + word).body()).doesNotContain(number);
                assertThat(visitor.get("/m?q=" + word).body()).doesNotContain(number);
            }
        }
    }

    /** Every address that is read, of this matter where it is of one. */
    private List<String> addresses() throws IOException {
        try (Stream<String> rows = Files.lines(Path.of("../docs/permissions.csv"))) {
            Stream<String> listed = rows.filter(row -> row.startsWith("GET,"))
                    .map(row ->
                            row.split(",", -1)[1].replace("{number}", number).replace("{sequence}", "1"))
                    .map(path -> path.replace("papers/{name}", "papers/order"))
                    .filter(path -> !path.contains("{") && !path.contains("*"));
            String town = "?place=" + Handling.PLACE;
            return Stream.concat(
                            listed,
                            Stream.of(
                                    "/desk?list=to-sign&open=" + number,
                                    "/desk/matters/" + number + "?step=sign",
                                    "/board" + town,
                                    "/api/v1/board/matters" + town,
                                    "/api/v1/worklists/to-sign",
                                    "/sheets/desk.xlsx?list=to-sign",
                                    "/sheets/desk.csv?list=to-sign",
                                    "/sheets/board.csv" + town,
                                    "/sheets/inbox.csv",
                                    "/sheets/answers.csv" + town,
                                    "/sheets/search.csv" + town,
                                    "/sheets/retention.csv?part=due",
                                    "/sheets/topics.csv",
                                    "/open311/v2/requests/" + number + ".json?extensions=true",
                                    "/open311/v2/requests.xml?extensions=true",
                                    "/log/entries/0"))
                    .toList();
        }
    }

    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        Path file = Files.createTempFile("sheet", ".zip");
        Files.write(file, body);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
