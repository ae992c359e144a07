package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Covering parts of a picture with whatever hand somebody has: a mouse, a finger, a keyboard. */
class BlurJourneyTest {

    private final TestApp app = TestApp.start();

    @Test
    void a_mouse_draws_moves_and_takes_away_and_a_tap_draws_nothing() {
        try (Visit visit = opened(Look.DESK)) {
            Page page = visit.page();
            BoundingBox face = face(page);
            page.mouse().click(face.x + 5, face.y + 5);
            assertThat(boxes(page).count()).isZero();

            for (int i = 0; i < 5; i++) {
                double left = face.x + face.width * i / 10;
                page.mouse().move(left, face.y + 10);
                page.mouse().down();
                page.mouse().move(left + face.width / 20, face.y + face.height / 2);
                page.mouse().up();
            }

            assertThat(boxes(page).count())
                    .as("more than rows were there at first")
                    .isEqualTo(5);
            double before = number(page, 0, "left");
            BoundingBox first = boxes(page).first().boundingBox();
            page.mouse().move(first.x + 4, first.y + first.height - 4);
            page.mouse().down();
            page.mouse().move(first.x + 4 + face.width / 2, first.y + first.height - 4);
            page.mouse().up();
            assertThat(number(page, 0, "left")).isBetween(before + 45, before + 55);
            boxes(page).nth(1).locator("button").click();
            assertThat(boxes(page).count()).isEqualTo(4);

            saved(page);
            assertThat(boxes(page).count()).isEqualTo(4);
            visit.hold("blur-drawn");
        }
    }

    @Test
    void a_keyboard_sets_down_moves_stretches_and_takes_away() {
        try (Visit visit = opened(Look.DESK)) {
            Page page = visit.page();
            page.locator("[data-blur-add]").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Shift+ArrowRight");
            visit.screenshot("blur-keyboard");

            assertThat(number(page, 0, "left")).isEqualTo(39);
            assertThat(number(page, 0, "top")).isEqualTo(41);
            assertThat(number(page, 0, "width")).isEqualTo(21);
            assertThat(number(page, 0, "height")).isEqualTo(20);
            page.locator("[data-blur-add]").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Delete");
            assertThat(boxes(page).count()).isEqualTo(1);
            assertThat((Boolean) page.evaluate("document.activeElement.hasAttribute('data-blur-add')"))
                    .as("the keyboard is not lost")
                    .isTrue();

            saved(page);
            assertThat(boxes(page).count()).isEqualTo(1);
        }
    }

    @Test
    void a_finger_draws() {
        try (Visit visit = opened(Look.PHONE)) {
            Page page = visit.page();
            BoundingBox face = face(page);
            CDPSession hand = page.context().newCDPSession(page);
            touch(hand, "touchStart", face.x + 20, face.y + 20);
            touch(hand, "touchMove", face.x + 60, face.y + 40);
            touch(hand, "touchMove", face.x + 100, face.y + 80);
            hand.send("Input.dispatchTouchEvent", event("touchEnd", new JsonArray()));

            page.waitForCondition(() -> boxes(page).count() == 1);
            assertThat(number(page, 0, "width")).isBetween(8000 / face.width - 1, 8000 / face.width + 1);
            saved(page);
            assertThat(boxes(page).count()).isEqualTo(1);
            visit.hold("blur-finger");
        }
    }

    private Visit opened(Look look) {
        Handling handling = new Handling(app);
        String number = handling.raise("路灯不亮").number();
        handling.answer(number);
        Matcher picture = Pattern.compile("href=\"(/attachments/[0-9a-f-]{36})\"")
                .matcher(Visitor.to(app).get("/m/" + number).body());
        assertThat(picture.find()).isTrue();
        Visit visit = Visit.to(app, look);
        visit.signIn("chengguan");
        visit.page().navigate("/desk" + picture.group(1) + "/blur");
        return visit;
    }

    private static BoundingBox face(Page page) {
        Locator picture = page.locator("[data-blur] img");
        picture.scrollIntoViewIfNeeded();
        return picture.boundingBox();
    }

    private static Locator boxes(Page page) {
        return page.locator(".blur-box:visible");
    }

    private static double number(Page page, int row, String name) {
        return Double.parseDouble(page.locator("[data-row]")
                .nth(row)
                .locator("[name=" + name + "]")
                .inputValue());
    }

    private static void saved(Page page) {
        page.locator("form[action$='/blur'] button.primary").click();
        page.waitForSelector(".notice");
    }

    private static void touch(CDPSession hand, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        hand.send("Input.dispatchTouchEvent", event(type, points));
    }

    private static JsonObject event(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }
}
