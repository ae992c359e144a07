package org.huiyin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Role;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailTest {

    private static final MailTown TOWN = MailTown.at("2026-03-03T09:00");
    private static final String ADDRESS = "chengguan@dept.example";

    @BeforeEach
    void fresh() {
        TOWN.fresh("2026-03-03T09:00");
    }

    @Test
    void an_urging_comes_by_mail_to_a_confirmed_address_with_nothing_anybody_wrote() {
        TOWN.confirmed("chengguan", ADDRESS);

        TOWN.urged("井盖响动");
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：井盖响动");
        String text = MailTown.text(TOWN.mails().getFirst());
        assertThat(text).contains(MailTown.URL + "/desk/inbox/").doesNotContain("群众又来电", "138", "raiser");
        assertThat(MailTown.header(TOWN.mails().getFirst(), "Message-ID")).contains("@city.example");
        TOWN.walk();
        assertThat(TOWN.mails()).as("sent once").hasSize(1);
    }

    @Test
    void nothing_but_the_code_goes_to_an_address_before_it_is_confirmed() {
        Visitor person = TOWN.given("chengguan", ADDRESS);

        TOWN.urged("未确认的");
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】确认邮箱");
        String code = TOWN.code();
        Visitor other = Visitor.signedIn(TOWN.app, "zhujian");
        assertThat(other.post("/account", "/account/mail/confirmation", Map.of("code", code))
                        .statusCode())
                .isEqualTo(422);
        assertThat(person.post("/account/mail", "/account/mail/confirmation", Map.of("code", code))
                        .statusCode())
                .isEqualTo(303);
        assertThat(person.post("/account/mail", "/account/mail/confirmation", Map.of("code", code))
                        .statusCode())
                .as("a code holds once")
                .isEqualTo(422);
    }

    @Test
    void a_mail_waits_while_the_server_is_away_and_goes_out_once_it_is_back() {
        TOWN.confirmed("chengguan", ADDRESS);
        TOWN.down();
        TOWN.urged("服务器不在");
        MailRound round = TOWN.round();

        round.go();
        assertThat(TOWN.states()).last().isEqualTo("urging waiting");
        TOWN.up();
        round.go();
        assertThat(TOWN.mails()).as("it rests before it asks again").isEmpty();
        TOWN.forward(Duration.ofSeconds(20));
        round.go();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：服务器不在");
    }

    @Test
    void after_three_days_without_a_server_a_person_gets_one_mail() {
        TOWN.confirmed("chengguan", ADDRESS);
        for (int n = 0; n < 5; n++) {
            TOWN.urged("积压" + n);
        }
        TOWN.clock.moveTo("2026-03-06T09:00");

        TOWN.walk();
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：积压0 等 5 条");
        assertThat(MailTown.text(TOWN.mails().getFirst())).contains("积压0", "积压4");
    }

    @Test
    void after_three_days_without_huiyin_the_digest_is_one_mail() {
        TOWN.confirmed("chengguan", ADDRESS);
        int unit = TOWN.handling.unit("jz-cg");
        TOWN.clock.moveTo("2026-03-06T09:00");
        List<Telling> late = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            late.add(new Telling(
                    "near-due",
                    List.of(Audience.at(unit, Role.HANDLER)),
                    List.of("停机时" + n, "1", Word.of("办理答复"), Word.of(TOWN.now())),
                    "/desk",
                    0,
                    TestClock.instant("2026-03-04T10:00"),
                    0));
        }

        TOWN.messages().tell(TOWN.database, late.subList(0, 20), TOWN.now());
        TOWN.walk();
        TOWN.messages().tell(TOWN.database, late.subList(20, 40), TOWN.now());
        TOWN.forward(Duration.ofMinutes(11));
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】积压的 40 条消息");
    }

    @Test
    void quiet_hours_hold_a_mail_until_the_morning() {
        TOWN.confirmed("chengguan", ADDRESS);
        TOWN.clock.moveTo("2026-03-03T22:00");
        TOWN.urged("夜里催办");

        TOWN.clock.moveTo("2026-03-04T07:59");
        TOWN.walk();
        assertThat(TOWN.mails()).isEmpty();
        TOWN.clock.moveTo("2026-03-04T08:00");
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：夜里催办");
    }

    @Test
    void what_comes_once_a_day_comes_together_and_what_was_read_does_not_come() {
        Visitor person = TOWN.confirmed("chengguan", ADDRESS);
        person.post("/account/mail", "/account/mail/wishes", Map.of("urging", "daily", "language", "en"));
        TOWN.urged("一天一封甲");
        TOWN.urged("一天一封乙");
        TOWN.urged("已经读过");
        long read = TOWN.database
                .sql("select max(message_id) from mail where account = :account")
                .param("account", TOWN.account("chengguan"))
                .query(Long.class)
                .single();
        person.post("/account", "/desk/inbox/" + read + "/reading", Map.of());

        TOWN.walk();
        assertThat(TOWN.mails()).isEmpty();
        TOWN.clock.moveTo("2026-03-04T08:00");
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("[Huiyin] Urge: 一天一封甲 (2 messages)");
        assertThat(TOWN.states()).contains("urging dropped");
    }

    @Test
    void two_nodes_at_once_send_each_mail_once() throws Exception {
        TOWN.confirmed("chengguan", ADDRESS);
        TOWN.confirmed("chengguan-head", "head@dept.example");
        for (int n = 0; n < 10; n++) {
            TOWN.urged("两个节点" + n);
            together(TOWN.round(), TOWN.round());
        }

        assertThat(TOWN.subjects()).hasSize(20);
        assertThat(TOWN.mails().stream()
                        .map(mail -> MailTown.header(mail, "Message-ID"))
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static void together(MailRound one, MailRound two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> walks = new ArrayList<>();
            for (MailRound round : List.of(one, two)) {
                walks.add(nodes.submit(() -> {
                    start.await();
                    round.go();
                    return null;
                }));
            }
            for (Future<?> walk : walks) {
                walk.get();
            }
        }
    }

    @Test
    void what_comes_of_one_act_comes_in_one_mail() {
        Visitor person = TOWN.confirmed("chengguan", ADDRESS);
        person.post("/account/mail", "/account/mail/wishes", Map.of("urging", "at-once", "instruments", "at-once"));

        TOWN.urged("催办又送达");
        TOWN.walk();

        assertThat(TOWN.subjects()).singleElement().asString().endsWith("等 2 条");
        assertThat(MailTown.text(TOWN.mails().getFirst())).contains("催办：催办又送达", "催办单：催办又送达");
    }

    @Test
    void of_a_matter_that_is_not_public_a_mail_says_the_number_alone() {
        TOWN.confirmed("chengguan", ADDRESS);

        String number = TOWN.urged(Map.of("title", "举报某单位", "confidential", true));
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：不公开的事项 " + number);
        assertThat(MailTown.text(TOWN.mails().getFirst())).doesNotContain("举报");
    }

    @Test
    void without_a_server_nothing_is_offered_and_nothing_is_kept() {
        TestApp app = TestApp.start();
        Visitor person = Visitor.signedIn(app, "chengguan");

        assertThat(person.get("/account").body()).doesNotContain("/account/mail");
        assertThat(person.get("/account/mail").statusCode()).isEqualTo(404);
        assertThat(Visitor.to(app).get("/raise").body()).doesNotContain("raiser-email");
        JdbcClient database = app.bean(JdbcClient.class);
        assertThat(database.sql("select count(*) from mail").query(Long.class).single())
                .isZero();
    }
}
