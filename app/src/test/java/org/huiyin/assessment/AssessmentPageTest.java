package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentPageTest {

    private static final Pattern FIGURE = Pattern.compile("href=\"(/desk/assessment/figure\\?[^\"]+)\"");
    private static final Pattern COUNT = Pattern.compile("href=\"(/desk/assessment/matters\\?[^\"]+)\">([\\d,]+)</a>");
    private static final Pattern ROW = Pattern.compile("data-counted=");
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final TestApp app = ToldCity.app();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @Test
    void every_figure_of_the_demonstration_city_leads_to_exactly_as_many_matters_as_it_counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String by : List.of("county", "town", "department", "enterprise", "place", "category")) {
            String page = get("/desk/assessment?period=" + ToldCity.MONTH + "&by=" + by);
            for (String figure : links(FIGURE, page)) {
                COUNT.matcher(get(figure))
                        .results()
                        .forEach(found -> counts.put(
                                plain(found.group(1)),
                                Integer.parseInt(found.group(2).replace(",", ""))));
            }
        }

        assertThat(counts).hasSizeGreaterThan(200);
        assertThat(counts.values()).anyMatch(n -> n > 50);
        List<String> wrong = new ArrayList<>();
        counts.forEach((list, count) -> {
            int listed = listed(list);
            if (listed != count) {
                wrong.add(list + ": " + count + " counted, " + listed + " listed");
            }
        });
        assertThat(wrong).isEmpty();
    }

    private int listed(String list) {
        int rows = 0;
        String next = list;
        while (!next.isEmpty()) {
            String page = get(next);
            rows += (int) ROW.matcher(page).results().count();
            next = links(OLDER, page).stream().findFirst().orElse("");
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/assessment?period=2099-01",
                "/desk/assessment?period=2026-13",
                "/desk/assessment?period=week/2026-03",
                "/desk/assessment?by=nobody",
                "/desk/assessment/figure?by=department&measure=nothing",
                "/desk/assessment/matters?by=department&part=nothing",
                "/desk/assessment/matters?by=department&key=x&part=valid"
            })
    void what_there_is_not_is_refused_in_words(String path) {
        HttpResponse<String> answer = supervisor.get(path);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).containsAnyOf("没有", "还没有开始");
    }

    @Test
    void a_class_in_which_nothing_was_counted_says_so() {
        assertThat(get("/desk/assessment?period=2026-03&by=village")).contains("这一期还没有数字");
    }

    @Test
    void only_a_supervisor_of_the_whole_city_publishes_and_what_is_published_is_shown_with_its_fingerprint() {
        Visitor head = Visitor.signedIn(app, "chengguan-head");
        assertThat(head.post("/desk", "/desk/assessment/rankings", Map.of("period", ToldCity.MONTH))
                        .statusCode())
                .isEqualTo(403);
        assertThat(supervisor
                        .post("/desk", "/desk/assessment/rankings", Map.of("period", "assessment-month/2026-04"))
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> done =
                supervisor.post("/desk", "/desk/assessment/rankings", Map.of("period", ToldCity.MONTH));

        assertThat(done.statusCode()).isEqualTo(303);
        String page = get("/desk/assessment?period=" + ToldCity.MONTH);
        var frozen = Pattern.compile("href=\"([^\"]+)\" class=\"code\">([0-9a-f]{64})<")
                .matcher(page);
        assertThat(frozen.find()).isTrue();
        byte[] bytes = get(plain(frozen.group(1))).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Canonical.fingerprint(bytes)).isEqualTo(frozen.group(2));
        assertThat(supervisor
                        .post("/desk", "/desk/assessment/rankings", Map.of("period", ToldCity.MONTH))
                        .statusCode())
                .isEqualTo(409);
    }

    private String get(String path) {
        HttpResponse<String> answer = supervisor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> links(Pattern pattern, String page) {
        Set<String> links = new LinkedHashSet<>();
        pattern.matcher(page).results().forEach(found -> links.add(plain(found.group(1))));
        return links;
    }

    private static String plain(String link) {
        return link.replace("&amp;", "&");
    }
}
