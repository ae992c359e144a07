package org.huiyin.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader of the demonstration finds, in a small portion of it as in the whole. */
class StoryTest {

    private final TestApp app = ToldCity.app();
    private final JdbcClient database = app.bean(JdbcClient.class);

    @Test
    void offices_work_in_their_hours_and_steps_follow_one_another_in_time() {
        List<LocalTime> hours = database.sql(
                        "select recorded_at from step where name in ('dispatch', 'sign', 'contact')"
                                + " and fields->>'urgency' is distinct from 'urgent'")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class)
                        .atZoneSameInstant(TestClock.CITY)
                        .toLocalTime())
                .list();

        assertThat(hours).hasSizeGreaterThan(1000);
        assertThat(hours.stream()
                        .filter(time -> time.isAfter(LocalTime.of(8, 29)) && time.isBefore(LocalTime.of(17, 32))))
                .hasSizeGreaterThan(hours.size() * 97 / 100);
        assertThat(number(
                        "select count(*) from step s join step later on later.matter_id = s.matter_id and later.seq = s.seq + 1"
                                + " where later.recorded_at < s.recorded_at"))
                .isZero();
        assertThat(number("select count(*) from step where occurred_at <> recorded_at"))
                .isZero();
    }

    @Test
    void one_bureau_is_late_and_the_ladder_climbs_against_it() {
        Map<String, Long> served = new HashMap<>();
        database.sql(
                        "select kind, count(*) as n from instrument i join unit u on u.id = i.unit where u.code = 'jz-cg' group by kind")
                .query(row -> {
                    served.put(row.getString("kind"), row.getLong("n"));
                });

        assertThat(served).containsKeys("blue", "urging", "yellow");
        assertThat(keptOf("jz-cg")).isLessThan(0.75);
        assertThat(keptOf("ss-cg")).isGreaterThan(0.85);
    }

    @Test
    void one_bureau_games_its_ratings_and_raises_the_alarms_for_it() {
        String page = Visitor.signedIn(app, "duban")
                .get("/desk/assessment?period=" + ToldCity.MONTH + "&by=department")
                .body();
        String alarms = page.substring(page.indexOf("预警"), page.indexOf("<table"));

        assertThat(alarms).contains("沙市区住房和城乡建设局", "代评过多", "集中在期限前一小时答复", "同一账号评价过多");
    }

    @Test
    void what_enterprises_offer_stands_beside_what_others_ask_for_and_the_first_page_leads_there() {
        Visitor visitor = Visitor.to(app);

        assertThat(visitor.get("/board/matching").body()).contains("长期供应针织面料", "寻找工装面料供应商", "旺季缺包装工三十人", "可承接金属件加工");
        assertThat(visitor.get("/").body())
                .contains("/board/matching", "/board/walls/micro-wishes", "/board/walls/rectification", "/activities");
    }

    @Test
    void one_town_gets_better() {
        assertThat(solvedOf("t421002101", "2026-01-01", "2026-03-20"))
                .isGreaterThan(solvedOf("t421002101", "2025-08-01", "2025-11-15") + 0.15);
    }

    @Test
    void the_other_mechanisms_live_on_the_same_loop() {
        for (Sketch sketch : Sketch.all("jingzhou")) {
            String last = sketch.acts().getLast().step();
            if (sketch.times() > 100) {
                assertThat(number(
                                "select count(*) from step s join matter m on m.id = s.matter_id where m.programme = '"
                                        + sketch.programme() + "' and s.name = '" + last + "'"))
                        .as(sketch.programme() + " " + last)
                        .isPositive();
            }
        }
    }

    @Test
    void a_burst_pipe_is_one_matter_that_answers_everybody() {
        assertThat(number("select max(merged_count) from matter")).isGreaterThan(20);
        assertThat(number("select count(*) from step where name = 'answer-merged'"))
                .isGreaterThan(20);
    }

    @Test
    void returns_suspensions_reopenings_calls_visits_exclusions_and_rankings_are_all_there() {
        for (String step : List.of(
                "return",
                "adjudicate",
                "suspend",
                "resume",
                "grant-extension",
                "co-answer",
                "reopen",
                "decline",
                "withdraw",
                "transfer",
                "review",
                "rate-by-staff",
                "look-back-confirm")) {
            assertThat(number("select count(*) from step where name = '" + step + "'"))
                    .as(step)
                    .isPositive();
        }
        assertThat(number("select max(round) from matter")).isGreaterThan(1);
        assertThat(number("select count(*) from callback_attempt")).isGreaterThan(50);
        assertThat(number("select count(*) from exclusion_act where act in ('overturn', 'uphold')"))
                .isPositive();
        assertThat(number("select count(distinct period) from ranking where published_at < '2026-03-19'"))
                .isGreaterThan(4);
    }

    private double keptOf(String unit) {
        return share(
                "select avg((c.stopped_at <= c.due_at)::int) from clock c join matter m on m.id = c.matter_id join unit u on u.id = m.lead_unit"
                        + " where c.name = 'resolve' and c.unit is null and c.stopped_at is not null and u.code = '"
                        + unit + "'");
    }

    private double solvedOf(String unit, String from, String until) {
        return share(
                "select avg((s.fields->>'solved' = 'yes')::int) from step s join matter m on m.id = s.matter_id join unit u on u.id = m.lead_unit"
                        + " where s.name = 'rate' and u.code = '" + unit + "' and s.occurred_at between '" + from
                        + "' and '" + until + "'");
    }

    private double share(String sql) {
        return database.sql(sql).query(Double.class).single();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
