package org.huiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
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
    void whatever_was_changed_is_named_and_nothing_else() {
        drawnAnew();
        samples.advance(TestClock.instant("2026-04-01T00:05"));
        assertThat(finding()).isInstanceOf(Finding.True.class);

        assertThat(after("update sample set seed = md5('x') || md5('y') where kind = 'callback' and seed is not null"))
                .contains(new Fault.SeedAgainstCommitment(false));
        assertThat(after("update sample set commitment = md5('x') || md5('y') where kind = 'callback'"))
                .containsExactly(new Fault.SeedAgainstCommitment(true));
        assertThat(after("update sample_member set chosen = not chosen where kind = 'callback' and place = 1"))
                .singleElement()
                .isInstanceOf(Fault.ChosenOtherwise.class);
        assertThat(after("delete from sample_member where kind = 'callback' and place = 1"))
                .singleElement()
                .isInstanceOf(Fault.LeftOut.class);
        assertThat(
                        after(
                                "update sample_member set matter_id = matter_id + 9000000 where kind = 'callback' and place = 1"))
                .hasExactlyElementsOfTypes(Fault.LeftOut.class, Fault.PutIn.class);
        assertThat(after("update sample_member set place = place + 1 where kind = 'callback'"))
                .singleElement()
                .isInstanceOf(Fault.OutOfOrder.class);
        assertThat(after("update sample_member set unit = unit + 1 where kind = 'callback'"))
                .singleElement()
                .isInstanceOf(Fault.UnderOtherUnit.class);
        assertThat(after("update sample set percent = 100 where kind = 'callback' and seed is not null"))
                .singleElement()
                .isInstanceOf(Fault.ChosenOtherwise.class);
        assertThat(after("update sample set committed_at = '2026-04-02' where month = '2026-03-01'"))
                .singleElement()
                .isInstanceOf(Fault.CommittedLate.class);
        assertThat(finding()).isInstanceOf(Finding.True.class);
    }

    @Test
    void a_sample_that_was_taken_away_is_missed_and_one_before_the_first_is_not() {
        drawnAnew();

        assertThat(verification.of(YearMonth.of(2026, 2)).getFirst()).isInstanceOf(Finding.NoSample.class);
        assertThat(verification.of(YearMonth.of(2026, 4)).getFirst()).isInstanceOf(Finding.NotDrawnYet.class);
        assertThat(after("delete from sample where month = '2026-04-01'", YearMonth.of(2026, 4)))
                .containsExactly(new Fault.Missing());
    }

    @Test
    void who_handled_a_matter_when_it_was_drawn_stays_so_when_it_goes_to_another_unit() {
        drawnAnew();
        samples.advance(TestClock.instant("2026-04-01T00:05"));
        String number = samples.members(march()).getFirst().matter().toString();

        assertThat(after("update matter set lead_unit = 1 where id = "
                        + MatterNumber.parse(number).id()))
                .isEmpty();
    }

    /** The script of the operator's guide, run on nothing but what the board publishes. */
    @Test
    void a_stranger_draws_it_again_with_the_script_of_the_guide(@TempDir Path folder) throws Exception {
        drawnAnew();
        samples.advance(TestClock.instant("2026-04-01T00:05"));
        String csv = Visitor.to(app)
                .get("/board/samples/three-lists/callback/2026-03")
                .body();
        String guide = Files.readString(Path.of("../docs/operators-guide.md"));
        int from = guide.indexOf("#!/bin/sh");
        Files.writeString(folder.resolve("redraw.sh"), guide.substring(from, guide.indexOf("```", from)));
        Files.writeString(folder.resolve("list.csv"), csv);
        String seed = String.valueOf(march().seed());

        assertThat(redraw(folder, seed, march().commitment())).isEqualTo("0 agrees\n");
        assertThat(redraw(folder, "0".repeat(64), march().commitment()))
                .startsWith("1 ")
                .contains("seed");
        String other = csv.replaceFirst("(?m),1,1$", ",1,0");
        Files.writeString(folder.resolve("list.csv"), other);
        assertThat(redraw(folder, seed, march().commitment())).startsWith("1 ").contains("list");
    }

    private static String redraw(Path folder, String seed, String commitment) throws Exception {
        Process script = new ProcessBuilder("sh", "redraw.sh", seed, commitment, "10", "list.csv")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return script.waitFor() + " " + said;
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
        var on = caller.post(path, path + "/attempts", all);
        assertThat(Visitor.location(on)).as("goes on with the next").startsWith("/desk/callbacks");

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

    private List<Fault> after(String change) {
        return after(change, MARCH);
    }

    /** What the verification says after a change, which is undone. */
    private List<Fault> after(String change, YearMonth month) {
        return app.bean(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            database.sql(change).update();
            return verification.of(month).getFirst() instanceof Finding.False wrong ? wrong.faults() : List.<Fault>of();
        });
    }

    private String state(MatterNumber number) {
        return app.bean(MatterLookup.class).find(number).orElseThrow().state();
    }
}
