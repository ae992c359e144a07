package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huiyin.testing.Examination;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Courses and duty of the demonstration city, told until Friday 20 March 2026. */
class DutyTest {

    private static final String LEADERS = "/desk/duty/community-duty/street-leaders";

    private final TestApp app = ToldCity.app();

    @Test
    void a_course_of_five_days_with_five_speakers_was_filled_held_rated_and_reported() throws Exception {
        long id = app.bean(JdbcClient.class)
                .sql("select id from activity where kind = 'open-course'")
                .query(Long.class)
                .single();
        Activity course = app.bean(Activities.class).find(id).orElseThrow();

        assertThat(course.plan().sessions())
                .hasSize(5)
                .extracting(Session::speaker)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(course.signed()).isEqualTo(30);
        assertThat(course.waiting()).isPositive();
        assertThat(app.bean(Activities.class).acts(id))
                .extracting(act -> act.deed().verb())
                .contains("moved-up", "withdrew", "rated", "reported");
        assertThat(Visitor.to(app).get("/activities/" + id).body()).contains("家门口的五日课", "主讲：温如玉", "实到听众（人）", "已完成");
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void every_number_of_duty_is_as_long_as_its_list_and_the_same_as_of_its_day() {
        Visitor leader = Visitor.signedIn(app, "shashi-leader");
        String page = leader.get(LEADERS + "?on=2026-03-20").body();

        assertThat(page).contains("落后", "每人应完成 4");
        List<MatchResult> rows = Pattern.compile("<a href=\"([^\"]*street-leaders/\\d+[^\"]*)\">(\\d+) / 4</a>")
                .matcher(page)
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(rows.stream().map(row -> row.group(2)).distinct().count()).isGreaterThan(1);
        for (MatchResult row : rows.subList(0, 6)) {
            String list = leader.get(row.group(1).replace("&amp;", "&")).body();
            assertThat(list.split("class=\"row-title\"", -1)).hasSize(1 + Integer.parseInt(row.group(2)));
        }
        long now = counted("infinity");
        assertThat(counted("2026-03-10T00:00:00Z")).isLessThan(now);
        assertThat(now)
                .isEqualTo(app.bean(JdbcClient.class)
                        .sql("select count(*) from activity_presence where on_day >= '2026-03-01'")
                        .query(Long.class)
                        .single());
    }

    private long counted(String known) {
        return app.bean(JdbcClient.class)
                .sql(
                        "select count(*) from activity_there(cast(:known as timestamptz), 'Asia/Shanghai') where on_day >= '2026-03-01'")
                .param("known", known)
                .query(Long.class)
                .single();
    }
}
