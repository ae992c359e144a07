package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What wishes, decisions, disputes, duty and the course come to in the told city, counted once more from steps and acts by slow statements. */
class NeighbourMeasuresTest {

    private static final List<String> QUARTERS = List.of("quarter/2025-Q3", "quarter/2025-Q4", "quarter/2026-Q1");
    private static final String RUNG =
            " and coalesce((select e.fields ->> 'level' from step e where e.matter_id = s.matter_id"
                    + " and e.name = 'escalate' and e.seq < s.seq order by e.seq desc limit 1),"
                    + " (select a.fields ->> 'level' from step a where a.matter_id = s.matter_id and a.name = 'assign' and a.seq < s.seq"
                    + " order by a.seq desc limit 1)) = ";

    private final TestApp app = ToldCity.app();
    private final JdbcClient database = app.bean(JdbcClient.class);

    /** Steps of those names in the three quarters, by a programme's name and a condition more. */
    private long steps(String programme, String names, String more) {
        return number("select count(*) from step s where s.programme = '" + programme + "' and s.name in (" + names
                + ") and s.occurred_at >= '2025-07-01T00:00+08' and s.occurred_at < '2026-04-01T00:00+08'" + more);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private Measures measures(String programme) {
        return app.bean(Assessment.class).measures(programme, now()).orElseThrow();
    }

    private Instant now() {
        return app.bean(InstantSource.class).instant();
    }

    /** What the pages show of the three quarters together. */
    private Map<String, Long> shown(String programme) {
        Map<String, Long> all = new HashMap<>();
        for (String quarter : QUARTERS) {
            Period period =
                    Period.parse(quarter, measures(programme), TestClock.CITY).orElseThrow();
            app.bean(CountedFigures.class)
                    .of(measures(programme), Dimension.CATEGORY, period, now(), LeftOut.NOTHING)
                    .total()
                    .forEach((part, n) -> all.merge(part, n, Long::sum));
        }
        return all;
    }

    private static BigDecimal percent(long of, long over) {
        return BigDecimal.valueOf(of * 100).divide(BigDecimal.valueOf(over), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal percent(String programme, String measure) {
        Map<String, Score> scores = Formula.scores(measures(programme), shown(programme));
        return Objects.requireNonNull(scores.get(measure), measure).percent();
    }

    @Test
    void wishes_claimed_lapsed_fulfilled_and_what_was_given_are_the_steps_that_say_so() {
        Map<String, Long> shown = shown("micro-wishes");
        long fulfilled = steps("micro-wishes", "'hand-over'", "");
        long lapsed = steps("micro-wishes", "'lapse-claim', 'let-go'", "");

        assertThat(fulfilled).isPositive();
        assertThat(shown)
                .containsEntry("wished", steps("micro-wishes", "'wish'", ""))
                .containsEntry("claimed", steps("micro-wishes", "'claim'", ""))
                .containsEntry("fulfilled", fulfilled);
        assertThat(shown.getOrDefault("lapsed", 0L)).isEqualTo(lapsed);
        for (String gift : List.of("money", "goods", "time")) {
            assertThat(shown.getOrDefault("in-" + gift, 0L))
                    .as(gift)
                    .isEqualTo(steps("micro-wishes", "'give'", " and s.fields ->> 'gift' = '" + gift + "'"));
        }
        assertThat(percent("micro-wishes", "honoured")).isEqualByComparingTo(percent(fulfilled, fulfilled + lapsed));
    }

    @Test
    void decisions_recorded_reported_done_and_fallen_due_are_their_steps_and_clocks() {
        Map<String, Long> shown = shown("decisions");
        String due = "select count(*) from clock c join matter m on m.id = c.matter_id where m.programme = 'decisions'"
                + " and c.name = 'finish' and case when c.stopped_at is null then c.running else c.met end"
                + " and c.due_at >= '2025-07-01T00:00+08' and c.due_at <= '" + now() + "'";

        assertThat(shown)
                .containsEntry("recorded", steps("decisions", "'record'", ""))
                .containsEntry("reports", steps("decisions", "'report'", ""));
        assertThat(shown.getOrDefault("done", 0L))
                .isEqualTo(steps("decisions", "'verify'", " and s.fields ->> 'verdict' = 'done'"));
        assertThat(shown.getOrDefault("due", 0L)).isEqualTo(number(due));
        assertThat(shown.getOrDefault("kept", 0L)).isEqualTo(number(due + " and c.stopped_at <= c.due_at"));
    }

    /** In two years, for whoever reads everything. */
    @Test
    void the_lights_of_the_ledger_of_decisions_are_those_of_the_clocks() {
        Visitor supervisor = Visitor.signedIn(app, "duban");
        Map<String, Long> lights = new HashMap<>();
        for (String year : List.of("2025", "2026")) {
            Pattern.compile("class=\"chip[^\"]*\"[^>]*>\\s*(红灯|已了结|待核查) (\\d+)")
                    .matcher(supervisor
                            .get("/desk/ledgers/decisions?year=" + year)
                            .body())
                    .results()
                    .forEach(light -> lights.merge(light.group(1), Long.valueOf(light.group(2)), Long::sum));
        }
        String open =
                "select count(*) from matter m join clock c on c.matter_id = m.id and c.name = 'finish' and c.unit is null"
                        + " and c.stopped_at is null where m.programme = 'decisions' and m.state not in ('done', 'dropped')";

        assertThat(lights).containsKey("已了结");
        assertThat(lights.get("已了结"))
                .isEqualTo(number(
                        "select count(*) from matter where programme = 'decisions' and state in ('done', 'dropped')"));
        assertThat(lights.getOrDefault("红灯", 0L))
                .isEqualTo(number(open + " and c.running and c.due_at < '" + now() + "'"));
        assertThat(lights.getOrDefault("待核查", 0L)).isEqualTo(number(open + " and not c.running"));
    }

    @Test
    void disputes_settled_at_the_estate_and_the_street_are_agreements_reached_on_that_rung() {
        long estate = steps("disputes", "'agree'", RUNG + "'estate'");
        long community = steps("disputes", "'agree'", RUNG + "'community'");
        long street = steps("disputes", "'agree'", RUNG + "'street'");
        long ended = steps("disputes", "'agree', 'refer'", "");

        assertThat(estate).isPositive();
        assertThat(percent("disputes", "at-estate")).isEqualByComparingTo(percent(estate, ended));
        assertThat(percent("disputes", "up-to-community")).isEqualByComparingTo(percent(estate + community, ended));
        assertThat(percent("disputes", "up-to-street"))
                .isEqualByComparingTo(percent(estate + community + street, ended));
    }

    @Test
    void the_course_of_five_days_and_the_days_on_duty_are_what_was_written_on_the_lists() {
        String of =
                " from activity_act a join activity v on v.id = a.activity_id where a.verb = 'attended' and v.kind = '";
        String lessons = " from activity_act p cross join jsonb_array_elements(p.act #> '{plan,sessions}') lesson"
                + " where p.verb = 'planned' and p.act ->> 'kind' = 'open-course'";
        String notStruckOff = "' and not exists (select from activity_act c where c.activity_id = a.activity_id"
                + " and c.verb = 'corrected' and c.seq > a.seq and c.act ->> 'who' = a.act ->> 'who')";

        assertThat(number("select count(*)" + lessons)).isEqualTo(5);
        assertThat(number("select count(distinct lesson ->> 'speaker')" + lessons))
                .isEqualTo(5);
        assertThat(figure("open-course", "listeners"))
                .isPositive()
                .isEqualTo(number("select count(distinct a.act ->> 'who')" + of + "open-course" + notStruckOff));
        assertThat(figure("community-duty", "duty-days"))
                .isPositive()
                .isEqualTo(number(
                        "select count(distinct (a.act ->> 'who', (a.occurred_at at time zone 'Asia/Shanghai')::date))"
                                + of + "community-duty" + notStruckOff
                                + " and a.occurred_at >= '2026-03-01T00:00+08'"));
    }

    /** What the figures of activities say of March 2026. */
    private long figure(String kind, String name) {
        for (var one : Caller.of(app, "leader")
                .get("/api/v1/activity-figures?month=2026-03")
                .body()
                .path("items")) {
            if (one.path("kind").asString("").equals(kind)
                    && one.path("name").asString("").equals(name)) {
                return one.path("count").asLong(-1);
            }
        }
        return -1;
    }
}
