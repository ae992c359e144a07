package org.huiyin.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.stream.Stream;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resident page in every look: it fits, it is accessible, its console is empty, and its picture is kept. */
class ResidentPagesTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    /** Both devices, languages and schemes, each at least twice. */
    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.PHONE.in("en").dark(), Look.DESK.dark(), Look.DESK.in("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void raising(Look look) {
        try (var visit = Visit.to(app, look)) {
            Page page = visit.page();
            page.navigate("/raise");
            page.waitForSelector(".cascade");
            look(visit, "raise");
            page.fill("#f-title", "红星路口的路灯不亮");
            page.fill("#f-description", "连续三晚不亮。我叫王小明，电话13812345678。");
            page.setInputFiles("#f-photos", new FilePayload("灯.jpg", "image/jpeg", Handling.photo()));
            page.waitForSelector(".previews img");
            page.selectOption("#f-place", "421002");
            page.click("button[value=preview]");
            page.waitForSelector(".public-face");
            look(visit, "raise-preview");
            page.click("button[value=change]");
            page.waitForSelector(".kept img");
            look(visit, "raise-again");
            page.click("button[value=hand-in]");
            page.waitForURL("**/receipt");
            look(visit, "receipt");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void following(Look look) {
        Raised matter = handling.raise("园林路路灯连续三晚不亮");
        try (var visit = Visit.to(app, look)) {
            Page page = visit.page();
            page.navigate("/m");
            look(visit, "code");
            page.navigate("/m/" + matter.number());
            look(visit, "public-raised");
            handling.answer(matter.number());
            page.navigate("/m/" + matter.number() + "?code=" + matter.code());
            look(visit, "raiser-answered");
            page.navigate("/board");
            look(visit, "board");
            page.navigate("/board?place=421002&list=task&q=没有这个词");
            look(visit, "board-none");
        }
    }

    @Test
    void large_type_fits_a_phone() {
        Raised matter = handling.raise("园林路路灯连续三晚不亮");
        try (var visit = Visit.to(app, Look.PHONE)) {
            Page page = visit.page();
            page.navigate("/raise?elder=1");
            look(visit, "elder-raise");
            page.navigate("/m/" + matter.number() + "?code=" + matter.code());
            look(visit, "elder-raiser-raised");
            page.navigate("/m/" + matter.number() + "/receipt");
            look(visit, "elder-receipt");
            page.navigate("/board");
            look(visit, "elder-board");
        }
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
        try (var visit = Visit.withoutScript(app, Look.PHONE)) {
            Page page = visit.page();
            page.navigate("/raise");
            page.fill("#f-title", "路");
            page.fill("#f-description", "连续三晚不亮。");
            page.setInputFiles("#f-photos", new FilePayload("灯.jpg", "image/jpeg", Handling.photo()));
            page.click("button[value=hand-in]");
            visit.screenshot("raise-wrong");
            visit.assertFits();

            assertThat(page.inputValue("#f-description")).isEqualTo("连续三晚不亮。");
            assertThat(page.textContent("#f-title-error")).contains("至少写2个字");
            assertThat(page.textContent("#f-place-error")).contains("必须填写");
            assertThat(page.locator("input[name=kept]").count()).isEqualTo(1);

            page.fill("#f-title", "路灯不亮");
            page.selectOption("#f-place", "421002005");
            page.click("button[value=hand-in]");
            assertThat(page.url()).endsWith("/receipt");
        }
    }

    private static void look(Visit visit, String name) {
        visit.screenshot(name);
        visit.assertFits();
        visit.assertAccessible();
        visit.assertNoComplaints();
    }
}
