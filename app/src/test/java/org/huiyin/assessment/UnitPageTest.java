package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class UnitPageTest {

    private final TestApp app = ToldCity.app();

    @Test
    void the_head_of_a_unit_finds_the_own_page_with_what_lies_on_its_desks() {
        Visitor head = Visitor.signedIn(app, "chengguan-head");

        assertThat(Visitor.location(head.get("/units"))).isEqualTo("/units/jz-cg");
        assertThat(head.get("/units/jz-cg").body()).contains("手上的事", "已超期", "临近期限", "督办文书", "剔除与申诉", "#ask", "部门合计");
    }

    @Test
    void the_head_of_another_unit_sees_its_figures_and_nothing_of_its_desks() {
        Visitor other = Visitor.signedIn(app, "zhujian-head");

        assertThat(other.get("/units/jz-cg").body())
                .contains("部门合计")
                .doesNotContain("u-desk", "u-instruments", "u-exclusions", "/units/jz-cg/matters");
        assertThat(other.get("/units/jz-cg/matters?list=overdue").statusCode()).isEqualTo(403);
    }

    @Test
    void an_unknown_unit_is_not_there_and_an_unknown_list_neither() {
        Visitor head = Visitor.signedIn(app, "chengguan-head");

        assertThat(head.get("/units/nothing").statusCode()).isEqualTo(404);
        assertThat(head.get("/units/jz-cg/matters?list=nothing").statusCode()).isEqualTo(404);
        assertThat(head.get("/units/jz-cg?period=2099-01").statusCode()).isEqualTo(422);
    }
}
