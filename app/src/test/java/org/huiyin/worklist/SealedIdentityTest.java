package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class SealedIdentityTest {

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);

    @Test
    void a_name_is_opened_for_a_reason_that_colleagues_and_raiser_can_read() {
        MatterNumber number = town.raise(Map.of());
        String page = "/desk/matters/" + number;
        var clerk = Visitor.signedIn(app, "chaoyang");
        assertThat(clerk.get(page).body()).doesNotContain("13800138000").contains("启封姓名和电话");

        clerk.post(page, page + "/unsealing", Map.of("reason", "联系反映人核实情况"));

        assertThat(clerk.get(page).body()).contains("赵小芳", "13800138000", "联系反映人核实情况", "张建国");
        assertThat(Visitor.signedIn(app, "hotline").get(page).body()).doesNotContain("13800138000");
        assertThat(Visitor.signedIn(app, "resident").get("/m/" + number).body())
                .contains("联系反映人核实情况")
                .doesNotContain("张建国");
    }

    @Test
    void without_a_reason_nothing_is_opened() {
        MatterNumber number = town.raise(Map.of());
        String page = "/desk/matters/" + number;
        var clerk = Visitor.signedIn(app, "chaoyang");

        var asked = clerk.post(page, page + "/unsealing", Map.of("reason", " "));

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("id=\"reason-error\"", "启封要写明理由", page + "/unsealing", number.toString())
                .containsPattern("<details class=\"unseal\" open");
        assertThat(clerk.get(page).body()).doesNotContain("13800138000");
    }

    @Test
    void the_unit_complained_of_never_learns_who_complained() {
        MatterNumber number = town.raise(Map.of(
                "complained-of",
                (long) town.unit("ss-zj"),
                "where",
                "赵小芳家门口，电话13800138000",
                "position",
                "30.334800,112.239700"));
        town.dispatch(number);
        String page = "/desk/matters/" + number;

        for (String login : new String[] {"zhujian", "zhujian-head"}) {
            var handler = Visitor.signedIn(app, login);
            String shown = handler.get(page).body()
                    + handler.get(page + "/beside").body()
                    + handler.get("/desk?list=to-sign&open=" + number).body()
                    + handler.get("/m/" + number).body()
                    + handler.get("/api/v1/matters/" + number).body();
            assertThat(shown).contains("已密封").doesNotContain("我叫赵小芳", "13800138000", "112.239700", "启封姓名和电话", "陈桂英");
            assertThat(handler.post(page, page + "/unsealing", Map.of("reason", "想知道是谁"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_handlers_of_a_private_matter_see_the_facts_but_not_the_name() {
        MatterNumber number = town.raise(Map.of("confidential", true));
        town.dispatch(number);
        String page = "/desk/matters/" + number;
        var handler = Visitor.signedIn(app, "zhujian");

        assertThat(handler.get(page).body()).contains("已密封", "三盏路灯坏了").doesNotContain("13800138000");
        assertThat(handler.post(page, page + "/unsealing", Map.of("reason", "想知道是谁"))
                        .statusCode())
                .isEqualTo(403);
    }
}
