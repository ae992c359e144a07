package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class ExclusionPageTest {

    private final TestApp app = ToldCity.app();
    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();
    private final Period period =
            Period.parse("2026-02", measures, TestClock.CITY).orElseThrow();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @Test
    void an_excluded_matter_leaves_every_figure_of_its_unit_and_stays_listed() {
        Selection units = new Selection(measures, period, By.ALL_UNITS, null);
        Instant now = app.clock().instant();
        Figures before = figures(now);
        String unit = before.keys().stream()
                .filter(key -> before.of(key, "valid") > 0)
                .findFirst()
                .orElseThrow();
        Cases.Case counted = app.bean(Cases.class)
                .page(
                        units.of(unit),
                        java.util.Objects.requireNonNull(measures.parts().get("valid")),
                        now,
                        LeftOut.NOTHING,
                        Cases.After.START,
                        1)
                .getFirst();

        // asked and approved by two people; the demonstration has one supervisor of the whole city, so the rows are
        // written directly
        Exclusions exclusions = app.bean(Exclusions.class);
        long id = exclusions
                .ask(new Exclusion(
                        0,
                        counted.matter(),
                        "three-lists",
                        counted.unit(),
                        period.key(),
                        period.from(),
                        period.until(),
                        "court",
                        "正在诉讼",
                        "（2026）鄂1002民初8号",
                        List.of(new Exclusion.Act(Exclusion.Kind.ASK, 1, 1, 1, "", now))))
                .orElseThrow();
        exclusions.act(
                exclusions.find(id).orElseThrow(), Exclusion.Kind.APPROVE, org.huiyin.org.Actor.SYSTEM, "同意剔除", now);

        Figures after = figures(now);
        assertThat(after.of(unit, "valid")).isEqualTo(before.of(unit, "valid") - 1);
        LeftOut leftOut = LeftOut.of(exclusions.touching("three-lists", period.from(), period.until()), now);
        Recount.Counted again = new Recount(
                        app.bean(org.huiyin.matter.Desk.Equipment.class), app.bean(Counting.class), 2)
                .of("three-lists", List.of(period), now, leftOut);
        assertThat(again.of(period).of(unit)).isEqualTo(after.of(unit));
        assertThat(supervisor.get("/desk/exclusions?period=" + period.key()).body())
                .contains(new MatterNumber(counted.matter()).toString(), "同意剔除");
        assertThat(supervisor.get("/desk/exclusions/" + id).body()).contains("现在不计入数字", "正在诉讼");
    }

    private Figures figures(Instant now) {
        LeftOut leftOut =
                LeftOut.of(app.bean(Exclusions.class).touching("three-lists", period.from(), period.until()), now);
        return app.bean(CountedFigures.class).of(measures, Dimension.UNIT, period, now, leftOut);
    }

    @Test
    void a_supervisor_asks_over_the_page_but_does_not_decide_the_own_request() {
        String number = someMatter();
        Map<String, String> form = Map.of(
                "period",
                "assessment-month/2026-01",
                "number",
                number,
                "kind",
                "court",
                "reason",
                "正在诉讼之中",
                "evidence",
                "受理通知书");

        HttpResponse<String> asked = supervisor.post("/desk/exclusions", "/desk/exclusions", form);
        String place = Visitor.location(asked);

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(place).startsWith("/desk/exclusions/");
        assertThat(supervisor.post("/desk/exclusions", "/desk/exclusions", form).statusCode())
                .isEqualTo(409);
        HttpResponse<String> decided =
                supervisor.post("/desk/exclusions", place + "/acts", Map.of("act", "approve", "note", "同意剔除"));
        assertThat(decided.statusCode()).isEqualTo(403);
        assertThat(decided.body()).contains("自己申请的不能自己决定");
    }

    @Test
    void what_is_missing_or_unknown_is_refused() {
        Map<String, String> whole = Map.of(
                "period", "2026-01", "number", someMatter(), "kind", "court", "reason", "正在诉讼之中", "evidence", "受理通知书");
        for (String field : List.of("number", "kind", "reason", "evidence")) {
            var form = new java.util.HashMap<>(whole);
            form.put(field, field.equals("kind") ? "nonsense" : "");
            assertThat(supervisor
                            .post("/desk/exclusions", "/desk/exclusions", form)
                            .statusCode())
                    .as(field)
                    .isEqualTo(422);
        }
    }

    private String someMatter() {
        return app.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id from matter where lead_unit is not null order by id limit 1")
                .query((row, n) -> new MatterNumber(row.getLong(1)).toString())
                .single();
    }
}
