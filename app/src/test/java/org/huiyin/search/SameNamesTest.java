package org.huiyin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, states and categories that programmes call the same are one thing to narrow by. */
class SameNamesTest {

    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"[^>]*>([^<]*)</option>");

    private final TestApp app = TestApp.start();

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/desk"})
    void nothing_can_be_chosen_twice(String path) {
        Visitor clerk = Visitor.signedIn(app, "chaoyang");
        for (String select : List.of("list", "state", "category")) {
            assertThat(labels(clerk.get(path).body(), select)).as(select).doesNotHaveDuplicates();
        }
        assertThat(labels(clerk.get(path).body(), "category")).contains("城乡建设", "农业农村");
    }

    @Test
    void what_is_chosen_finds_the_matters_of_every_programme_that_calls_it_so() {
        Handling handling = new Handling(app);
        Raised matter = handling.raise(Map.of("title", "申戌坪路灯不亮", "category", "roads"));
        Visitor visitor = Visitor.to(app);

        String page = visitor.get("/search").body();

        assertThat(found(chosen(page, "list", "问题清单"), chosen(page, "category", "道路与路灯")))
                .containsExactly(matter.number());
        assertThat(found(chosen(page, "list", "待交办"), "")).isEmpty();
        assertThat(found("", chosen(page, "category", "交通和道路"))).isEmpty();
        assertThat(found("problem", "roads")).containsExactly(matter.number());
        assertThat(visitor.get("/search?q=%E7%94%B3%E6%88%8C%E5%9D%AA&list=" + chosen(page, "list", "问题清单"))
                        .body())
                .contains(" selected>问题清单</option>", "chip-rest\">问题清单</span>");
    }

    private List<String> found(String list, String category) {
        return Caller.nobody(app)
                .get("/api/v1/search?q=%E7%94%B3%E6%88%8C%E5%9D%AA&list=" + list + "&category=" + category)
                .body()
                .path("items")
                .findValuesAsString("number");
    }

    private static String chosen(String page, String select, String label) {
        return options(page, select).stream()
                .filter(option -> option.group(2).equals(label))
                .map(option -> option.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(String page, String select) {
        return options(page, select).stream().map(option -> option.group(2)).toList();
    }

    private static List<MatchResult> options(String page, String select) {
        int from = page.indexOf("name=\"" + select + "\"");
        return from < 0
                ? List.of()
                : OPTION.matcher(page.substring(from, page.indexOf("</select>", from)))
                        .results()
                        .toList();
    }
}
