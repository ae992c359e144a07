package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody takes away, frames or finds by a search engine. */
class OpenDataTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void tables_hold_what_the_board_shows_and_confidential_matters_as_counts() throws Exception {
        nextDay();
        Raised open = handling.raise("开放数据甲请打13812345678");
        Raised hidden = handling.raise(Map.of("title", "开放数据乙", "confidential", true));

        List<CSVRecord> matters = csv("matters");

        assertThat(matters).anySatisfy(row -> {
            assertThat(row.get("number")).isEqualTo(open.number());
            assertThat(row.get("title")).isEqualTo("开放数据甲请打138******78");
            assertThat(row.get("place")).isEqualTo(Handling.PLACE);
            assertThat(row.get("list")).isEqualTo("problem");
        });
        assertThat(matters).noneMatch(row -> row.get("number").equals(hidden.number()));
        assertThat(csv("counts").stream()
                        .mapToLong(row -> Long.parseLong(row.get("not_public")))
                        .sum())
                .isPositive();
    }

    @Test
    void both_forms_hold_the_same_and_the_dictionary_names_every_column() throws Exception {
        nextDay();
        handling.answer(handling.raise("开放数据丙").number());
        JsonNode dictionary =
                JSON.readTree(visitor.get("/board/data/dictionary.json").body());

        for (JsonNode table : dictionary.path("tables")) {
            String name = table.path("name").asString();
            List<String> columns = new ArrayList<>();
            table.path("fields").forEach(field -> {
                columns.add(field.path("name").asString());
                assertThat(field.path("description").path("zh").asString()).isNotEmpty();
                assertThat(field.path("description").path("en").asString()).isNotEmpty();
            });
            List<JsonNode> lines =
                    file(name + ".jsonl").body().lines().map(JSON::readTree).toList();
            assertThat(csv(name)).as(name).hasSize(lines.size());
            for (JsonNode line : lines) {
                assertThat(line.propertyNames()).containsExactlyElementsOf(columns);
            }
        }
        assertThat(dictionary
                        .path("codes")
                        .path("category")
                        .path("roads")
                        .path("zh")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void a_text_that_looks_like_a_formula_is_none() throws Exception {
        nextDay();
        handling.raise("=HYPERLINK(\"http://x\",\"点我\"),开放数据丁");

        assertThat(csv("matters"))
                .anyMatch(row -> row.get("title").startsWith("'=HYPERLINK")
                        && row.get("title").endsWith("开放数据丁"));
        assertThat(file("matters.jsonl").body()).contains("=HYPERLINK(\\\"http://x\\\"");
    }

    @Test
    void a_file_is_the_same_all_day_and_kept_for_a_week() throws Exception {
        nextDay();
        String name = Visitor.location(visitor.get("/board/data/matters.csv"));
        byte[] first = visitor.bytes(name).body();
        handling.raise("开放数据戊");
        assertThat(visitor.bytes(name).body()).isEqualTo(first);

        nextDay();
        assertThat(file("matters.csv").body()).contains("开放数据戊");
        assertThat(visitor.bytes(name).body()).isEqualTo(first);

        app.clock().forward(Duration.ofDays(7));
        assertThat(visitor.get(name).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_taken_out_of_view_is_in_no_file_any_more() throws Exception {
        nextDay();
        Raised matter = handling.raise("开放数据己");
        String name = Visitor.location(visitor.get("/board/data/matters.jsonl"));
        assertThat(visitor.get(name).body()).contains("开放数据己");

        assertThat(Caller.of(app, "chaoyang")
                        .step(matter.number(), "withdraw-publication", Map.of("withdrawal-reason", "写到了邻居的病情"))
                        .status())
                .isEqualTo(200);

        assertThat(visitor.get(name).body()).doesNotContain("开放数据己");
    }

    @Test
    void files_there_are_not_are_refused_in_words() {
        for (String none : new String[] {
            "matters.xlsx",
            "secrets.csv",
            "matters-2019-01-01.csv",
            "matters-2026-99-99.csv",
            "..%2Fhuiyin.key",
            "matters-.csv"
        }) {
            HttpResponse<String> answer = visitor.get("/board/data/" + none);
            assertThat(answer.statusCode()).as(none).isBetween(400, 404);
        }
    }

    @Test
    void other_sites_may_frame_the_small_page_and_no_other() {
        HttpResponse<String> small = visitor.get("/board/embed?theme=dark&lang=en&count=3&list=problem");
        HttpResponse<String> board = visitor.get("/board");

        assertThat(small.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(small.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(small.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(small.body()).contains("data-theme=\"dark\"", "lang=\"en\"").doesNotContain("<script", "<form");
        assertThat(board.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(visitor.get("/board/embed?count=99").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/board/embed?onload=x").statusCode()).isEqualTo(422);
    }

    @Test
    void search_engines_find_every_public_matter_once() throws Exception {
        Raised open = handling.raise("网站地图甲");
        Raised hidden = handling.raise(Map.of("title", "网站地图乙", "confidential", true));
        assertThat(visitor.get("/robots.txt").body())
                .contains("Sitemap: http://localhost:" + app.port() + "/sitemap.xml");

        List<String> maps = locations(visitor.get("/sitemap.xml").body());
        List<String> pages = new ArrayList<>();
        for (String map : maps) {
            pages.addAll(
                    locations(visitor.get(map.replaceFirst("http://[^/]+", "")).body()));
        }

        assertThat(pages).doesNotHaveDuplicates().contains(app.at("/board").toString());
        assertThat(pages)
                .filteredOn(page -> page.endsWith("/m/" + open.number()))
                .hasSize(1);
        assertThat(pages).noneMatch(page -> page.endsWith("/m/" + hidden.number()));
        assertThat(visitor.get("/sitemap-x.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_to_a_public_matter_has_a_picture_and_a_confidential_one_has_none() throws Exception {
        Raised open = handling.raise("园林路路灯不亮，老人走路摔倒过，希望尽快修复，已经反映过三次了还没有人来看");
        Raised hidden = handling.raise(Map.of("title", "图片乙", "confidential", true));
        assertThat(visitor.get("/m/" + open.number()).body())
                .contains("property=\"og:image\"", "/board/picture/" + open.number() + ".png");

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                visitor.bytes("/board/picture/" + open.number() + ".png").body()));
        BufferedImage board = ImageIO.read(new ByteArrayInputStream(
                visitor.bytes("/board/picture.png?lang=zh").body()));

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(new Color(board.getRGB(134, 134))).isEqualTo(new Color(0x0F5C4D)); // the mark
        assertThat(visitor.get("/board/picture/" + hidden.number() + ".png").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/board/picture/x.png").statusCode()).isEqualTo(404);
    }

    private void nextDay() {
        app.clock().forward(Duration.ofDays(1));
    }

    private List<CSVRecord> csv(String table) throws Exception {
        String body = file(table + ".csv").body();
        assertThat(body).startsWith("\uFEFF");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body.substring(1)))
                .getRecords();
    }

    private HttpResponse<String> file(String name) {
        return visitor.get(Visitor.location(visitor.get("/board/data/" + name)));
    }

    private static List<String> locations(String xml) throws Exception {
        var nodes = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("loc");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(nodes.item(i).getTextContent());
        }
        return found;
    }
}
