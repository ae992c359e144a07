package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class CockpitPageTest {

    private final TestApp app = ToldCity.app();
    private final Visitor leader = Visitor.signedIn(app, "leader");

    @Test
    void the_figures_alone_are_sent_for_the_page_that_is_open() {
        String bands = get(leader, "/cockpit?part=bands");

        assertThat(bands).doesNotContain("<html").contains("大家反映什么", "谁超期了", "办得怎样");
    }

    @Test
    void a_page_that_has_the_bands_as_they_are_gets_nothing_but_the_time() {
        HttpResponse<String> first = leader.get("/cockpit?part=bands");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = bands(tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("X-As-Of")).isPresent();
        assertThat(bands("\"another\"").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> bands(String tag) {
        return leader.send(HttpRequest.newBuilder(app.at("/cockpit?part=bands")).header("If-None-Match", tag));
    }

    @Test
    void a_county_leader_comes_to_the_own_county_and_may_look_at_the_city() {
        Visitor county = Visitor.signedIn(app, "shashi-leader");

        assertThat(get(county, "/cockpit")).contains("<h1>沙市区情况</h1>", "朝阳街道");
        assertThat(get(county, "/cockpit?place=")).contains("<h1>全市情况</h1>");
        assertThat(get(county, "/cockpit?place=4210")).contains("<h1>全市情况</h1>");
    }

    @Test
    void a_page_without_a_period_of_its_own_goes_on_to_the_next_one() {
        assertThat(get(leader, "/cockpit")).doesNotContainPattern("hx-get=\"[^\"]*period=");
        assertThat(get(leader, "/cockpit?period=2026-02")).containsPattern("hx-get=\"[^\"]*period=");
    }

    @Test
    void a_leader_reads_no_matter_that_is_kept_off_the_board() {
        String number = app.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id from matter where confidential and lead_unit is not null order by id limit 1")
                .query((row, n) -> new org.huiyin.matter.MatterNumber(row.getLong(1)).toString())
                .single();

        assertThat(leader.get("/desk/matters/" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void a_resident_is_not_let_in() {
        assertThat(Visitor.signedIn(app, "resident").get("/cockpit").statusCode())
                .isEqualTo(403);
    }

    private static String get(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
