package org.huiyin.search;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.city.DemoCity;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searching, matters that say the same, what people talk about and how good suggestions are: all fit their windows and can be used by everybody. */
class FindLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final String SAID = "滨湖花园小区三栋旁边的路灯坏了半个月，晚上一片漆黑，老人孩子出门很不安全，请尽快派人维修。";

    static {
        Handling handling = new Handling(APP);
        for (String more : new String[] {"", "谢谢！", "已经反映过两次。"}) {
            handling.raise(Map.of("title", "滨湖花园小区路灯不亮，夜间出行十分不便" + more, "description", SAID + more));
        }
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            hold(visit, "/search", "search-empty");
            hold(visit, "/search?q=路灯 小区", "search-public");
            signIn(visit.page(), "chaoyang");
            hold(visit, "/search?q=路灯 小区", "search");
            hold(visit, "/search?q=路灯&list=problem&category=roads&place=421002", "search-narrowed");
            hold(visit, "/search?q=没有这样的词", "search-nothing");
            hold(visit, "/desk/alike", "alike");
            hold(visit, "/desk/topics", "topics");
        }
        try (Visit visit = Visit.to(APP, look)) {
            signIn(visit.page(), "admin");
            hold(visit, "/desk/suggestions", "suggestions");
        }
    }

    private static void signIn(Page page, String login) {
        page.navigate("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", DemoCity.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void hold(Visit visit, String path, String name) {
        visit.page().navigate(path);
        visit.screenshot(name);
        visit.assertFits();
        visit.assertAccessible();
        visit.assertNoComplaints();
    }
}
