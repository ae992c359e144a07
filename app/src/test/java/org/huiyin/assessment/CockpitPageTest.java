package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class CockpitPageTest {

    private static final Pattern BAR = Pattern.compile(
            "<th scope=\"row\"><a href=\"([^\"]+)\">.*?</a>.*?<td class=\"figures\">([\\d,]+)</td>", Pattern.DOTALL);
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final TestApp app = ToldCity.app();
    private final Visitor leader = Visitor.signedIn(app, "duban");

    @Test
    void every_bar_leads_to_exactly_as_many_matters_as_it_shows() {
        String page = get("/cockpit");
        Map<String, Integer> bars = new LinkedHashMap<>();
        Matcher bar = BAR.matcher(page);
        while (bar.find()) {
            bars.put(
                    bar.group(1).replace("&amp;", "&"),
                    Integer.parseInt(bar.group(2).replace(",", "")));
        }

        assertThat(bars).hasSizeGreaterThan(12);
        assertThat(bars.keySet()).anyMatch(link -> link.startsWith("/cockpit/late"));
        bars.forEach((link, n) -> assertThat(listed(link)).as(link).isEqualTo(n));
    }

    @Test
    void the_figures_alone_are_sent_for_the_page_that_is_open() {
        String bands = get("/cockpit?part=bands");

        assertThat(bands).doesNotContain("<html").contains("大家反映什么", "谁超期了", "办得怎样");
    }

    @Test
    void a_resident_is_not_let_in() {
        assertThat(Visitor.signedIn(app, "resident").get("/cockpit").statusCode())
                .isEqualTo(403);
    }

    private int listed(String list) {
        int rows = 0;
        String next = list;
        while (!next.isEmpty()) {
            String page = get(next);
            rows += page.split("data-counted=", -1).length - 1;
            Matcher older = OLDER.matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : "";
        }
        return rows;
    }

    private String get(String path) {
        HttpResponse<String> answer = leader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
