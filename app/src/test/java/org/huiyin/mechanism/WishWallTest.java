package org.huiyin.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.huiyin.matter.Lapses;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A wish on the wall, and the organisation that grants it, from Tuesday 3 March 2026 on. */
class WishWallTest {

    private static final String WALL = WishTown.WALL;

    private final WishTown town = new WishTown();
    private final TestClock clock = town.clock;
    private final TestApp app = town.app;
    private final Handling handling = town.handling;
    private final Caller office = town.office;

    private Map<String, Object> claim(String donor) {
        return Map.of(
                "lead", handling.unit("t421002005"),
                "claimant-kind", "organisation",
                "claimant", "供电所团支部赵某",
                "thanked-as", "供电所青年",
                "claimant-no", donor);
    }

    @Test
    void a_claimed_wish_is_held_for_fourteen_days_and_then_waits_again() throws Exception {
        String donor = town.donor("供电所青年志愿服务队", "resident");
        String number = town.wish();
        assertThat(town.wall()).as("nobody has checked it yet").doesNotContain(number);

        office.step(number, "publish", Map.of("checked", "上门看过，属实。", "told", "两位老人想要一台电风扇", "worth", 200));
        assertThat(WishTown.column(town.wall(), "waiting")).contains("两位老人想要一台电风扇", number);
        assertThat(town.wall()).doesNotContain("欧阳秀兰", "13811112222", "红星路12号", "夏天很热", "上门看过");

        assertThat(office.step(number, "claim", claim(donor)).status()).isEqualTo(200);
        Caller.Answer again = office.step(number, "claim", claim("AX-999"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).as("in plain words").isNotEmpty().doesNotContain("wrong-state");
        assertThat(WishTown.column(town.wall(), "claimed")).contains("供电所青年").doesNotContain("赵某");
        assertThat(WishTown.column(town.wall(), "waiting")).doesNotContain(number);
        assertThat(Visitor.signedIn(app, "resident").get("/own").body())
                .contains("供电所青年志愿服务队", "想要一台电风扇", "认领保留：还剩 14 天")
                .doesNotContain("欧阳秀兰", "红星路12号");

        clock.forward(Duration.ofDays(15));
        app.bean(Lapses.class).act();
        app.bean(Lapses.class).act();
        assertThat(WishTown.column(town.wall(), "waiting"))
                .as("back on the wall, without whoever let it lapse")
                .contains(number)
                .doesNotContain("供电所青年");
        assertThat(Visitor.signedIn(app, "resident").get("/own").body())
                .contains("已不在名下")
                .doesNotContain("还剩");
        assertThat(office.step(number, "claim", claim(donor)).status())
                .as("who is quick may claim it again")
                .isEqualTo(200);
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void what_came_and_went_is_on_the_account_of_whoever_holds_the_claim_alone() throws Exception {
        String other = town.donor("北京路商户互助会", "");
        String donor = town.donor("志愿者协会", "resident2");
        String number = town.wish();
        Caller handler = Caller.of(app, "t421002005.c");
        office.step(number, "publish", Map.of("checked", "上门看过，属实。", "told", "想要一台风扇", "worth", 200));
        office.step(number, "claim", claim(other));
        office.step(number, "let-go", Map.of());
        office.step(number, "claim", claim(donor));
        assertThat(handler.step(number, "give", Map.of("gift", "goods", "gift-what", "电风扇1台", "gift-worth", 180))
                        .status())
                .isEqualTo(200);
        handler.step(
                number,
                "hand-over",
                Map.of("handed-on", "2026-03-03", "spent", 160, "left-to", "转给社区爱心箱"),
                handler.upload("交付.jpg", Handling.photo()));

        assertThat(Visitor.signedIn(app, "resident2").get("/own").body())
                .contains("共收到 180 元，用出 160 元，还剩 20 元", "电风扇1台");
        String card = Visitor.signedIn(app, "chaoyang")
                .get("/desk/registers/donors/" + other)
                .body();
        assertThat(card).contains("已不在名下").doesNotContain("共收到");
        assertThat(WishTown.column(town.wall(), "fulfilled")).contains(number, "电风扇1台");
        assertThat(Visitor.signedIn(app, "chaoyang")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("与名册相连", donor);
    }

    @Test
    void nobody_else_finds_the_page_of_an_organisation_and_unknown_walls_are_none() {
        assertThat(Visitor.to(app).get("/own").statusCode()).isIn(302, 303);
        assertThat(Visitor.signedIn(app, "chengguan").get("/own").statusCode()).isEqualTo(403);
        for (String path : new String[] {
            "/board/walls/disputes", "/board/walls/x", WALL + "?place=1'--", WALL + "?column=x", WALL + "?before=-1"
        }) {
            assertThat(Visitor.to(app).get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_residents_own_words_link_a_matter_with_nobody() {
        String donor = town.donor("爱心超市", "");
        assertThat(town.wish(900, Map.of("household", donor))).isNotEmpty();

        assertThat(Visitor.signedIn(app, "chaoyang")
                        .get("/desk/registers/donors/" + donor)
                        .body())
                .doesNotContain("想要一个书桌");
    }
}
