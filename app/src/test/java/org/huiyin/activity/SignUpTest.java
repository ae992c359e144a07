package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anybody signs up for what is open, by a telephone and no account. */
class SignUpTest {

    private static final Street TOWN = new Street();

    @Test
    void whoever_finds_no_seat_waits_and_moves_up_when_one_comes_free() throws Exception {
        String path = TOWN.planned("家庭用药安全讲座", "1");

        Visitor first = TOWN.signedUp(path, "王小明", "13800000001");
        Visitor second = TOWN.signedUp(path, "李小红", "13800000002");
        Visitor third = TOWN.signedUp(path, "赵大海", "13800000003");

        assertThat(first.get(Street.open(path)).body()).contains("您已报名", "王＊＊", "138****0001");
        assertThat(second.get(Street.open(path)).body()).contains("排在第 1 位");
        assertThat(third.get(Street.open(path)).body()).contains("排在第 2 位");
        assertThat(TOWN.street.get(path).body()).contains("已报名 1 / 1 候补 2 人", "王小明", "138****0001");

        first.post(
                Street.open(path),
                Street.open(path) + "/withdrawals",
                Map.of("key", UUID.randomUUID().toString()));

        assertThat(second.get(Street.open(path)).body()).contains("您已报名");
        assertThat(third.get(Street.open(path)).body()).contains("排在第 1 位");
        assertThat(TOWN.sent()).anyMatch(words -> words.contains("由候补转为正式报名“家庭用药安全讲座”"));
        assertThat(Examination.of(TOWN.app)).isEmpty();
    }

    @Test
    void a_code_is_good_for_its_telephone_once_and_five_wrong_ones_end_it() {
        String path = TOWN.planned("垃圾分类讲座", "30");
        Visitor visitor = Visitor.to(TOWN.app);
        Map<String, String> who = Map.of("name", "孙丽", "phone", "13800000011");
        String code = Street.code(visitor.post(Street.open(path), Street.open(path) + "/codes", who)
                .body());

        assertThat(signUp(visitor, path, "13800000012", code))
                .as("another telephone")
                .contains("验证码不对");
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(signUp(visitor, path, "13800000011", "00000" + wrong)).contains("验证码不对");
        }
        assertThat(signUp(visitor, path, "13800000011", code)).contains("验证码不对");
        for (int again = 0; again < 4; again++) {
            TOWN.clock.forward(Duration.ofSeconds(1));
            visitor.post(Street.open(path), Street.open(path) + "/codes", who);
        }
        TOWN.clock.forward(Duration.ofSeconds(1));
        assertThat(visitor.post(Street.open(path), Street.open(path) + "/codes", who)
                        .body())
                .contains("要得太勤");
    }

    @Test
    void whoever_was_not_seen_for_a_year_is_forgotten_and_still_counted() {
        String path = TOWN.planned("旧讲座", "30");
        TOWN.signedUp(path, "冯念", "13800000031");
        TOWN.app
                .bean(JdbcClient.class)
                .sql("update activity_guest set seen_at = seen_at - interval '366 days'")
                .update();

        TOWN.app.bean(Guests.class).forget(TOWN.clock.instant().minus(Duration.ofDays(365)));

        assertThat(TOWN.street.get(path).body()).contains("已报名 1 / 30").doesNotContain("冯念");
        assertThat(TOWN.app.bean(Guests.class).find("13800000031")).isEmpty();
    }

    @Test
    void telephones_and_names_are_nowhere_in_the_open() {
        String path = TOWN.planned("反诈骗讲座", "30");
        TOWN.signedUp(path, "钱多多", "13800000021");

        String rows =
                TOWN.app.bean(JdbcClient.class).sql("""
                        select string_agg(act::text, ' ') || ' ' || (select string_agg(words, ' ') from activity_text)
                          || ' ' || (select string_agg(encode(sealed_name, 'escape') || encode(sealed_phone, 'escape'), ' ') from activity_guest)
                        from activity_act
                        """).query(String.class).single();

        assertThat(rows).doesNotContain("钱多多", "13800000021");
        assertThat(Visitor.to(TOWN.app).get(Street.open(path)).body()).doesNotContain("钱多多", "13800000021");
        assertThat(Visitor.signedIn(TOWN.app, "zhujian").get(path).body())
                .as("somebody of another office sees that it is open, and nobody who comes")
                .contains("反诈骗讲座")
                .doesNotContain("钱多多");
    }

    private static String signUp(Visitor visitor, String path, String phone, String code) {
        return visitor.post(
                        Street.open(path),
                        Street.open(path) + "/sign-ups",
                        Map.of(
                                "name",
                                "孙丽",
                                "phone",
                                phone,
                                "code",
                                code,
                                "key",
                                UUID.randomUUID().toString()))
                .body();
    }
}
