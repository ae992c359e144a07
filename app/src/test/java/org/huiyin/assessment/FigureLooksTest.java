package org.huiyin.assessment;

import com.microsoft.playwright.Page;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of figures fits its window and can be used by everybody, down to the matters behind a number. */
class FigureLooksTest {

    private static final TestApp APP = ToldCity.app();
    private static final String OF_MONTH = "?period=" + ToldCity.MONTH;

    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.PHONE.in("en").dark(), Look.DESK.dark(), Look.DESK.in("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            Page page = visit.signIn("duban");
            visit.hold("/cockpit" + OF_MONTH, "cockpit");
            visit.hold(behind(page, ".band-asked .bars [data-n]"), "cockpit-behind");
            visit.hold("/desk/assessment" + OF_MONTH, "assessment");
            String figure = behind(page, ".figures-table [data-share]");
            visit.hold("/desk/assessment" + OF_MONTH + "&by=category", "assessment-category");
            visit.hold(figure, "figure");
            visit.hold(behind(page, "main [data-n]"), "figure-behind");
            visit.hold("/desk/exclusions" + OF_MONTH, "exclusions");
            visit.hold("/desk/bulletin" + OF_MONTH, "bulletin");
            visit.hold("/desk/objections", "objections-to-decide");
            visit.hold("/desk/topics", "topics");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("chengguan-head");
            visit.hold("/units/jz-cg" + OF_MONTH, "unit");
            visit.hold("/desk/instruments", "instruments-of-unit");
            visit.hold("/desk/inbox", "inbox-full");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("hotline");
            visit.hold("/desk/callbacks", "callbacks");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("leader");
            visit.hold("/cockpit?place=421002", "cockpit-county");
            visit.hold("/account", "account");
        }
    }

    private static String behind(Page page, String figure) {
        return Objects.requireNonNull(page.locator(figure).first().getAttribute("href"));
    }
}
