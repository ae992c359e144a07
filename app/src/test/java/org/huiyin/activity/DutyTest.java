package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(course.waiting()).isPositive().isEqualTo(ended("waiting"));
        assertThat(course.signed()).isEqualTo(ended("signed"));
        assertThat(ended("withdrew")).isPositive();
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

    /** March 2026 has 22 working days, 14 of them before the twentieth: two of the four days owed are due by then. */
    @Test
    void who_is_behind_is_who_the_acts_say_was_there_on_fewer_days_than_are_due() {
        String page = Visitor.signedIn(app, "shashi-leader")
                .get(LEADERS + "?on=2026-03-20")
                .body();
        Map<Long, Long> days = new HashMap<>();
        app.bean(JdbcClient.class).sql("""
                        select split_part(act ->> 'who', ':', 2)::bigint, count(distinct (act ->> 'at')::timestamptz at time zone 'Asia/Shanghai')
                        from activity_act there join activity on activity.id = there.activity_id
                        where verb = 'attended' and kind = 'community-duty' and act ->> 'who' like 'post:%'
                          and (act ->> 'at')::timestamptz at time zone 'Asia/Shanghai' >= '2026-03-01'
                          and not exists (select 1 from activity_act mended where mended.activity_id = there.activity_id
                            and mended.verb = 'corrected' and mended.seq > there.seq and mended.act ->> 'who' = there.act ->> 'who')
                        group by 1
                        """).query(row -> {
            days.put(row.getLong(1), row.getLong(2));
        });

        List<MatchResult> rows = Pattern.compile(
                        "street-leaders/(\\d+)[^\"]*\">(\\d+) / 4</a></td>\\s*<td>.*?(落后|正常|超前|已完成)", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList();
        assertThat(rows.stream().map(row -> row.group(3)).distinct().count()).isGreaterThan(2);
        for (MatchResult row : rows) {
            long done = days.getOrDefault(Long.valueOf(row.group(1)), 0L);
            String pace = done >= 4 ? "已完成" : done > 2 ? "超前" : done == 2 ? "正常" : "落后";
            assertThat(List.of(row.group(2), row.group(3))).containsExactly(Long.toString(done), pace);
        }
    }

    private long ended(String how) {
        return app.bean(JdbcClient.class)
                .sql("""
                        select count(*) from (select distinct on (act ->> 'who') verb, act from activity_act
                          join activity on activity.id = activity_act.activity_id
                          where kind = 'open-course' and verb in ('signed-up', 'moved-up', 'withdrew') order by act ->> 'who', seq desc) newest
                        where case when verb = 'withdrew' then 'withdrew'
                          when verb = 'signed-up' and (act ->> 'waiting')::boolean then 'waiting' else 'signed' end = :how
                        """)
                .param("how", how)
                .query(Long.class)
                .single();
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
