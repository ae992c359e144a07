package org.huiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.sample.Verification.Finding;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** March 2026, in which the other tests answer matters too. */
class SamplesTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Samples samples = app.bean(Samples.class);
    private final Verification verification = app.bean(Verification.class);
    private final JdbcClient database = app.bean(JdbcClient.class);

    @Test
    void a_month_is_committed_to_before_it_ends_and_drawn_once_when_it_is_over() {
        Samples.Sample before = drawnAnew();
        assertThat(before.seed()).isNull();
        assertThat(Visitor.to(app).get("/board/samples").body()).contains(before.commitment(), "月后抽签时揭晓");

        samples.advance(TestClock.instant("2026-04-01T00:05"));
        Samples.Sample drawn = march();
        List<Lot.Drawn> members = samples.members(drawn);
        samples.advance(TestClock.instant("2026-04-01T00:06"));

        assertThat(drawn.commitment()).isEqualTo(before.commitment());
        assertThat(Lot.commitment(String.valueOf(drawn.seed()))).isEqualTo(drawn.commitment());
        assertThat(march()).isEqualTo(drawn);
        assertThat(samples.members(drawn)).isEqualTo(members).isNotEmpty();
        assertThat(Visitor.to(app)
                        .get("/board/samples/three-lists/callback/2026-03")
                        .body())
                .startsWith("matter,unit,place,drawn")
                .contains(members.getFirst().matter() + ",");
    }

    @Test
    void a_changed_seed_list_order_or_choice_is_found_out() {
        drawnAnew();
        samples.advance(TestClock.instant("2026-04-01T00:05"));
        assertThat(finding()).isInstanceOf(Finding.True.class);

        assertThat(
                        after(
                                "update sample set seed = md5('x') || md5('y') where month = '2026-03-01' and kind = 'callback'"))
                .contains("The seed is not the one that was committed to");
        assertThat(after("update sample_member set chosen = not chosen where kind = 'callback' and place = 1"))
                .contains("The order or the choice is not that of the lot");
        assertThat(after("delete from sample_member where kind = 'callback' and place = 1"))
                .anyMatch(fault -> fault.contains("left out of the list"));
        assertThat(after("update sample set committed_at = '2026-04-02' where month = '2026-03-01'"))
                .contains("The commitment was made after the month had ended");
        assertThat(finding()).isInstanceOf(Finding.True.class);
    }

    @Test
    void a_call_asks_everything_counts_once_and_is_never_made_by_the_handling_unit() {
        drawnAnew();
        samples.advance(TestClock.instant("2026-04-01T00:05"));
        MatterNumber matter = samples.members(march()).stream()
                .filter(Lot.Drawn::chosen)
                .map(Lot.Drawn::matter)
                .filter(number -> state(number).equals("answered"))
                .findFirst()
                .orElseThrow();
        String path = "/desk/callbacks/" + matter;
        Visitor caller = Visitor.signedIn(app, "duban");

        assertThat(caller.get("/desk/callbacks").body()).contains(path);
        assertThat(caller.get(path).body()).contains("不是").doesNotContain("checked");
        assertThat(Visitor.signedIn(app, "chengguan").get(path).statusCode()).isEqualTo(403);
        var half = caller.post(path, path + "/attempts", Map.of("outcome", "reached", "solved", "yes", "note", "说解决了"));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("不能替反映人选", "说解决了");
        caller.post(path, path + "/attempts", Map.of("outcome", "not-reached", "note", ""));
        assertThat(caller.get(path).body()).contains("没有联系上");
        var all = Map.of(
                "outcome", "reached", "contacted", "yes", "solved", "yes", "satisfied", "basically", "note", "灯亮了");
        caller.post(path, path + "/attempts", all);

        assertThat(state(matter)).isEqualTo("closed");
        assertThat(caller.get(path).body())
                .contains("基本满意", "灯亮了")
                .doesNotContain("<form method=\"post\" action=\"" + path);
        assertThat(caller.get("/desk/callbacks").body()).doesNotContain(path + "\"");
        assertThat(caller.get("/desk/callbacks/202600000019").statusCode()).isEqualTo(404);
    }

    /** Answers three matters and commits to March as if for the first time: the tests of a run share one database. */
    private Samples.Sample drawnAnew() {
        for (int i = 0; i < 3; i++) {
            handling.answer(handling.raise("抽样试验" + i).number());
        }
        database.sql("delete from callback_attempt").update();
        database.sql("delete from sample_member").update();
        database.sql("delete from sample").update();
        samples.advance(TestClock.instant("2026-03-03T09:00"));
        return march();
    }

    private Samples.Sample march() {
        return samples.find("three-lists", "callback", MARCH).orElseThrow();
    }

    private Finding finding() {
        return verification.of(MARCH).getFirst();
    }

    /** What the verification says after a change, which is undone. */
    private List<String> after(String change) {
        return app.bean(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            database.sql(change).update();
            return finding() instanceof Finding.False wrong ? wrong.faults() : List.of();
        });
    }

    private String state(MatterNumber number) {
        return app.bean(MatterLookup.class).find(number).orElseThrow().state();
    }
}
