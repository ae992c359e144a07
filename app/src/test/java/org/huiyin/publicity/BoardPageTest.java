package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BoardPageTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);
    private final Conservation conservation = app.bean(Conservation.class);

    @Test
    void a_matter_stands_on_the_list_of_its_state() {
        Raised matter = handling.raise("甲乙丙路灯不亮");
        assertThat(board("list=problem&q=甲乙丙")).contains(matter.number());

        handling.dispatch(matter.number());

        assertThat(board("list=problem&q=甲乙丙")).doesNotContain(matter.number());
        assertThat(board("list=task&q=甲乙丙")).contains(matter.number(), "市城市管理执法委员会");
    }

    @Test
    void a_confidential_matter_is_counted_and_not_listed() {
        app.clock().forward(Duration.ofSeconds(3));
        long before = conservation.standing().tally("three-lists", "").of("problem");

        Raised matter = handling.raise(Map.of("title", "丁戊己的事", "confidential", true));

        app.clock().forward(Duration.ofSeconds(3));
        assertThat(conservation.standing().tally("three-lists", "").of("problem"))
                .isEqualTo(before + 1);
        assertThat(board("list=problem&q=丁戊己")).doesNotContain(matter.number());
    }

    @Test
    void place_and_category_narrow_the_list() {
        Raised matter = handling.raise("庚辛壬路灯不亮");

        assertThat(board("list=problem&place=421002")).contains(matter.number());
        assertThat(board("list=problem&place=421002005&category=roads")).contains(matter.number());
        assertThat(board("list=problem&place=421003")).doesNotContain(matter.number());
        assertThat(board("list=problem&place=421002&category=noise")).doesNotContain(matter.number());
    }

    @Test
    void personal_data_in_a_title_is_masked() {
        handling.raise("癸子丑请打13812345678联系");

        assertThat(board("q=癸子丑")).contains("138******78").doesNotContain("13812345678");
    }

    @Test
    void a_number_leads_to_its_matter() {
        Raised matter = handling.raise("路灯不亮");

        assertThat(Visitor.location(visitor.get("/board?q=" + matter.number()))).isEqualTo("/m/" + matter.number());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < Board.PAGE + 3; i++) {
            handling.raise("寅卯辰第" + i + "件");
        }

        String first = board("list=problem&place=421002005");
        String older =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        String second = visitor.get(older).body();

        for (int i = 0; i < Board.PAGE + 3; i++) {
            String title = "寅卯辰第" + i + "件";
            assertThat(first.contains(title) ^ second.contains(title)).as(title).isTrue();
        }
    }

    @Test
    void filters_nobody_knows_are_refused() {
        for (String filter : new String[] {"list=secret", "place=999", "category=x", "before=abc", "before=-1"}) {
            assertThat(visitor.get("/board?" + filter).statusCode()).as(filter).isEqualTo(422);
        }
    }

    @Test
    void both_counts_agree_and_a_difference_is_said_plainly() {
        handling.raise("路灯不亮");
        assertThat(conservation.count().same()).isTrue();

        JdbcClient database = app.bean(JdbcClient.class);
        database.sql(
                        "insert into list_tally (programme, list, town, lane, n) values ('three-lists', 'task', 'x', 99, 5)")
                .update();
        try {
            assertThat(conservation.count().same()).isFalse();
            assertThat(board("")).contains("对不上");
        } finally {
            database.sql("delete from list_tally where lane = 99").update();
            conservation.count();
        }
    }

    @Test
    void a_step_no_matter_knows_of_is_found_by_counting_the_steps_themselves() {
        handling.raise("路灯不亮");
        JdbcClient database = app.bean(JdbcClient.class);
        database.sql("""
                insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
                  programme_version, fields, key)
                select matter_id, 99, 'sign', 0, 0, 0, 'SYSTEM', occurred_at, recorded_at, 'raised', 'in-hand', 1, programme, programme_version,
                  '{}', 'astray' from step where programme = 'three-lists' limit 1
                """).update();
        try {
            assertThat(conservation.count().same()).isFalse();
            assertThat(conservation.count().of("three-lists").kept())
                    .isEqualTo(conservation.count().of("three-lists").matters());
        } finally {
            database.sql("delete from step where key = 'astray'").update();
            assertThat(conservation.count().same()).isTrue();
        }
    }

    @Test
    void the_home_page_shows_the_counts() {
        assertThat(visitor.get("/").body()).contains("/board?list=task", "conservation");
    }

    private String board(String query) {
        return visitor.get("/board?"
                        + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8)
                                .replace("%3D", "=")
                                .replace("%26", "&"))
                .body();
    }
}
