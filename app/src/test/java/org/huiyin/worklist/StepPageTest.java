package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class StepPageTest {

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);
    private final MatterNumber number = town.raise(Map.of());

    @Test
    void a_dispatched_matter_is_reported_with_unit_and_time() {
        var clerk = Visitor.signedIn(app, "chaoyang");

        var answer = step(clerk, "dispatch", 1, dispatching());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(answer)).isEqualTo("/desk/matters/" + number);
        assertThat(clerk.get(Visitor.location(answer)).body()).contains("已派给沙市区住房和城乡建设局，3月");
        assertThat(town.matter(number).state()).isEqualTo("dispatched");
    }

    @Test
    void the_same_form_sent_twice_is_done_once() {
        var clerk = Visitor.signedIn(app, "chaoyang");
        Map<String, String> fields = dispatching();
        fields.put("key", "0f8fad5b-d9cb-469f-a165-70867728950e");

        step(clerk, "dispatch", 1, fields);
        var again = step(clerk, "dispatch", 1, fields);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(town.matter(number).version()).isEqualTo(2);
    }

    @Test
    void a_form_that_lacks_something_comes_back_with_everything_typed() {
        var clerk = Visitor.signedIn(app, "chaoyang");

        var answer = step(clerk, "dispatch", 1, new LinkedHashMap<>(Map.of("goal", "三天内修好路灯", "kind", "help")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("有 3 处需要改一改", "三天内修好路灯", "这一项必须填写");
    }

    @Test
    void who_is_second_reads_what_the_first_did_and_keeps_what_they_typed() {
        town.dispatch(number);
        town.take("zhujian", number, "sign", Map.of());
        var second = Visitor.signedIn(app, "zhujian-head");

        var answer = step(second, "note", 2, new LinkedHashMap<>(Map.of("note", "我写了半天的进展")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("别人先办了一步", "办理中", "已签收", "我写了半天的进展");
        assertThat(answer.body()).contains("name=\"expected\" value=\"3\"");
    }

    @Test
    void a_step_whose_time_is_over_is_refused_in_words_and_gives_the_text_back() {
        town.dispatch(number);
        var handler = Visitor.signedIn(app, "zhujian");

        var answer = step(
                handler,
                "request-extension",
                2,
                new LinkedHashMap<>(Map.of("days", "3", "extension-reason", "要等路灯配件到货")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这件事现在是“待签收”，不能申请延期", "要等路灯配件到货");
    }

    @Test
    void a_step_of_others_is_refused() {
        town.dispatch(number);

        var answer = step(Visitor.signedIn(app, "zhujian"), "urge", 2, new LinkedHashMap<>());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("“催办”不由您的岗位来办");
    }

    @Test
    void a_made_up_step_is_refused() {
        var answer = step(Visitor.signedIn(app, "chaoyang"), "explode", 1, new LinkedHashMap<>());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("explode");
    }

    @Test
    void a_matter_of_another_town_does_not_exist_for_a_clerk() {
        var foreign = Visitor.signedIn(app, "t421002001.d");

        assertThat(foreign.get("/desk/matters/" + number).statusCode()).isEqualTo(404);
        assertThat(foreign.get("/desk/matters/" + number + "/beside").statusCode())
                .isEqualTo(404);
        assertThat(step(foreign, "/desk", "dispatch", 1, dispatching()).statusCode())
                .isEqualTo(404);
        assertThat(foreign.get("/desk/matters/202600000019").statusCode()).isEqualTo(404);
        assertThat(foreign.get("/desk/matters/nonsense").statusCode()).isEqualTo(404);
        assertThat(town.matter(number).version()).isEqualTo(1);
    }

    @Test
    void a_step_sent_by_another_site_is_refused() {
        var clerk = Visitor.signedIn(app, "chaoyang");

        var answer = clerk.postForged("/desk/matters/" + number + "/steps", dispatching());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void the_answer_begins_with_what_was_concluded_and_needs_no_second_typing() {
        town.dispatch(number);
        town.take("zhujian", number, "sign", Map.of());
        town.take("zhujian", number, "request-extension", Map.of("days", 3L, "extension-reason", "要等路灯配件到货"));

        String page =
                Visitor.signedIn(app, "chaoyang").get("/desk/matters/" + number).body();

        assertThat(page).contains("name=\"days\" value=\"3\"");
    }

    @Test
    void exactly_the_steps_a_person_may_take_are_offered() {
        town.dispatch(number);

        assertThat(Visitor.signedIn(app, "zhujian")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("data-step=\"sign\"", "data-step=\"return\"")
                .doesNotContain("data-step=\"dispatch\"", "data-step=\"urge\"");
        assertThat(Visitor.signedIn(app, "chaoyang")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("data-step=\"urge\"", "data-step=\"reassign\"")
                .doesNotContain("data-step=\"sign\"");
    }

    @Test
    void beside_the_list_the_next_matter_opens_after_a_step() {
        MatterNumber other = town.raise(Map.of("title", "下一件试验", "category", "animals"));
        MatterNumber first = town.raise(Map.of("title", "下一件试验", "category", "animals"));
        MatterNumber earlier = other.compareTo(first) < 0 ? other : first;
        MatterNumber later = earlier.equals(other) ? first : other;
        var clerk = Visitor.signedIn(app, "chaoyang");
        String from = "list=to-dispatch&category=animals&q=下一件试验";
        String cursor = clerk.get("/desk?" + from)
                .body()
                .replaceFirst("(?s).*data-number=\"" + earlier + "\" data-cursor=\"([^\"]+)\".*", "$1");
        Map<String, String> fields = dispatching();
        fields.putAll(Map.of("from", from, "cursor", cursor, "beside", "1", "step", "dispatch", "expected", "1"));

        var answer = clerk.post("/desk/matters/" + earlier, "/desk/matters/" + earlier + "/steps", fields);

        assertThat(Visitor.location(answer))
                .startsWith("/desk?list=to-dispatch")
                .endsWith("open=" + later);
        assertThat(clerk.get(Visitor.location(answer)).body()).contains("data-shown=\"" + later + "\"");
    }

    private Map<String, String> dispatching() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("lead", Integer.toString(town.unit("ss-zj")));
        fields.put("kind", "help");
        fields.put("category", "roads");
        fields.put("urgency", "normal");
        return fields;
    }

    private HttpResponse<String> step(Visitor who, String step, int expected, Map<String, String> fields) {
        return step(who, "/desk/matters/" + number, step, expected, fields);
    }

    private HttpResponse<String> step(
            Visitor who, String formPage, String step, int expected, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("step", step);
        all.put("expected", Integer.toString(expected));
        return who.post(formPage, "/desk/matters/" + number + "/steps", all);
    }
}
