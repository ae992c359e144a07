package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class ProofsPageTest {

    private static final String PHONE = "13812345678";

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void the_raiser_gets_a_proof_of_each_step_with_what_only_they_may_read() {
        Raised matter = handling.raise(Map.of());
        handling.answer(matter.number());
        visitor.get("/m/" + matter.number() + "?code=" + matter.code());

        Verdict.Proven raised = proven(visitor.get("/m/" + matter.number() + "/proofs/1"));
        Verdict.Proven answered = proven(visitor.get("/m/" + matter.number() + "/proofs/7"));

        assertThat(told(raised)).contains("#core", "description", "where").doesNotContain("#by", "raiser-name");
        assertThat(raised.receipt().written()).contains(PHONE, "白云路口东50米");
        assertThat(answered.entry().text("step")).isEqualTo("answer");
        assertThat(told(answered)).contains("answer");
    }

    @Test
    void a_program_shows_the_code_with_its_request() {
        Raised matter = handling.raise(Map.of("confidential", true));
        String path = "/m/" + matter.number() + "/proofs/1";

        HttpResponse<String> without = visitor.get(path);
        HttpResponse<String> with = visitor.send(HttpRequest.newBuilder(app.at(path))
                .header("Query-Code", matter.code())
                .GET());

        assertThat(without.statusCode()).isEqualTo(404);
        assertThat(proven(with).entry().open()).isFalse();
        assertThat(with.body()).contains("\"matter\":\"" + matter.number() + "\"", PHONE);
    }

    @Test
    void everybody_gets_a_proof_of_what_everybody_may_read() {
        Raised matter = handling.raise(Map.of("title", "路灯不亮"));
        handling.dispatch(matter.number());

        Verdict.Proven raised = proven(visitor.get("/m/" + matter.number() + "/proofs/1"));

        assertThat(told(raised)).containsExactly("title");
        assertThat(raised.receipt().written()).doesNotContain(PHONE, "白云路口");
        assertThat(raised.entry().fields())
                .containsEntry("place", Handling.PLACE)
                .containsEntry("category", "roads");
    }

    @Test
    void the_unit_complained_of_learns_nothing_from_proofs() {
        Raised matter = handling.raise(
                Map.of("complained-of", handling.unit("jz-cg"), "where", "王小明家门口", "confidential", true));
        handling.dispatch(matter.number());

        HttpResponse<String> guarded = Visitor.signedIn(app, "chengguan").get("/m/" + matter.number() + "/proofs/1");
        HttpResponse<String> office = Visitor.signedIn(app, "chaoyang").get("/m/" + matter.number() + "/proofs/1");

        assertThat(told(proven(guarded))).doesNotContain("#by", "where", "description", "raiser-name");
        assertThat(guarded.body()).doesNotContain("王小明", PHONE);
        assertThat(told(proven(office))).contains("#by", "where", "description").doesNotContain("raiser-name");
    }

    @Test
    void a_step_one_may_not_know_of_has_no_proof_for_one() {
        Raised matter = handling.raise(Map.of());

        assertThat(visitor.get("/m/" + matter.number() + "/proofs/2").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/m/" + matter.number() + "/proofs/x").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/m/123/proofs/1").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_lists_the_proofs_and_draws_the_newest() {
        Raised matter = handling.raise(Map.of());
        handling.dispatch(matter.number());
        visitor.get("/m/" + matter.number() + "/proofs/2");

        String page = visitor.get("/m/" + matter.number() + "/proofs").body();

        assertThat(page).contains("第2步 · 派单", "第1步 · 反映", "/m/" + matter.number() + "/proofs/2", "<svg viewBox=");
        assertThat(visitor.get("/m/" + matter.number()).body()).contains("/m/" + matter.number() + "/proofs");
    }

    private static List<String> told(Verdict.Proven proven) {
        return proven.receipt().told().stream().map(Told::name).toList();
    }

    private Verdict.Proven proven(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<VerifierKey> keys = app.bean(LogKeys.class).verifiers();
        Verdict verdict = new ReceiptCheck(keys).check(Receipt.parse(answer.body()));
        assertThat(verdict).isInstanceOf(Verdict.Proven.class);
        return (Verdict.Proven) verdict;
    }
}
