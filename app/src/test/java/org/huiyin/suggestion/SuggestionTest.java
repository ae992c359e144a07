package org.huiyin.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.StepRequest;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SuggestionTest {

    private static final TestApp APP = Answered.APP;
    private static final Answered CITY = Answered.city();
    private static final String LAMP = "门口的路灯坏了，夜里一片漆黑";
    private final Models models = APP.bean(Models.class);
    private final Waiting waiting = APP.bean(Waiting.class);

    @BeforeAll
    static void learned() {
        if (APP.bean(Models.class).inForce().isEmpty()) {
            assertThat(APP.bean(Learner.class).learn("three-lists", "tester", sentence -> {}))
                    .isInstanceOf(Learner.Outcome.Promoted.class);
        }
    }

    @Test
    void a_matter_that_waits_is_told_the_unit_its_like_went_to_and_nothing_happens_by_itself() {
        MatterNumber number = CITY.raise("荆沙路9号路灯", LAMP, Map.of());

        waiting.work();

        String page =
                Visitor.signedIn(APP, "chaoyang").get("/desk/matters/" + number).body();
        assertThat(page)
                .contains("建议承办单位", "沙市区城市管理执法局", "道路与路灯", "填入建议", "沙市区城市管理执法局 · ")
                .containsPattern("朝阳街道[^。]*已答复的“道路与路灯”事项 [0-9]+ 件")
                .containsPattern("advice-word\">[^<]*灯");
        assertThat(matter(number))
                .returns(1, Matter::version)
                .returns("raised", Matter::state)
                .returns("", Matter::category);
    }

    @Test
    void the_same_words_elsewhere_mean_another_unit() {
        MatterNumber number = CITY.raise("荆沙路7号路灯", LAMP, Map.of("place", Answered.JINGZHOU));

        waiting.work();

        var told = Caller.of(APP, "duban").get("/api/v1/matters/" + number + "/suggestion");
        assertThat(told.body().path("unit").path("id").asInt()).isEqualTo(CITY.unit("jzq-cg"));
        assertThat(told.body().path("category").path("name").asString()).isEqualTo("roads");
        assertThat(told.body().path("words").toString()).contains("灯");
    }

    @Test
    void what_it_is_not_sure_of_it_does_not_say() {
        MatterNumber number = CITY.raise("ξψω ξψω", "ωωω", Map.of());

        waiting.work();

        assertThat(Visitor.signedIn(APP, "chaoyang")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("step-form")
                .doesNotContain("data-fill");
        var told = Caller.of(APP, "chaoyang").get("/api/v1/matters/" + number + "/suggestion");
        assertThat(told.body().path("unit").isNull()).isTrue();
        assertThat(told.body().path("words").size()).isZero();
    }

    @Test
    void a_unit_that_gave_a_matter_back_is_not_suggested_again() {
        MatterNumber number = CITY.raise("塔桥路路灯", LAMP, Map.of());
        CITY.all(List.of(CITY.further(number, "dispatch", CITY.order("ss-cg", "roads"))));
        CITY.all(List.of(CITY.further(number, "return", returned("jz-cg"))));

        waiting.work();

        Suggested now = Objects.requireNonNull(
                APP.bean(SuggestedMatters.class).of(List.of(matter(number))).get(number.id()));

        assertThat(now.advice().unit()).isNotEqualTo(CITY.unit("ss-cg"));
        assertThat(now.advice().unitSure()).isFalse();
    }

    @Test
    void an_adjudicated_matter_teaches_where_it_ended() {
        MatterNumber number = CITY.raise("红门路路灯", LAMP, Map.of());
        for (Map.Entry<String, Map<String, Object>> step : List.<Map.Entry<String, Map<String, Object>>>of(
                Map.entry("dispatch", CITY.order("jz-cg", "roads")),
                Map.entry("return", returned("ss-cg")),
                Map.entry("dispatch", CITY.order("jz-cg", "roads")),
                Map.entry("return", returned("ss-cg")))) {
            CITY.all(List.of(CITY.further(number, step.getKey(), step.getValue())));
        }
        CITY.all(List.of(StepRequest.further(
                number,
                StepRequest.ANY,
                "adjudicate",
                CITY.actor("chaoyang"),
                Map.of("lead", (long) CITY.unit("ss-cg"), "ruling", "由你单位牵头办理"),
                "ruling-" + number)));
        CITY.all(List.of(CITY.further(number, "answer", Answered.ANSWER)));

        Optional<Ended> ended = APP.bean(Endings.class).of(routed()).stream()
                .filter(one -> one.matter() == number.id())
                .findFirst();

        assertThat(ended).get().returns(CITY.unit("ss-cg"), Ended::unit);
    }

    @Test
    void confidential_matters_teach_nothing_and_persons_are_blanked_first() {
        MatterNumber open = CITY.raise("路灯坏了，我叫王小明", "我的电话13812345678，路灯坏了", Map.of());
        MatterNumber secret = CITY.raise("路灯", LAMP, Map.of("confidential", true));
        for (MatterNumber number : List.of(open, secret)) {
            CITY.all(List.of(CITY.further(number, "dispatch", CITY.order("ss-cg", "roads"))));
            CITY.all(List.of(CITY.further(number, "answer", Answered.ANSWER)));
        }

        List<Ended> ended = APP.bean(Endings.class).of(routed());

        assertThat(ended).noneMatch(one -> one.matter() == secret.id());
        assertThat(ended)
                .filteredOn(one -> one.matter() == open.id())
                .singleElement()
                .satisfies(one -> assertThat(one.title() + one.body()).doesNotContain("小明", "12345678"));
    }

    @Test
    void a_reader_who_may_not_know_who_complained_is_shown_no_words() {
        MatterNumber number = CITY.raise("白云路8号路灯", LAMP, Map.of("complained-of", (long) CITY.unit("t421002005")));

        waiting.work();

        var clerk = Caller.of(APP, "chaoyang").get("/api/v1/matters/" + number + "/suggestion");
        var supervisor = Caller.of(APP, "duban").get("/api/v1/matters/" + number + "/suggestion");
        assertThat(clerk.body().path("unit").path("id").asInt()).isEqualTo(CITY.unit("ss-cg"));
        assertThat(clerk.body().path("words").size()).isZero();
        assertThat(supervisor.body().path("words").size()).isPositive();
        assertThat(Visitor.signedIn(APP, "chaoyang")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("data-fill")
                .doesNotContain("advice-word\"");
    }

    @Test
    void for_many_matters_the_unit_most_of_them_suggest_stands_first_and_marked() {
        MatterNumber one = CITY.raise("江津路1号路灯", LAMP, Map.of());
        MatterNumber other = CITY.raise("江津路2号路灯", LAMP, Map.of());
        waiting.work();
        Visitor clerk = Visitor.signedIn(APP, "chaoyang");

        String form = clerk.post(
                        "/desk", "/desk/selection?row=" + one + ":1&row=" + other + ":1", Map.of("step", "dispatch"))
                .body();

        assertThat(form).contains("沙市区城市管理执法局 · 2 件中的 2 件", "data-fill");
    }

    @Test
    void a_model_that_does_no_better_is_not_put_in_force() {
        long before = models.inForce("three-lists").orElseThrow();

        Learner.Outcome outcome = APP.bean(Learner.class).learn("three-lists", "tester", sentence -> {});

        assertThat(outcome).isInstanceOf(Learner.Outcome.NotBetter.class);
        assertThat(models.inForce("three-lists")).hasValue(before);
        assertThat(APP.bean(Learnings.class).newest(1).getFirst().outcome()).isEqualTo("not-better");
        assertThat(Visitor.signedIn(APP, "duban").get("/desk/suggestions").body())
                .contains("没学过的事项里，新模型分类对", "没有更早的模型可比")
                .doesNotContain("比原来的好");
    }

    @Test
    void a_learning_whose_machine_died_holds_the_next_up_for_two_minutes_only() {
        Learnings learnings = APP.bean(Learnings.class);
        Learner learner = APP.bean(Learner.class);
        long dead = learnings
                .begin("night of the death", "three-lists", APP.clock().instant(), "")
                .orElseThrow();
        JdbcClient database = APP.bean(JdbcClient.class);

        Learner.Outcome atOnce = learner.learn("three-lists", "tester", sentence -> {});
        database.sql("update suggestion_learning set seen_at = seen_at - interval '3 minutes' where id = :id")
                .param("id", dead)
                .update();
        Learner.Outcome later = learner.learn("three-lists", "tester", sentence -> {});

        assertThat(atOnce).isInstanceOf(Learner.Outcome.Elsewhere.class);
        assertThat(later).isInstanceOf(Learner.Outcome.NotBetter.class);
        assertThat(learnings.find(dead).orElseThrow().outcome()).isEqualTo("broken-off");
        assertThat(learnings.end(dead, APP.clock().instant(), "failed", "", null))
                .as("one that comes back changes nothing")
                .isFalse();
    }

    @Test
    void an_earlier_model_is_taken_up_again_with_a_reason_and_a_damaged_one_suggests_nothing() throws SQLException {
        long good = models.inForce("three-lists").orElseThrow();
        CityModel model = models.find(good).orElseThrow();
        Figures figures = models.all(1).getFirst().figures();
        long damaged = models.keep("three-lists", model, 300, figures);
        models.handOver(damaged, APP.clock().instant(), "tester", "");
        APP.bean(JdbcClient.class)
                .sql(
                        "update suggestion_model set model = set_byte(model, 5000, 255 - get_byte(model, 5000)) where id = :id")
                .param("id", damaged)
                .update();
        MatterNumber number = CITY.raise("便河路3号路灯", LAMP, Map.of());
        Visitor admin = Visitor.signedIn(APP, "admin");

        waiting.work();

        assertThat(APP.bean(SuggestedMatters.class).of(List.of(matter(number)))).isEmpty();
        assertThat(admin.get("/desk/suggestions").body()).contains("现用的模型读不出来", "not as it was written");
        try (Connection snapshot = APP.bean(DataSource.class).getConnection()) {
            assertThat(APP.bean(ModelExaminer.class).examine(snapshot)).hasSize(1);
        }

        admin.post("/desk/suggestions", "/desk/suggestions/models/" + good + "/handover", Map.of("reason", "新模型坏了"));
        waiting.work();

        assertThat(models.inForce("three-lists")).hasValue(good);
        assertThat(APP.bean(SuggestedMatters.class).of(List.of(matter(number)))).hasSize(1);
        assertThat(admin.get("/desk/suggestions").body()).contains("新模型坏了");
    }

    @Test
    void what_was_suggested_is_counted_against_where_matters_ended() {
        MatterNumber right = CITY.raise("北京路5号路灯", LAMP, Map.of());
        MatterNumber wrong = CITY.raise("北京路6号路灯", LAMP, Map.of());
        waiting.work();
        CITY.all(List.of(
                CITY.further(right, "dispatch", CITY.order("ss-cg", "roads")),
                CITY.further(wrong, "dispatch", CITY.order("jz-cg", "roads"))));
        CITY.all(List.of(
                CITY.further(right, "answer", Answered.ANSWER), CITY.further(wrong, "answer", Answered.ANSWER)));
        String of = "/desk/suggestions/matters?of=unit&value=" + CITY.unit("ss-cg");

        assertThat(Visitor.signedIn(APP, "duban").get(of).body()).contains(right.toString(), wrong.toString());
        assertThat(Visitor.signedIn(APP, "duban").get(of + "&wrong=1").body())
                .contains(wrong.toString(), "市城市管理执法委员会")
                .doesNotContain(right.toString());
        assertThat(Visitor.signedIn(APP, "shashi-duban").get(of).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(APP, "chaoyang").get("/desk/suggestions").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_raises_is_offered_likely_categories_or_nothing() {
        Visitor visitor = Visitor.to(APP);
        Map<String, String> lamp = Map.of("programme", "three-lists", "title", "路灯坏了", "description", LAMP);
        Map<String, String> odd = Map.of("programme", "three-lists", "title", "ξψωξ", "description", "ωωω");

        assertThat(visitor.post("/raise", "/raise/categories", lamp).body()).contains("data-category=\"roads\"");
        assertThat(visitor.post("/raise", "/raise/categories", odd).body()).doesNotContain("data-category");
        assertThat(visitor.get("/raise").body()).contains("data-likely");
    }

    private static Map<String, Object> returned(String proposed) {
        return Map.of("legal-ground", "依据三定方案第三条", "proposed-unit", (long) CITY.unit(proposed));
    }

    private static Routed routed() {
        return APP.bean(Wording.class).routed().getFirst();
    }

    private static Matter matter(MatterNumber number) {
        return APP.bean(MatterLookup.class).find(number).orElseThrow();
    }
}
