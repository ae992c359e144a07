package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.city.DemoCity;
import org.huiyin.testing.Look;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activities fit the phone of whoever is out and the desk of whoever plans, and can be used by everybody. */
class ActivityLooksTest {

    private static final Street TOWN = new Street();
    /** The phone's satellites tell the hour of the tests' city. */
    private static final String PHONE_TIME = """
            const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation);
            navigator.geolocation.watchPosition = (done, ...more) =>
              watch((at) => done({ coords: at.coords, timestamp: at.timestamp - %d }), ...more);
            """;

    private static String patrol = "";
    private static final String COURSE = furnished();

    private static String furnished() {
        String path = TOWN.planned("家门口的急救与用药安全讲座：心肺复苏、海姆立克法和慢性病用药提醒", "2");
        TOWN.signedUp(path, "王小明", "13800000001");
        TOWN.signedUp(path, "欧阳海棠", "13800000002");
        TOWN.signedUp(path, "赵大海", "13800000003");
        Map<String, String> finding = new HashMap<>(Map.of(
                "title", "会议室门口台阶没有扶手，老人上下不便",
                "press", "raise",
                "key", UUID.randomUUID().toString()));
        TOWN.clock.moveTo("2026-03-04T09:10");
        String page = TOWN.street.get(path + "/attendance").body();
        TOWN.street.post(
                Street.FORM,
                path + "/attendance",
                Map.of(
                        "who",
                        Street.found("name=\"who\" value=\"(guest:\\d+)\"", page),
                        "session",
                        "1",
                        "position",
                        "31.5,113.9",
                        "key",
                        UUID.randomUUID().toString()));
        TOWN.street.post(Street.FORM, path + "/findings", finding);
        patrol = Visitor.location(TOWN.grid.post(
                Street.FORM,
                "/desk/activities?kind=patrol",
                Map.of(
                        "title", "晨间巡查",
                        "day-1", "2026-03-04",
                        "from-1", "08:30",
                        "to-1", "09:30",
                        "place", "42100200500101",
                        "hosts", "罗子涵",
                        "key", UUID.randomUUID().toString())));
        return path;
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(TOWN.app, look)) {
            hold(visit, "/activities", "activities-open");
            hold(visit, Street.open(COURSE), "activity-open");
        }
        try (Visit visit = Visit.to(TOWN.app, look)) {
            signIn(visit.page(), "chaoyang");
            hold(visit, "/desk/activities?month=2026-03", "activities");
            hold(visit, "/desk/activities/new?kind=open-course", "activity-plan");
            hold(visit, COURSE, "activity");
            hold(visit, COURSE + "/attendance", "activity-attendance");
            hold(visit, COURSE + "/code", "activity-code");
            hold(visit, "/desk/duty", "activity-duty");
            hold(visit, "/desk/activity-figures", "activity-figures");
            hold(visit, "/desk/handovers", "activity-handovers");
        }
        try (Visit visit = Visit.to(TOWN.app, look)) {
            signIn(visit.page(), "grid");
            hold(visit, "/desk/my-day", "activity-my-day");
        }
    }

    /** The way is recorded while its owner goes, outlives a finding written down between, and travels with the report. */
    @Test
    void a_phone_records_the_way_across_pages_and_hands_it_in() {
        Look phone = Look.all().findFirst().orElseThrow();
        try (Visit visit = Visit.to(TOWN.app, phone)) {
            Page page = visit.page();
            signIn(page, "grid");
            page.context().grantPermissions(List.of("geolocation"));
            long ahead = ((Number) page.evaluate("Date.now()")).longValue()
                    - TOWN.clock.instant().toEpochMilli();
            page.addInitScript(PHONE_TIME.formatted(ahead));
            page.context().setGeolocation(new Geolocation(30.3300, 112.2400));
            page.navigate(patrol);
            page.click("[data-begin]");
            page.waitForSelector("[data-told]:has-text('0.00 公里')");
            page.context().setGeolocation(new Geolocation(30.3345, 112.2400));
            page.waitForSelector("[data-told]:has-text('0.50 公里')");
            page.navigate("/desk/my-day");
            page.navigate(patrol);
            page.context().setGeolocation(new Geolocation(30.3345, 112.2450));
            page.waitForSelector("[data-told]:has-text('0.98 公里')");
            visit.screenshot("activity-recording");
            page.click("[data-stop]");
            page.click("#report form button[type=submit]");
            page.waitForSelector(".way-line");
            assertThat(page.locator(".facts").allTextContents().toString()).contains("0.98 公里");
            assertThat(page.evaluate(
                            "Object.keys(localStorage).filter((key) => key.startsWith('huiyin-track')).length"))
                    .as("nothing of the way stays on the phone")
                    .isEqualTo(0);
            hold(visit, patrol, "activity-way");
        }
    }

    private static void signIn(Page page, String login) {
        page.navigate("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", DemoCity.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL("**/desk");
    }

    private static void hold(Visit visit, String path, String name) {
        visit.page().navigate(path);
        visit.screenshot(name);
        visit.assertFits();
        visit.assertAccessible();
        visit.assertNoComplaints();
    }
}
