package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class BulkTest {

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);

    @Test
    void three_hundred_matters_are_dispatched_at_once() {
        List<MatterNumber> numbers = raised(300);
        var clerk = Visitor.signedIn(app, "chaoyang");
        long start = System.nanoTime();

        var answer = send(clerk, "/desk/steps", rows(numbers, 1), dispatching());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("300 件全部办好");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(numbers).allSatisfy(number -> {
            assertThat(town.matter(number).state()).isEqualTo("dispatched");
            assertThat(town.matter(number).category()).isEqualTo("roads");
        });
        assertThat(answer.body()).contains("已派给沙市区住房和城乡建设局，3月");
    }

    @Test
    void each_row_tells_its_own_outcome_and_sending_twice_does_nothing_twice() {
        List<MatterNumber> numbers = raised(3);
        town.dispatch(numbers.get(0));
        town.take("resident", numbers.get(1), "withdraw", Map.of());
        var clerk = Visitor.signedIn(app, "chaoyang");
        List<String> rows = rows(numbers, 1);
        rows.set(1, numbers.get(1) + ":2");
        rows.add("202600000019:1");
        rows.add("<script>:1");

        var first = send(clerk, "/desk/steps", rows, dispatching());
        var again = send(clerk, "/desk/steps", rows, dispatching());

        assertThat(first.body())
                .contains("1 件办好，4 件没有办", "别人先办了一步", "现在是“已撤回”", "编号不对", "&lt;script>")
                .doesNotContain("<script>:");
        assertThat(again.body()).contains("1 件办好，4 件没有办");
        assertThat(town.matter(numbers.get(2)).version()).isEqualTo(2);
    }

    @Test
    void the_form_for_many_shows_them_and_proposes_units() {
        List<MatterNumber> numbers = raised(2);

        var answer = send(
                Visitor.signedIn(app, "chaoyang"), "/desk/selection", rows(numbers, 1), Map.of("step", "dispatch"));

        assertThat(answer.body())
                .contains("派单 2 件", numbers.get(0).toString(), numbers.get(1).toString(), "label=\"建议\"", "不填就保留");
    }

    @Test
    void merging_joins_the_others_to_the_one_that_is_named() {
        List<MatterNumber> numbers = raised(4);
        String into = numbers.getFirst().toString();

        send(Visitor.signedIn(app, "chaoyang"), "/desk/steps", rows(numbers, 1), Map.of("step", "merge", "into", into));

        assertThat(town.matter(numbers.getFirst()).merged()).isEqualTo(3);
        assertThat(numbers.subList(1, 4))
                .allSatisfy(number -> assertThat(town.matter(number).state()).isEqualTo("merged"));
    }

    @Test
    void a_key_signs_one_row_and_leads_back_to_the_list() {
        MatterNumber number = raised(1).getFirst();
        town.dispatch(number);

        var answer = send(
                Visitor.signedIn(app, "zhujian"),
                "/desk/steps",
                rows(List.of(number), 2),
                Map.of("step", "sign", "from", "list=to-sign"));

        assertThat(Visitor.location(answer)).isEqualTo("/desk?list=to-sign");
        assertThat(town.matter(number).state()).isEqualTo("in-hand");
    }

    @Test
    void what_makes_no_sense_is_refused_as_a_whole() {
        var clerk = Visitor.signedIn(app, "chaoyang");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add("202600000019:1");
        }
        MatterNumber number = raised(1).getFirst();

        assertThat(send(clerk, "/desk/steps", many, dispatching()).body()).contains("一次最多办 500 件");
        assertThat(send(clerk, "/desk/steps", List.of(), dispatching()).body()).contains("没有选中事项");
        assertThat(send(clerk, "/desk/steps", rows(List.of(number), 1), Map.of("step", "decline"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(clerk, "/desk/steps", rows(List.of(number), 1), Map.of("step", "dispatch"))
                        .body())
                .contains("这一项必须填写");
        assertThat(clerk.postForged("/desk/steps", dispatching()).statusCode()).isEqualTo(403);
    }

    private List<MatterNumber> raised(int count) {
        List<MatterNumber> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(town.raise(Map.of("title", "一起办试验" + i)));
        }
        return numbers;
    }

    private static List<String> rows(List<MatterNumber> numbers, int version) {
        return numbers.stream().map(number -> number + ":" + version).collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<String, String> dispatching() {
        return Map.of(
                "step", "dispatch",
                "lead", Integer.toString(town.unit("ss-zj")),
                "urgency", "normal",
                "key", "b9c1f0a2-0000-4000-8000-000000000001");
    }

    private HttpResponse<String> send(Visitor who, String path, List<String> rows, Map<String, String> fields) {
        String token = who.get("/desk/matters/" + town.raise(Map.of()))
                .body()
                .replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String body = "_csrf=" + encode(token)
                + rows.stream().map(row -> "&row=" + encode(row)).collect(Collectors.joining())
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining());
        return who.send(HttpRequest.newBuilder(app.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
