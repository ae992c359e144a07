package org.huiyin.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.huiyin.matter.Lapses;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** People and organisations claim wishes themselves, on the public page. */
class ClaimTest {

    private static final WishTown TOWN = new WishTown();

    private static Visitor visitor() {
        return Visitor.to(TOWN.app);
    }

    private static String body(Visitor visitor, String path) {
        return visitor.get(path).body();
    }

    @Test
    void somebody_with_a_telephone_claims_a_wish_and_sees_what_to_do_next() throws Exception {
        String number = TOWN.published();
        assertThat(WishTown.column(TOWN.wall(), "waiting")).contains("/m/" + number + "/claim");
        assertThat(body(visitor(), "/m/" + number)).contains("/m/" + number + "/claim");

        Visitor neighbour = TOWN.claimed(number, "赵大海", "13800001111");

        assertThat(body(neighbour, WishTown.claim(number)))
                .contains("这是您认领的", "为您保留到", "朝阳街道办事处", "我不办了")
                .doesNotContain("欧阳秀兰", "红星路12号", "13811112222", "上门看过");
        assertThat(WishTown.column(TOWN.wall(), "claimed")).contains("认领人", "一位爱心市民");
        for (String open :
                List.of(TOWN.wall(), body(visitor(), "/m/" + number), body(visitor(), WishTown.claim(number)))) {
            assertThat(open).doesNotContain("赵大海", "13800001111", "138****1111", "我不办了", "guest:");
        }
        assertThat(body(Visitor.signedIn(TOWN.app, "chaoyang"), "/desk/matters/" + number))
                .contains("认领保留")
                .doesNotContain("赵大海", "13800001111", "guest:");
        assertThat(Examination.of(TOWN.app)).isEmpty();
    }

    @Test
    void the_unit_that_published_it_takes_what_comes_and_the_claimant_still_sees_it() {
        String number = TOWN.published();
        Visitor neighbour = TOWN.claimed(number, "钱小雨", "13800001112");

        Caller.Answer came = Caller.of(TOWN.app, "t421002005.c")
                .step(number, "give", Map.of("gift", "goods", "gift-what", "电风扇1台", "gift-worth", 180));

        assertThat(came.status()).isEqualTo(200);
        assertThat(body(neighbour, WishTown.claim(number)))
                .contains("这是您认领的", "待交付")
                .doesNotContain("我不办了", "为您保留到");
    }

    @Test
    void who_comes_a_moment_later_is_told_so_and_staff_can_release_it() {
        String number = TOWN.published();
        Visitor late = visitor();
        Map<String, String> form = new HashMap<>(Map.of("name", "孙丽", "phone", "13800001122", "key", WishTown.key()));
        form.put("code", WishTown.code(late, number, "孙丽", "13800001122"));
        form.put("_csrf", late.formToken(WishTown.claim(number)));
        TOWN.claimed(number, "李强", "13800001121");

        HttpResponse<String> refused = late.postForged(WishTown.claim(number), form);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("已经有人认领了").doesNotContain("wrong-state");

        TOWN.office.step(number, "let-go", Map.of("let-go", "联系不上"));
        assertThat(WishTown.column(TOWN.wall(), "waiting")).contains(number);
        assertThat(Visitor.location(WishTown.claim(late, number, "named"))).isEqualTo(WishTown.claim(number));
        assertThat(WishTown.column(TOWN.wall(), "claimed")).contains("孙＊＊");
    }

