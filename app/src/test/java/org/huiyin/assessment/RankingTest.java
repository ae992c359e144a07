package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.testing.Examination;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.ToldCity;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RankingTest {

    private final TestApp app = ToldCity.app();
    private final Assessment assessment = app.bean(Assessment.class);
    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();

    private Period period(String name) {
        return Period.parse(name, measures, TestClock.CITY).orElseThrow();
    }

    @Test
    void what_is_counted_again_from_the_steps_is_what_the_tallies_say() {
        Instant now = app.clock().instant();
        for (String name : List.of("2026-03", "2026-02", "2026-04", "month/2026-02", "2026-Q1")) {
            Period period = period(name);
            Figures tallied = app.bean(CountedFigures.class).of(measures, Dimension.UNIT, period, now, LeftOut.NOTHING);
            Figures again = new Recount(app.bean(Desk.Equipment.class), app.bean(Counting.class), 2)
                    .of(measures.programme(), List.of(period), now, LeftOut.NOTHING)
                    .of(period);

            assertThat(tallied.keys()).as(name).isNotEmpty();
            for (String unit : union(tallied.keys(), again.keys())) {
                assertThat(again.of(unit)).as(name + " unit " + unit).isEqualTo(tallied.of(unit));
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new java.util.TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    @Test
    void reckoning_it_twice_gives_the_same_bytes() {
        Instant asOf = assessment.settled();

        Ranking first = assessment.reckon(measures, period("2026-02"), asOf);
        Ranking second = assessment.reckon(measures, period("2026-02"), asOf);

        assertThat(second.result()).isEqualTo(first.result());
        assertThat(second.inputs()).isEqualTo(first.inputs());
        assertThat(new String(first.result(), StandardCharsets.UTF_8))
                .contains("\"composite\"")
                .doesNotContain(" ");
    }

    @Test
    void a_published_ranking_is_proved_again_and_published_again_only_when_it_comes_out_otherwise_and_with_a_reason() {
        Period period = period("month/2026-01");
        Instant asOf = TestClock.instant("2026-02-05T17:00");
        assertThat(publish(period, asOf, "")).isInstanceOf(Assessment.Publication.Done.class);
        Rankings.Published published =
                assessment.published("three-lists", period).getFirst();

        Assessment.Proof proof = assessment.prove(period, published);

        assertThat(proof.same()).isTrue();
        assertThat(proof.sameInputs()).isTrue();
        Instant settled = assessment.settled();
        assertThat(assessment.reckon(measures, period, settled).result())
                .as("what was recorded after it makes another ranking")
                .isNotEqualTo(published.result());
        assertThat(publish(period, asOf.minusSeconds(60), "有两件补登回访结果"))
                .isInstanceOf(Assessment.Publication.Already.class);
        assertThat(publish(period, settled, " ")).isInstanceOf(Assessment.Publication.ReasonMissing.class);
        assertThat(publish(period, settled, "有两件补登回访结果")).isInstanceOf(Assessment.Publication.Done.class);
        assertThat(publish(period, assessment.settled(), "再公布一次看看"))
                .as("it comes out the same")
                .isInstanceOf(Assessment.Publication.Already.class);
        assertThat(assessment.published("three-lists", period))
                .extracting(Rankings.Published::reason)
                .containsExactly("有两件补登回访结果", "");
    }

    private Assessment.Publication publish(Period period, Instant asOf, String reason) {
        return assessment.publish(measures, period, asOf, Actor.SYSTEM, reason);
    }

    @Test
    void what_was_published_cannot_be_changed_or_taken_away() {
        JdbcClient sql = app.bean(JdbcClient.class);
        for (String statement :
                List.of("update ranking set result = ''", "delete from ranking", "truncate ranking cascade")) {
            assertThatThrownBy(() -> sql.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void a_period_that_runs_and_an_instant_too_near_are_refused() {
        Instant settled = assessment.settled();

        assertThat(assessment.publish(measures, period("2026-04"), settled, Actor.SYSTEM, ""))
                .isInstanceOf(Assessment.Publication.NotOver.class);
        assertThat(assessment.publish(measures, period("2026-03"), app.clock().instant(), Actor.SYSTEM, ""))
                .isInstanceOf(Assessment.Publication.TooSoon.class);
    }

    @Test
    void every_count_follows_from_the_steps_when_doctor_looks() throws Exception {
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void canonical_json_is_written_in_one_way_only() {
        Map<String, Object> value = new java.util.LinkedHashMap<>();
        value.put("b", List.of(1, 2L, new java.math.BigDecimal("1E+2"), true));
        value.put("a", "路\"\\\n");
        value.put("e", Map.of());

        assertThat(new String(Canonical.bytes(value), StandardCharsets.UTF_8))
                .isEqualTo("{\"b\":[1,2,100,true],\"a\":\"路\\\"\\\\\\u000a\",\"e\":{}}");
    }
}
