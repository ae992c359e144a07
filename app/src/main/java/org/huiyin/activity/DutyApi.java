package org.huiyin.activity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotas for programs: who owes how many, how they stand, and what counts for each. */
@RestController
@RequestMapping("/api/v1/duty")
@Scoped(Scope.ACTIVITIES_READ)
class DutyApi {

    private final Kinds kinds;
    private final DutyPage pages;

    DutyApi(Kinds kinds, DutyPage pages) {
        this.kinds = kinds;
        this.pages = pages;
    }

    /**
     * A quota.
     *
     * @param per WEEK, MONTH or QUARTER
     * @param counts DAYS or TIMES
     */
    record QuotaJson(String kind, String quota, String title, String per, String counts) {}

    /**
     * How everybody stands in a stretch of time.
     *
     * @param owed how many each of them owes
     */
    record StandingsJson(String kind, String quota, LocalDate from, LocalDate to, int owed, List<OneJson> people) {}

    /** @param pace {@code behind}, {@code in-time}, {@code ahead} or {@code done} */
    record OneJson(long post, String name, int unit, String title, int done, String pace) {}

    /** Once that somebody was there. */
    record TimeJson(LocalDate day, long activity, String title, String place) {}

    @GetMapping
    Items<QuotaJson> all(Page page) {
        return Items.all(kinds.newest().stream()
                .flatMap(kind -> kind.quotas().stream()
                        .map(quota -> new QuotaJson(
                                kind.name(),
                                quota.name(),
                                page.t(quota.title()),
                                quota.per().name(),
                                quota.counts().name())))
                .toList());
    }

    @GetMapping("/{kind}/{quota}")
    StandingsJson standings(
            @PathVariable String kind,
            @PathVariable String quota,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        DutyPage.Asked asked = asked(page, kind, quota, on, asOf);
        return new StandingsJson(
                kind,
                quota,
                asked.stretch().from(),
                asked.stretch().to().minusDays(1),
                asked.owed(),
                pages.ranked(page, asked).stream().map(DutyApi::one).toList());
    }

    private static OneJson one(DutyPage.Ranked ranked) {
        Owed.Owing one = ranked.one();
        String pace = ranked.pace().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new OneJson(one.post(), one.name(), one.unit(), one.title(), ranked.done(), pace);
    }

    /** The very times that count for one of them. */
    @GetMapping("/{kind}/{quota}/{post}")
    Items<TimeJson> times(
            @PathVariable String kind,
            @PathVariable String quota,
            @PathVariable String post,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        DutyPage.Asked asked = asked(page, kind, quota, on, asOf);
        return Items.all(pages.counting(page, asked, post).stream()
                .map(time -> new TimeJson(time.day(), time.activity(), time.title(), time.place()))
                .toList());
    }

    private DutyPage.Asked asked(Page page, String kind, String quota, String on, String asOf) {
        day("on", on);
        day("as-of", asOf);
        return pages.asked(page, kind, quota, on, asOf);
    }

    /** What a page would shrug off is refused to a program. */
    static void day(String name, String written) {
        try {
            int year = written.isEmpty() ? 2000 : LocalDate.parse(written).getYear();
            if (year < 2000 || year > 2099) {
                throw Parameters.wrong(name);
            }
        } catch (DateTimeException e) {
            throw Parameters.wrong(name);
        }
    }
}
