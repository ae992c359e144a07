package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentPageTest {

    /** Nobody else publishes the ranking of this one. */
    private static final String CALENDAR_MONTH = "month/2026-02";

    private final TestApp app = ToldCity.app();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/assessment?period=2099-01",
                "/desk/assessment?period=2026-13",
                "/desk/assessment?period=week/2026-03",
                "/desk/assessment?by=nobody",
                "/desk/assessment?programme=nothing",
                "/desk/assessment?by=place&key=999999",
                "/desk/assessment?by=place&key=-",
                "/desk/assessment?by=category&key=nothing",
                "/desk/assessment/figure?by=unit&key=999999&measure=solve",
                "/desk/assessment/alarm?by=unit&key=1&alarm=nothing",
                "/desk/assessment/alarm?by=unit&key=1&alarm=too-good",
                "/desk/exclusions?unit=999999",
                "/cockpit?place=999999",
                "/cockpit?period=2099-01",
                "/cockpit/late?unit=x",
                "/cockpit/list?list=nothing",
                "/cockpit/asked?category=roads",
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
    void the_first_look_is_at_a_class_that_has_figures() {
        assertThat(get("/desk/assessment?period=" + ToldCity.MONTH)).contains("figures-table");
        assertThat(get("/desk/assessment")).doesNotContain("这一期还没有数字");
    }

    @Test
    void a_class_in_which_nothing_was_counted_says_so() {
        assertThat(get("/desk/assessment?period=2026-03&by=village")).contains("这一期还没有数字");
    }

    @Test
    void only_a_supervisor_of_the_whole_city_publishes_and_what_is_published_is_shown_with_its_fingerprint() {
        Visitor head = Visitor.signedIn(app, "chengguan-head");
        assertThat(head.post("/desk", "/desk/assessment/rankings", Map.of("period", CALENDAR_MONTH))
                        .statusCode())
                .isEqualTo(403);
        assertThat(supervisor
                        .post("/desk", "/desk/assessment/rankings", Map.of("period", "assessment-month/2026-04"))
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> done =
                supervisor.post("/desk", "/desk/assessment/rankings", Map.of("period", CALENDAR_MONTH));

        assertThat(done.statusCode()).isEqualTo(303);
        String page = get("/desk/assessment?period=" + CALENDAR_MONTH);
        var frozen = Pattern.compile("href=\"([^\"]+)\" class=\"code\">([0-9a-f]{64})<")
                .matcher(page);
        assertThat(frozen.find()).isTrue();
        byte[] bytes = get(plain(frozen.group(1))).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Canonical.fingerprint(bytes)).isEqualTo(frozen.group(2));
        assertThat(supervisor
                        .post("/desk", "/desk/assessment/rankings", Map.of("period", CALENDAR_MONTH))
                        .statusCode())
                .isEqualTo(409);
    }

    private String get(String path) {
        HttpResponse<String> answer = supervisor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String plain(String link) {
        return link.replace("&amp;", "&");
    }
}
