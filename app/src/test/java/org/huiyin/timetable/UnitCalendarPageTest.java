package org.huiyin.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.huiyin.org.Organisation;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitCalendarPageTest {

    private final TestApp app = TestApp.start();
    private final CalendarVersions versions = app.bean(CalendarVersions.class);
    private final Visitor admin = Visitor.signedIn(app, "admin");
    private final int bureau =
            app.bean(Organisation.class).units().find("jz-cg").orElseThrow().id();

    @AfterEach
    void close() {
        give("", versions.current().number(), "收回");
    }

    @Test
    void a_unit_is_given_a_calendar_after_a_look_and_units_below_it_follow() {
        HttpResponse<String> look = admin.get("/admin/calendar/units?unit=" + bureau + "&calendar=always");
        assertThat(look.body()).contains("个未办结的期限会变动", "全天候");

        HttpResponse<String> given = give("always", versions.current().number(), "指挥中心全天候值守");

        assertThat(Visitor.location(given)).isEqualTo("/admin/calendar/units");
        assertThat(versions.current().units())
                .containsEntry(bureau, "always")
                .hasSize(app.bean(Organisation.class).units().subtree(bureau).size());
        assertThat(admin.get("/admin/calendar/units").body()).contains("全天候");
    }

    @Test
    void what_is_unknown_out_of_date_or_without_a_reason_is_refused() {
        int now = versions.current().number();

        assertThat(give("no-such", now, "试一试").statusCode()).isEqualTo(404);
        assertThat(give("always", now - 1, "试一试").statusCode()).isEqualTo(409);
        assertThat(give("always", now + 1, "试一试").statusCode()).isEqualTo(409);
        assertThat(give("always", now, " ").statusCode()).isEqualTo(422);
        assertThat(versions.current().number()).isEqualTo(now);
    }

    @Test
    void another_calendar_begins_as_a_copy_and_is_then_published_like_any() {
        HttpResponse<String> look = admin.post(
                "/admin/calendar",
                "/admin/calendar/previews",
                Map.of("calendar", "cn", "code", "port-duty", "title", "港口值班"));
        assertThat(look.body()).contains("这是一套新的日历", "港口值班");

        String json = versions.inForce().as("port-duty", "港口值班", "").json();
        admin.post(
                "/admin/calendar",
                "/admin/calendar/versions",
                Map.of("basedOn", Integer.toString(versions.current().number()), "json", json, "why", "港口昼夜值班"));

        assertThat(admin.get("/admin/calendar?calendar=port-duty").body()).contains("港口值班", "港口昼夜值班");
        assertThat(versions.current().calendars()).containsKey("port-duty");
    }

    private HttpResponse<String> give(String calendar, int basedOn, String why) {
        return admin.post(
                "/admin/calendar/units",
                "/admin/calendar/units",
                Map.of(
                        "unit",
                        Integer.toString(bureau),
                        "calendar",
                        calendar,
                        "basedOn",
                        Integer.toString(basedOn),
                        "why",
                        why));
    }
}
