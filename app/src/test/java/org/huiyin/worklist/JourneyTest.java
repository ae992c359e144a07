package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.huiyin.city.DemoCity;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.api.Test;

/** One street lamp, from the resident who stands in the dark to the public board, as each person lives it. */
class JourneyTest {

    private static final String TITLE = "健康巷口路灯不亮，夜里看不见路";
    private static final String HOUSING = "沙市区住房和城乡建设局";

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);
    private String number = "";

    @Test
    void a_lamp_is_raised_returned_twice_adjudicated_answered_reopened_and_closed() {
        try (Visit resident = Visit.to(app, Look.PHONE)) {
            resident.page().setDefaultTimeout(40_000);
            raise(resident.page());

            atDesk("chaoyang", "dispatch", page -> lead(page, HOUSING));
            atDesk("zhujian", "return", page -> giveBack(page, "沙市区城市管理"));
            atDesk("chaoyang", "dispatch", page -> lead(page, "市城市管理执法委员会"));
            atDesk("chengguan", "return", page -> giveBack(page, HOUSING));
            atDesk("chaoyang", "adjudicate", page -> {
                lead(page, HOUSING);
                page.fill(".step-form [name=ruling]", "背街小巷路灯由区住建局管养，请按职责办理。");
            });
            handleAndAnswer("更换了三盏灯具，已经亮了。");
            rate(resident.page(), "no", "not");

            atDesk("chaoyang", "dispatch", page -> lead(page, HOUSING));
            handleAndAnswer("线路也已重新敷设，连续三晚复查正常。");
            rate(resident.page(), "yes", "satisfied");

            resident.page().navigate("/board?list=result&q=" + TITLE.substring(0, 6));
            assertThat(resident.page().content()).contains(TITLE, "已办结");
            assertThat(town.matter(Numbers.read(number).orElseThrow()).round()).isEqualTo(2);
            resident.assertNoComplaints();
        }
    }

    private void raise(Page page) {
        page.navigate("/raise");
        page.fill("[name=title]", TITLE);
        page.fill("[name=description]", "巷口三盏路灯坏了一周，老人晚上不敢出门。");
        page.setInputFiles("input[type=file]", photo("路灯.jpg"));
        page.locator(".cascade select").nth(0).selectOption("421002");
        page.locator(".cascade select").nth(1).selectOption("421002005");
        page.locator(".cascade select").nth(2).selectOption("421002005001");
        page.click("button[value=hand-in]");
        page.waitForURL("**/receipt");
        number = page.locator(".ticket").first().textContent().strip();
        assertThat(page.locator(".ticket-code").textContent()).isNotBlank();
    }

    private void handleAndAnswer(String answer) {
        atDesk("zhujian", "sign", page -> {});
        atDesk("zhujian", "conclude", page -> {
            page.fill(".step-form [name=answer]", answer);
            page.check(".step-form [name=outcome][value=solved]");
            page.setInputFiles(".step-form input[type=file]", photo("修好了.jpg"));
        });
        atDesk(
                "zhujian-head",
                "answer",
                page -> assertThat(page.inputValue(".step-form [name=answer]")).isEqualTo(answer));
    }

    /** Signs in, finds the matter by its number, takes the step and reads what happened. */
    private void atDesk(String login, String step, Consumer<Page> filling) {
        try (Visit visit = Visit.to(app, Look.DESK)) {
            Page page = visit.page();
            page.setDefaultTimeout(40_000);
            page.navigate("/sign-in");
            page.fill("[name=login]", login);
            page.fill("[name=password]", DemoCity.PASSWORD);
            page.click("main button[type=submit]");
            page.waitForURL(address -> !address.contains("/sign-in"));
            page.navigate("/desk?q=" + number);
            // A click returns before the page it leads to is there, and the page before may show the same form already.
            page.navigate(page.getAttribute("#steps a[data-step=" + step + "]", "href"));
            page.waitForSelector(".step-form input[name=step][value=" + step + "]", attached());
            filling.accept(page);
            page.click(".step-form button[type=submit]");
            try {
                page.waitForSelector(".notice-done");
            } catch (RuntimeException e) {
                throw new AssertionError(login + " " + step + " at " + page.url() + ": " + page.innerText("main"), e);
            }
            visit.assertNoComplaints();
        }
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static void lead(Page page, String unit) {
        pick(page, unit);
        if (page.locator(".step-form [name=kind]").count() > 0) {
            page.check(".step-form [name=kind][value=help]");
            page.check(".step-form [name=urgency][value=normal]");
            page.selectOption(".step-form select[name=category]", "roads");
        }
    }

    private static void giveBack(Page page, String proposed) {
        page.fill(".step-form [name=legal-ground]", "《湖北省城市管理条例》第八条：路灯由主管部门管养。");
        pick(page, proposed);
    }

    private static void pick(Page page, String unit) {
        var input = page.locator(".step-form [role=combobox]").first();
        input.click();
        input.fill(unit);
        // The option is taken, and gone, as soon as the button goes down: a click would look for it again.
        page.locator(".step-form .picker-option").first().hover();
        page.mouse().down();
        page.mouse().up();
    }

    private void rate(Page page, String solved, String satisfied) {
        page.navigate("/m/" + number);
        page.check("[name=contacted][value=yes]");
        page.check("[name=solved][value=" + solved + "]");
        page.check("[name=satisfied][value=" + satisfied + "]");
        page.click("#rate button[type=submit]");
        page.waitForSelector(".notice-done");
    }

    private static FilePayload photo(String name) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return new FilePayload(name, "image/jpeg", bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
