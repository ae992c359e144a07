package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One page for leaders, on a wall, a laptop or a phone: of the city, or of the place they answer for; the running period unless another is
 * asked for.
 */
@Controller
class CockpitPage {

    /** Tells the open page what its numbers are as of, changed or not. */
    private static final String AS_OF = "X-As-Of";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final StaticTemplates templates = new StaticTemplates();
    private final PeriodChoices periods;
    private final CockpitViews views;
    private final CockpitHead head;
    private final CockpitLists lists;

    CockpitPage(PeriodChoices periods, CockpitViews views, CockpitHead head, CockpitLists lists) {
        this.periods = periods;
        this.views = views;
        this.head = head;
        this.lists = lists;
    }

    @GetMapping("/cockpit")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        Selection selection = periods.read(page, Asked.of(asked).whole());
        return templates.assessmentCockpit(page, view(page, selection, asked));
    }

    /** The bands alone, for a page that is open; nothing but "unchanged" while they are as that page has them. */
    @GetMapping(path = "/cockpit", params = "part=bands")
    ResponseEntity<String> bands(
            @RequestParam Map<String, String> asked,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String has,
            Page page) {
        Selection selection = periods.read(page, Asked.of(asked).whole());
        String bands =
                templates.assessmentBands(page, view(page, selection, asked)).render();
        String tag = "\"" + Canonical.fingerprint(bands.getBytes(StandardCharsets.UTF_8)) + "\"";
        boolean same = tag.equals(has);
        return ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .contentType(HTML)
                .eTag(tag)
                .cacheControl(CacheControl.noStore())
                .header(
                        AS_OF,
                        encoded(page.t("assessment.cockpit.at", page.formats().now())))
                .body(same ? null : bands);
    }

    /** As JavaScript's decodeURIComponent reads it. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The matters that are late, of a unit or all. */
    @GetMapping("/cockpit/late")
    JteModel late(@RequestParam Map<String, String> asked, Page page) {
        Scope scope = head.scope(page, periods.read(page, Asked.of(asked).whole()), asked);
        return templates.assessmentMatters(page, lists.late(page, scope, asked.getOrDefault("unit", ""), after(asked)));
    }

    /** The matters on a list, those kept off the board among them by number only. */
    @GetMapping("/cockpit/list")
    JteModel list(@RequestParam Map<String, String> asked, Page page) {
        Scope scope = head.scope(page, periods.read(page, Asked.of(asked).whole()), asked);
        return templates.assessmentMatters(
                page, lists.list(page, scope, head.lists(scope), asked.getOrDefault("list", ""), after(asked)));
    }

    /** What people of a place asked for, of one category. */
    @GetMapping("/cockpit/asked")
    JteModel asked(@RequestParam Map<String, String> asked, Page page) {
        Asked whole = Asked.of(asked).whole();
        Selection days = periods.read(
                page,
                new Asked(whole.programme(), whole.period(), By.CATEGORY.name(), asked.getOrDefault("category", "")));
        return templates.assessmentMatters(page, lists.asked(page, days, head.scope(page, days, asked), after(asked)));
    }

    private CockpitView view(Page page, Selection selection, Map<String, String> asked) {
        return views.of(page, selection, head.scope(page, selection, asked), asked.containsKey("period"));
    }

    private static Cases.After after(Map<String, String> asked) {
        return Cases.After.parse(asked.getOrDefault("after", ""));
    }
}
