package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From 2027 on: staff know the code of what they raised for somebody, so who rated with it nobody knows. */
class KnownCodeTest {

    private static final TestApp APP = TestApp.another(TestClock.at("2027-01-05T09:00"));

    private final Handling handling = new Handling(APP);
    private final JdbcClient database = APP.bean(JdbcClient.class);

    @Test
    void a_rating_with_a_code_staff_know_is_counted_apart_from_the_raisers_own() throws Exception {
        Raised own = handling.raise("路灯不亮");
        Raised forSomebody = onBehalf();
        for (Raised one : List.of(own, forSomebody)) {
            handling.answer(one.number());
            rate(one);
        }

        assertThat(parts(own)).contains("valid", "solved", "satisfied").doesNotContain("rated-by-code");
        assertThat(parts(forSomebody))
                .contains("rated-by-code", "solved-by-code", "happy-by-code")
                .doesNotContain("valid", "contacted", "solved", "satisfied");
        assertThat(Caller.of(APP, "duban")
                        .get("/api/v1/figures/measures?period=month/2027-01")
                        .body()
                        .toString())
                .contains("by-others", "rated-by-code");
        assertThat(Examination.of(APP)).isEmpty();
    }

    private Raised onBehalf() {
        Answer answer = Caller.of(APP, "chaoyang")
                .raise(Map.of(
                        "title", "电话反映路灯不亮",
                        "description", "市民来电：路灯不亮。",
                        "place", Handling.PLACE,
                        "category", "roads",
                        "kind", "help",
                        "channel", "phone"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new Raised(answer.text("number"), answer.text("queryCode"));
    }

    private static void rate(Raised raised) {
        Caller holder = Caller.nobody(APP);
        Answer rated = holder.send(holder.request("/api/v1/matters/" + raised.number() + "/steps")
                .header("Query-Code", raised.code())
                .header("Idempotency-Key", Caller.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"step": "rate", "fields": {"contacted": "yes", "solved": "yes", "satisfied": "satisfied"}}""")));
        assertThat(rated.status()).as(rated.body().toString()).isEqualTo(200);
    }

    private List<String> parts(Raised raised) {
        return database.sql("select unnest(parts) from fact where matter_id = :m")
                .param("m", MatterNumber.parse(raised.number()).id())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