    @Test
    void nobody_claims_without_the_code_that_was_sent_to_that_very_telephone() {
        String number = TOWN.published();
        Visitor cheat = visitor();
        String code = WishTown.code(cheat, number, "吴亮", "13800001131");

        for (HttpResponse<String> answer : List.of(
                WishTown.claim(cheat, number, "person"),
                WishTown.claim(cheat, number, "吴亮", "13800001131", "000000"),
                WishTown.claim(cheat, number, "吴亮", "13800001132", code),
                WishTown.claim(cheat, number, "<b>", "13800001131", code))) {
            assertThat(answer.statusCode()).isEqualTo(422);
        }
        assertThat(Visitor.to(TOWN.app)
                        .postForged(WishTown.claim(number), Map.of("called", "person"))
                        .statusCode())
                .isEqualTo(403);
        for (String login : List.of("resident", "t421002005.c")) {
            assertThat(Caller.of(TOWN.app, login)
                            .step(
                                    number,
                                    "claim",
                                    Map.of(
                                            "lead", TOWN.handling.unit("t421002005"),
                                            "claimant-kind", "organisation",
                                            "claimant", "冒名单位",
                                            "thanked-as", "冒名单位",
                                            "claimant-no", "AX-1",
                                            "asker", "guest:1"))
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(WishTown.column(TOWN.wall(), "waiting")).contains(number);
    }

    @Test
    void the_same_form_sent_twice_claims_once_and_a_fourth_wish_has_to_wait() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(TOWN.published());
        }
        Visitor eager = TOWN.claimed(numbers.get(0), "周全", "13800001141");
        Map<String, String> form = Map.of("called", "person", "key", WishTown.key());
        String second = WishTown.claim(numbers.get(1));
        assertThat(Visitor.location(eager.post(second, second, form))).isEqualTo(second);
        assertThat(Visitor.location(eager.post(second, second, form))).isEqualTo(second);
        WishTown.claim(eager, numbers.get(2), "person");

        HttpResponse<String> fourth = WishTown.claim(eager, numbers.get(3), "person");

        assertThat(fourth.statusCode()).isEqualTo(409);
        assertThat(fourth.body()).contains("已有3个认领了还没送到的心愿", "您手上的", numbers.get(0), numbers.get(2));
        eager.post(
                WishTown.claim(numbers.get(0)),
                WishTown.claim(numbers.get(0)) + "/release",
                Map.of("why", "出差了", "key", WishTown.key()));
        assertThat(Visitor.location(WishTown.claim(eager, numbers.get(3), "person")))
                .isEqualTo(WishTown.claim(numbers.get(3)));
        HttpResponse<String> again = WishTown.claim(eager, numbers.get(0), "person");
        assertThat(again.body()).contains("您认领过这个心愿，没有兑现");
    }

