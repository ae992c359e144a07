package org.huiyin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.city.DemoCity;

/** One person at one browser window, with cookies of their own. */
public final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** What reaches beyond the window, innermost last. */
    private static final String BEYOND = """
            () => [...document.querySelectorAll('main *')]
              .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
              .map((one) => one.tagName.toLowerCase() + '.' + one.className).slice(0, 12)
            """;

    /** Words and figures that stand on two lines; codes, keys and addresses may. */
    private static final String TORN = """
            () => {
              const torn = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement.closest('code, pre, textarea, script, style, noscript, .code, .key, .hex, .number, .path, .hidden-text, [aria-hidden=true]')) continue;
                for (const word of node.data.matchAll(/(?<![\\w.\\/:-])([A-Za-z]{3,24}|[0-9][0-9,.]{1,12}%?)(?![\\w\\/:-])/g)) {
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
                  if (tops.some((top) => Math.abs(top - tops[0]) > 4)) torn.push(word[0] + ' in ' + node.data.trim().slice(0, 60));
                }
              }
              return torn;
            }
            """;

    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Look look, NewContextOptions options) {
        this.look = look;
        context = Chromium.BROWSER.newContext(options);
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens a window on the running application; {@code page().navigate("/board")} goes to a path of it. */
    public static Visit to(TestApp app, Look look) {
        return new Visit(look, look.options().setBaseURL(app.at("/").toString()));
    }

    /** The same without scripts. */
    public static Visit withoutScript(TestApp app, Look look) {
        return new Visit(look, look.options().setBaseURL(app.at("/").toString()).setJavaScriptEnabled(false));
    }

    public Page page() {
        return page;
    }

    /** Makes the window as tall as a long list: what sticks to its edges then hides no row, as it does until somebody scrolls. */
    public void tall() {
        page.setViewportSize(page.viewportSize().width, 6000);
    }

    /** Signs one of the demonstration's people in. */
    public Page signIn(String login) {
        page.navigate("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", DemoCity.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Opens a page, keeps its picture and holds it to everything a page is held to. */
    public void hold(String path, String name) {
        page.navigate(path);
        hold(name);
    }

    /** The same of the page that is open. */
    public void hold(String name) {
        screenshot(name);
        assertFits();
        assertWhole();
        assertAccessible();
        assertNoComplaints();
    }

    /** Keeps a picture of the whole page in {@code target/screenshots} when somebody wants to look: {@code HUIYIN_SCREENSHOTS=yes}. */
    public void screenshot(String name) {
        if ("yes".equals(System.getenv("HUIYIN_SCREENSHOTS"))) {
            keep(name);
        }
    }

    Path keep(String name) {
        var file = SCREENSHOTS.resolve(name + "-" + look + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** Holds the page to WCAG 2.2 AA as far as axe-core can tell. */
    public void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations().stream().map(Visit::described))
                .as("accessibility of %s, %s", page.url(), look)
                .isEmpty();
    }

    /** Holds the page to the width of the window: nothing but tables made for it scrolls sideways. */
    public void assertFits() {
        var overflow =
                (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue())
                .as(() -> "pixels %s is too wide, %s: %s".formatted(page.url(), look, page.evaluate(BEYOND)))
                .isZero();
    }

    /** Holds the page to whole words and figures: a narrow column may break between them, never within one. */
    public void assertWhole() {
        assertThat((List<?>) page.evaluate(TORN))
                .as("torn on %s, %s", page.url(), look)
                .isEmpty();
    }

    /** Holds the page to an empty console: no script error, no blocked resource. */
    public void assertNoComplaints() {
        assertThat(complaints).as("console of %s, %s", page.url(), look).isEmpty();
    }

    private static String described(Rule rule) {
        var where = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml())
                .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Debian's Chromium, started by the first visit of a run and ended with it. */
    private static final class Chromium {
        static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            var quiet = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(quiet));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
