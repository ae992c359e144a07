package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Lists beside the worklists and the board: each page offers its files, and a file has the rows of its page and no more. A city of its own. */
class EveryListTest {

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));
    private static final Map<String, String> OPEN = Map.of(
            "/board/answers", "answers",
            "/board/instruments", "open-instruments",
            "/board/rankings", "rankings",
            "/objections", "objections",
            "/search?q=%E8%B7%AF%E7%81%AF", "search");

    private final Handling handling = new Handling(APP);
    private final Visitor anybody = Visitor.to(APP);

    @Test
    void answers_come_along_with_the_words_the_page_shows() throws IOException {
        String number = handling.raise("取答复 园林路路灯不亮").number();
        handling.answer(number);

        String page = anybody.get("/board/answers?category=roads").body();
        List<CSVRecord> rows = rows(anybody, "answers.csv?category=roads&before=9-9-9");

        assertThat(page)
                .contains(
                        "href=\"/sheets/answers.xlsx?category=roads\"", "href=\"/sheets/answers.csv?category=roads\"");
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.toList())
                        .contains("'" + number, "取答复 园林路路灯不亮")
                        .anyMatch(cell -> cell.contains("10盏路灯全部恢复照明")));
        assertThat(rows).hasSize(count(page, "class=\"answer-row\""));
        assertThat(text(anybody, "answers.csv?category=roads")).contains("事项分类", "# 导出人：公众");
        assertThat(anybody.get("/sheets/answers.csv?category=nothing").statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_a_search_finds_comes_along_within_the_readers_reach() throws IOException {
        String open = handling.raise("取查找 竹林巷下水道堵了").number();
        String secret = handling.raise(Map.of("title", "取查找 竹林巷邻居吵闹", "confidential", "true"))
                .number();
        String query = "?q=%E5%8F%96%E6%9F%A5%E6%89%BE";

        List<CSVRecord> seen = rows(anybody, "search.csv" + query);
        List<CSVRecord> staff = rows(Visitor.signedIn(APP, "chaoyang"), "search.csv" + query);

        assertThat(seen).extracting(row -> row.get(0)).containsExactly("'" + open);
        assertThat(staff).extracting(row -> row.get(0)).containsExactlyInAnyOrder("'" + open, "'" + secret);
        assertThat(anybody.get("/search" + query).body()).contains("href=\"/sheets/search.xlsx" + query + "\"");
        assertThat(text(anybody, "search.csv" + query)).contains("# 查找文字：取查找").doesNotContain("13812345678");
        assertThat(rows(anybody, "search.csv")).isEmpty();
        assertThat(rows(anybody, "search.csv?q=" + open)).hasSize(1);
        assertThat(rows(anybody, "search.csv?q=" + secret)).isEmpty();
    }

    @Test
    void anybody_takes_along_what_anybody_reads_and_nothing_of_the_desk() throws IOException {
        for (String list : OPEN.values()) {
            assertThat(anybody.bytes("/sheets/" + list + ".xlsx").statusCode())
                    .as(list)
                    .isEqualTo(200);
        }
        assertThat(rows(anybody, "objections.csv?about=rankings")).isEmpty();
        assertThat(anybody.get("/sheets/open-instruments.csv?kind=nothing").statusCode())
                .isEqualTo(422);
        for (String list : List.of("ranking-objections", "retention", "documents", "milestones", "topics")) {
            assertThat(anybody.get("/sheets/" + list + ".csv").statusCode())
                    .as(list)
                    .isEqualTo(302);
        }
    }

    @Test
    void staff_take_along_the_lists_of_their_post_and_no_others() throws IOException {
        Visitor supervisor = Visitor.signedIn(APP, "duban");
        Visitor handler = Visitor.signedIn(APP, "chengguan");
        for (String list : List.of("ranking-objections", "retention", "documents", "milestones", "topics")) {
            assertThat(supervisor.bytes("/sheets/" + list + ".xlsx").statusCode())
                    .as(list)
                    .isEqualTo(200);
        }

        for (String list : List.of("ranking-objections", "retention", "documents", "milestones")) {
            assertThat(handler.get("/sheets/" + list + ".csv").statusCode())
                    .as(list)
                    .isEqualTo(404);
        }
        assertThat(supervisor.get("/desk/objections").body()).contains("/sheets/ranking-objections.xlsx");
        assertThat(supervisor.get("/sheets/topics.csv?topic=202699999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_held_comes_along_with_why_and_without_whose_it_is() throws IOException {
        String number = handling.raise(Map.of("title", "取保全 路口积水", "raiser-name", "赵小芳"))
                .number();
        Visitor clerk = Visitor.signedIn(APP, "chaoyang");
        clerk.post("/desk/retention", "/desk/retention/holds", Map.of("number", number, "reason", "审计要用"));

        List<CSVRecord> rows = rows(clerk, "retention.csv?part=holds");

        assertThat(clerk.get("/desk/retention").body()).contains("/sheets/retention.csv?part=holds");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().toList()).contains("'" + number, "审计要用");
        assertThat(text(clerk, "retention.csv?part=holds")).doesNotContain("赵小芳");
    }

    private static List<CSVRecord> rows(Visitor reader, String file) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(text(reader, file))).getRecords().stream()
                .skip(1)
                .takeWhile(row -> row.size() > 2)
                .toList();
    }

    private static String text(Visitor reader, String file) {
        var answer = reader.bytes("/sheets/" + file);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static int count(String page, String piece) {
        return page.split(piece, -1).length - 1;
    }
}
