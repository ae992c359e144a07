package org.huiyin.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Groups and their rounds, on Tuesday 3 March 2026. */
class CircuitTest {

    private final TestApp app = TestApp.start();
    private final Shashi town = new Shashi(app);

    @Test
    void a_group_is_set_up_for_units_within_reach_and_every_fault_is_told_at_once() {
        String city = Integer.toString(town.handling.unit("jz-cg"));
        var refused = town.group("/desk/circuit-groups", "督", "2026-05-01", "2026-04-01", city);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("有 3 处要改", "组名写 2 到 60 个字", "结束日期早于开始日期", "辖区以外的单位", "value=\"2026-05-01\"");
        assertThat(town.group("/desk/circuit-groups", "没有日期", "", "2026-02-30", town.bureau)
                        .body())
                .contains("日期没有写全");
        assertThat(town.member
                        .post(Shashi.FORM, "/desk/circuit-groups", Map.of("name", "街道自己的组"))
                        .statusCode())
                .isEqualTo(403);
        String group = town.created("一组");
        assertThat(Visitor.signedIn(app, "duban").get(group).statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(app, "shuiwu").get(group).statusCode()).isEqualTo(404);
        assertThat(town.member.get(group).statusCode()).as("not a member yet").isEqualTo(404);
        assertThat(town.supervisor.get(group + "?find=chaoyang").body()).contains("张建国", "朝阳");
        town.appoint(group, "chaoyang");
        assertThat(town.member.get(group).body()).contains("组长", "不去：").doesNotContain("任组长");
    }

    @Test
    void nobody_visits_their_own_unit_or_in_the_future_or_after_the_end() {
        String circuit = town.begun("四组");

        var own = town.member.get(circuit + "/visits/new?unit=" + town.street);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("不能走访本人所在的单位");
        assertThat(town.member
                        .post(Shashi.FORM, circuit + "/visits", town.visit(town.street))
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> sent = town.visit(town.street);
        sent.put("visitors", town.post("chaoyang"));
        assertThat(town.supervisor.post(Shashi.FORM, circuit + "/visits", sent).body())
                .contains("成员不能走访本人所在的单位");
        Map<String, String> early = town.visit(town.bureau);
        early.put("on", "2026-03-08");
        assertThat(town.member.post(Shashi.FORM, circuit + "/visits", early).body())
                .contains("走访日期还没有到", "看了现场");
        Map<String, String> before = town.visit(town.bureau);
        before.put("on", "2026-02-01");
        assertThat(town.member.post(Shashi.FORM, circuit + "/visits", before).body())
                .contains("这一轮的起止日期之内");
        assertThat(Visitor.signedIn(app, "zhujian").get(circuit).statusCode()).isEqualTo(404);
        assertThat(town.member
                        .post(Shashi.FORM, circuit + "/summary", Map.of("summary", "整体较好", "press", "close"))
                        .statusCode())
                .as("the leader ends it")
                .isEqualTo(303);

        assertThat(town.member
                        .post(Shashi.FORM, circuit + "/visits", town.visit(town.bureau))
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.member.get(circuit + "/report").body()).contains("整体较好");
    }

    @Test
    void rounds_of_a_group_do_not_overlap_and_stay_within_its_days() {
        String circuit = town.begun("五组");
        String group = town.supervisor.get(circuit).body().replaceAll("(?s).*?(/desk/circuit-groups/\\d+).*", "$1");

        assertThat(begin(group, "2026-03-15", "2026-03-30", "2026-03-16")).contains("这些日子里本组已经有一轮巡回");
        assertThat(begin(group, "2026-06-15", "2026-07-30", "2026-06-16")).contains("本组的起止日期之内");
        assertThat(begin(group, "2026-04-15", "2026-04-30", "2026-05-16")).contains("走访日期要在这一轮的起止日期之内");
        assertThat(begin(group, "2026-04-15", "2026-04-30", "")).contains("至少安排一个单位");
        assertThat(town.group(group, "五组", "2026-03-01", "2026-06-30", town.street)
                        .body())
                .contains("已经安排过或走访过的单位不能去掉");
    }

    private String begin(String group, String first, String last, String day) {
        return town.supervisor
                .post(Shashi.FORM, group + "/circuits", town.plan(first, last, day))
                .body();
    }
}
