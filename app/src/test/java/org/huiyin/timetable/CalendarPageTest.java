package org.huiyin.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

class CalendarPageTest {

    private static final Pattern JSON = Pattern.compile("name=\"json\" value=\"([^\"]*)\"");

    private final TestApp app = TestApp.start();
    private final CalendarVersions versions = app.bean(CalendarVersions.class);
    private final Visitor admin = Visitor.signedIn(app, "admin");

    @Test
    void a_day_of_the_citys_own_is_looked_at_published_and_shown() {
        int before = versions.current().number();
        HttpResponse<String> preview = preview(Map.of("from", "2008-08-08", "name", "奥运会开幕"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("奥运会开幕", "个未办结的期限会变动", "发布第 " + (before + 1) + " 版");

        HttpResponse<String> published = publish(before, json(preview), "北京奥运会开幕，全市放假一天");

        assertThat(Visitor.location(published)).isEqualTo("/admin/calendar");
        assertThat(admin.get("/admin/calendar").body()).contains("北京奥运会开幕，全市放假一天", "现行");
        assertThat(admin.get("/admin/calendar/" + (before + 1)).body()).contains("2008", "奥运会开幕", "工作日 08:30–12:00");
        assertThat(versions.current().number()).isEqualTo(before + 1);
    }

    @Test
    void what_makes_no_calendar_is_refused_in_words_and_nothing_is_published() {
        int before = versions.current().number();

        HttpResponse<String> turned = preview(Map.of("from", "2009-05-05", "to", "2009-05-04", "name", "放假"));
        HttpResponse<String> unread = preview(Map.of("json", "{\"year\": 2027, "));
        HttpResponse<String> nodate = preview(Map.of("from", "昨天", "name", "放假"));

        assertThat(turned.statusCode()).isEqualTo(422);
        assertThat(turned.body()).contains("不能发布", "早于");
        assertThat(unread.body()).contains("行不是 JSON").doesNotContain("StreamReadFeature");
        assertThat(nodate.body()).contains("不是日期");
        assertThat(versions.current().number()).isEqualTo(before);
    }

    @Test
    void publishing_upon_an_older_version_or_without_a_reason_is_refused() {
        String json = versions.inForce().json().replace("08:30-12:00", "08:00-11:30");
        int now = versions.current().number();

        assertThat(publish(now - 1, json, "改办公时间").statusCode()).isEqualTo(409);
        assertThat(publish(now, json, " ").statusCode()).isEqualTo(422);
        assertThat(publish(now, versions.inForce().json(), "再发一次").statusCode()).isEqualTo(422);
        assertThat(versions.current().number()).isEqualTo(now);
    }

    private HttpResponse<String> preview(Map<String, String> fields) {
        return admin.post("/admin/calendar", "/admin/calendar/previews", fields);
    }

    private HttpResponse<String> publish(int basedOn, String json, String why) {
        return admin.post(
                "/admin/calendar",
                "/admin/calendar/versions",
                Map.of("basedOn", Integer.toString(basedOn), "json", json, "why", why));
    }

    private static String json(HttpResponse<String> preview) {
        Matcher found = JSON.matcher(preview.body());
        assertThat(found.find()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
