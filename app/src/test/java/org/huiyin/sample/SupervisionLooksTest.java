package org.huiyin.sample;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inbox, the instruments and the samples fit their windows and can be used by everybody. */
class SupervisionLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final String NUMBER = furnished();

    private static String furnished() {
        String number = new Handling(APP).raise("看样：人行道地砖松动，雨天积水绊人").number();
        new Handling(APP).dispatch(number);
        Caller.of(APP, "duban").step(number, "urge", Map.of("urge-note", "请今天到场查看并答复"));
        APP.bean(Samples.class).advance(TestClock.instant("2026-03-03T09:00"));
        return number;
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            visit.hold("/board/samples", "samples");
            Page page = visit.signIn("chengguan");
            visit.hold("/desk/inbox", "inbox");
            visit.hold("/desk/instruments", "instruments");
            visit.hold("/desk/matters/" + NUMBER, "matter-urged");
            String slip = page.getAttribute("#instruments a", "href");
            visit.hold(slip, "instrument");
        }
    }
}
