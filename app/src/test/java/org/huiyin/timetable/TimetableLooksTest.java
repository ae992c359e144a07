package org.huiyin.timetable;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator sets suits every reader: calendars, limits, keys, subscriptions; and so does what it changes, before it is set. */
class TimetableLooksTest {

    private static final TestApp APP = TestApp.start();

    static {
        Visitor.signedIn(APP, "admin"); // the demonstration city comes with the first visitor
    }

    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.PHONE.in("en").dark(), Look.DESK.dark(), Look.DESK.in("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            Page page = visit.signIn("admin");
            visit.hold("/admin/calendar", "calendar");
            page.fill("#from", "2026-10-10");
            page.fill("#hours", "09:00-12:00 13:00-17:00");
            page.fill("#name", "全市城乡环境卫生集中整治行动和志愿服务活动日");
            page.locator("form:has(#from) button[type=submit]").click();
            page.waitForURL("**/previews");
            visit.hold("calendar-preview");
            visit.hold("/admin/calendar/1", "calendar-version");
            visit.hold("/admin/calendar/units", "calendar-units");
            visit.hold("/admin/limits", "limits");
            page.fill("#limit", "3wd");
            page.locator("form:has(#limit) button[type=submit]").click();
            page.waitForURL("**/previews");
            visit.hold("limit-preview");
            visit.hold("/admin/keys", "keys");
            visit.hold("/admin/webhooks", "webhooks");
            visit.hold("/developers", "developers");
            visit.hold("/log", "log");
            visit.hold("/desk/suggestions", "suggestions");
        }
    }
}
