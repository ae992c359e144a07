package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class RatingByStaffTest {

    /** Dispatched by the county's own office, at which the head of a bureau stands in. */
    private static final String COUNTY = "421002";

    private static final Map<String, Object> RATING =
            Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied", "callback-note", "电话回访本人");

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);

    @Test
    void the_head_of_the_lead_cannot_record_its_rating_from_another_post() {
        MatterNumber number = answered();

        Outcome own = rate(number, town.post("zhujian-head", "DISPATCHER"));
        Outcome others = rate(number, town.actor("shashi"));

        assertThat(own)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().slug()).isEqualTo("own-answer"));
        assertThat(others).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_rating_recorded_by_staff_says_so() {
        MatterNumber number = answered();

        rate(number, town.actor("shashi"));

        assertThat(Visitor.to(app).get("/m/" + number).body()).contains("工作人员代录");
        assertThat(town.matter(number).times()).containsKey("rate-by-staff").doesNotContainKey("rate");
    }

    @Test
    void with_the_query_code_staff_read_but_do_not_rate() {
        var handling = new Handling(app);
        var matter = handling.raise(Map.of());
        handling.answer(matter.number());
        var grid = Visitor.signedIn(app, "grid");
        grid.get("/m/" + matter.number() + "?code=" + matter.code());
        String page = "/m/" + matter.number();

        var rated = grid.post(
                "/raise",
                page + "/steps",
                Map.of("step", "rate", "expected", "7", "contacted", "yes", "solved", "yes", "satisfied", "satisfied"));

        assertThat(grid.get(page).body()).contains("白云路口东50米", "您以工作人员身份登录").doesNotContain("提交评价");
        assertThat(rated.statusCode()).isEqualTo(403);
        assertThat(rated.body()).contains("工作人员不能替反映人操作");
        assertThat(town.matter(MatterNumber.parse(matter.number())).state()).isEqualTo("answered");
    }

    private Outcome rate(MatterNumber number, Actor actor) {
        return app.bean(Desk.class)
                .perform(StepRequest.further(number, StepRequest.ANY, "rate-by-staff", actor, RATING, Town.key()));
    }

    private MatterNumber answered() {
        MatterNumber number = town.raise(Map.of("place", COUNTY));
        town.take(
                "shashi",
                number,
                "dispatch",
                Map.of("lead", (long) town.unit("ss-zj"), "kind", "help", "category", "roads", "urgency", "normal"));
        var handler = Caller.of(app, "zhujian");
        Map<String, Object> words = Map.of("answer", "三盏路灯已于今日修复，请您查看。", "outcome", "solved");
        handler.step(number.toString(), "sign", Map.of());
        handler.step(number.toString(), "contact", Map.of("means", "phone"));
        handler.step(number.toString(), "conclude", words, handler.upload("灯.jpg", Handling.photo()));
        Caller.of(app, "zhujian-head").step(number.toString(), "answer", words);
        assertThat(town.matter(number).state()).isEqualTo("answered");
        return number;
    }
}