    @Test
    void asking_for_many_at_the_same_moment_passes_no_limit() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            numbers.add(TOWN.published());
        }
        Visitor flood = TOWN.claimed(numbers.getFirst(), "郑洪", "13800001151");
        String token = flood.formToken(WishTown.claim(numbers.get(1)));

        List<CompletableFuture<Integer>> asked = numbers.subList(1, 9).stream()
                .map(number -> CompletableFuture.supplyAsync(() -> flood.postForged(
                                WishTown.claim(number),
                                Map.of("called", "person", "key", WishTown.key(), "_csrf", token))
                        .statusCode()))
                .toList();
        List<Integer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(status -> status == 303).hasSize(2);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(6);
        assertThat(Examination.of(TOWN.app)).isEmpty();
    }

    @Test
    void nobody_gives_back_what_another_claimed_and_staff_do_not_claim_here() {
        String number = TOWN.published();
        TOWN.claimed(number, "冯念", "13800001161");
        String other = TOWN.published();
        Visitor stranger = TOWN.claimed(other, "陈默", "13800001162");

        String release = WishTown.claim(number) + "/release";
        assertThat(stranger.post(WishTown.claim(other), release, Map.of()).statusCode())
                .isEqualTo(409);
        Visitor nobody = visitor();
        assertThat(nobody.post(WishTown.claim(TOWN.published()), release, Map.of())
                        .statusCode())
                .isEqualTo(409);
        Visitor staff = Visitor.signedIn(TOWN.app, "chaoyang");
        assertThat(staff.post("/desk/inbox?only=unread", release, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(body(staff, WishTown.claim(TOWN.published()))).contains("工作人员");
        assertThat(WishTown.column(TOWN.wall(), "claimed")).contains(number);
    }

    @Test
    void a_claim_that_lapses_is_nobodys_any_more() {
        WishTown town = new WishTown();
        String number = town.published();
        Visitor slow = town.claimed(number, "卫东", "13800001171");

        town.clock.forward(Duration.ofDays(15));
        town.app.bean(Lapses.class).act();
        town.app.bean(Lapses.class).act();

        assertThat(WishTown.column(town.wall(), "waiting")).contains(number).doesNotContain("爱心市民");
        assertThat(body(slow, WishTown.claim(number))).doesNotContain("这是您认领的");
        assertThat(body(slow, WishTown.claim(number))).contains("您是 卫＊＊");
        assertThat(Visitor.location(WishTown.claim(slow, number, "person"))).isEmpty();
        town.claimed(number, "蒋华", "13800001172");
    }

    @Test
    void an_organisation_claims_with_its_sign_in_and_finds_it_on_its_page() {
        String donor = TOWN.donor("阳光志愿服务队", "resident");
        String number = TOWN.published();
        Visitor organisation = Visitor.signedIn(TOWN.app, "resident");
        assertThat(body(organisation, WishTown.claim(number)))
                .contains("阳光志愿服务队")
                .doesNotContain("手机号");

        assertThat(Visitor.location(WishTown.claim(organisation, number, "named")))
                .isEqualTo(WishTown.claim(number));

        assertThat(WishTown.column(TOWN.wall(), "claimed")).contains("阳光志愿服务队");
        assertThat(body(organisation, "/own")).contains("您手上的", "为您保留到", "认领保留：还剩 14 天");
        assertThat(body(Visitor.signedIn(TOWN.app, "chaoyang"), "/desk/matters/" + number))
                .contains(donor);
        for (int i = 0; i < 3; i++) {
            assertThat(Visitor.location(WishTown.claim(organisation, TOWN.published(), "organisation")))
                    .isNotEmpty();
        }
    }

    @Test
    void a_resident_finds_what_they_claimed_on_their_page_and_cannot_claim_their_own_wish() {
        String number = TOWN.published();
        Visitor resident = Visitor.signedIn(TOWN.app, "resident2");
        String code = WishTown.code(resident, number, "韩梅", "13800001181");
        WishTown.claim(resident, number, "韩梅", "13800001181", code);
        assertThat(body(resident, "/own")).contains("您手上的", "两位老人想要一台电风扇");

        String own = TOWN.wishOf(number);
        TOWN.publish(own);
        assertThat(WishTown.claim(resident, own, "person").body()).contains("这是您自己许的愿");

        Visitor household = visitor();
        String brought = TOWN.published();
        String theirs = WishTown.code(household, brought, "欧阳秀兰", "13811112222");
        assertThat(WishTown.claim(household, brought, "欧阳秀兰", "13811112222", theirs)
                        .body())
                .as("by the telephone left with it")
                .contains("这是您自己许的愿");

        TOWN.claimed(own, "蒋立德", "13800001182");
        for (String path : List.of("/m/" + own, "/m/" + own + "/data", "/m/" + own + "/data.json")) {
            assertThat(resident.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(body(resident, path)).as(path).doesNotContain("蒋立德", "13800001182", "guest:");
        }
    }

    @Test
    void what_is_closed_confidential_or_of_another_kind_has_no_such_page() {
        String closed = TOWN.wish();
        TOWN.office.step(closed, "decline", Map.of("not-listed", "已由低保政策解决。"));
        Visitor known = TOWN.claimed(TOWN.published(), "沈青", "13800001191");

        assertThat(WishTown.claim(known, closed, "person").statusCode()).isEqualTo(409);
        String light = TOWN.handling.raise("路灯不亮").number();
        for (String path : List.of(WishTown.claim(light), "/m/2026-0999999-1/claim", "/m/x/claim")) {
            assertThat(known.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
