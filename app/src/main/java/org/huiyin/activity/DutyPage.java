package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.frame.Page;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Quotas over time: who owes how many, who is behind and who is ahead, and what counts for each. */
@Controller
class DutyPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Kinds kinds;
    private final Owed owed;
    private final Calendars calendars;
    private final Organisation organisation;

    DutyPage(Kinds kinds, Owed owed, Calendars calendars, Organisation organisation) {
        this.kinds = kinds;
        this.owed = owed;
        this.calendars = calendars;
        this.organisation = organisation;
    }

    /** The first quota there is. */
    @GetMapping("/desk/duty")
    JteModel first(Page page) {
        Kind kind = kinds.newest().stream()
                .filter(one -> !one.quotas().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Answers.unknown()));
        return show(kind.name(), kind.quotas().getFirst().name(), "", "", page);
    }

    @GetMapping("/desk/duty/{kind}/{quota}")
    JteModel show(
            @PathVariable String kind,
            @PathVariable String quota,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        Asked asked = asked(page, kind, quota, on, asOf);
        List<Ranked> ranked = ranked(page, asked);
        Map<Stretch.Pace, Integer> standings = new EnumMap<>(Stretch.Pace.class);
        ranked.forEach(one -> standings.merge(one.pace(), 1, Integer::sum));
        String path = "/desk/duty/" + kind + "/" + quota;
        return templates.activityDuty(
                page,
                new DutyView(
                        page.t(asked.quota().title()),
                        page.t(asked.kind().title()),
                        name(page, asked.stretch()),
                        path,
                        path + "?on=" + asked.stretch().before().from(),
                        path + "?on=" + asked.stretch().after().from(),
                        page.t("activity.duty.owed", asked.owed()),
                        asOf.isEmpty() ? "" : page.t("activity.duty.as-of", asked.known()),
                        choices(page, kind, quota),
                        standings.entrySet().stream()
                                .map(one -> new DutyView.Count(
                                        page.t(one.getKey().key()), one.getKey().tone(), one.getValue()))
                                .toList(),
                        ranked.stream().map(one -> row(page, asked, path, one)).toList()));
    }

    /** Everybody within the reader's reach who owes, those behind first. */
    List<Ranked> ranked(Page page, Asked asked) {
        List<Owed.Owing> owing = owed.owing(asked.quota(), page.reader());
        Map<Long, List<Owed.There>> there = owed.there(
                asked.kind().name(), owing.stream().map(Owed.Owing::post).toList(), asked.stretch(), asked.known());
        List<Ranked> ranked = new ArrayList<>();
        for (Owed.Owing one : owing) {
            int done = Owed.count(asked.quota(), there.getOrDefault(one.post(), List.of()));
            ranked.add(new Ranked(one, done, asked.stretch().pace(asked.calendar(), asked.day(), asked.owed(), done)));
        }
        ranked.sort(Comparator.comparing(Ranked::pace).thenComparing(Ranked::done));
        return ranked;
    }

    /** The times that count for one of them. */
    List<Owed.There> counting(Page page, Asked asked, String post) {
        Owed.Owing one = one(page, asked, post);
        return Owed.counting(
                asked.quota(),
                owed.there(asked.kind().name(), List.of(one.post()), asked.stretch(), asked.known())
                        .getOrDefault(one.post(), List.of()));
    }

    private Owed.Owing one(Page page, Asked asked, String post) {
        return owed.owing(asked.quota(), page.reader()).stream()
                .filter(owing -> owing.post() == Answers.number(post))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Answers.unknown()));
    }

    /** The very times that count for one of them; as many as the list says. */
    @GetMapping("/desk/duty/{kind}/{quota}/{post}")
    JteModel behind(
            @PathVariable String kind,
            @PathVariable String quota,
            @PathVariable String post,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        Asked asked = asked(page, kind, quota, on, asOf);
        Owed.Owing one = one(page, asked, post);
        List<Owed.There> counting = counting(page, asked, post);
        return templates.activityDutyone(
                page,
                new DutyView.Behind(
                        page.t(asked.quota().title()),
                        one.name(),
                        organisation.units().name(one.unit(), page.locale()),
                        name(page, asked.stretch()),
                        "/desk/duty/" + kind + "/" + quota + "?on="
                                + asked.stretch().from(),
                        counting.size(),
                        asked.owed(),
                        counting.stream()
                                .map(time -> new DutyView.Time(
                                        page.date(time.day()),
                                        "/desk/activities/" + time.activity(),
                                        time.title(),
                                        organisation.places().path(time.place(), page.locale())))
                                .toList()));
    }

    record Ranked(Owed.Owing one, int done, Stretch.Pace pace) {}

    /**
     * What is looked at.
     *
     * @param day what is owed by then
     * @param known what was recorded by then counts
     */
    record Asked(
            Kind kind, Quota quota, Stretch stretch, int owed, LocalDate day, Instant known, WorkCalendar calendar) {}

    Asked asked(Page page, String kindName, String quotaName, String on, String asOf) {
        Kind kind = kinds.newest(kindName).orElseThrow(() -> new ProblemException(Answers.unknown()));
        Quota quota = kind.quota(quotaName).orElseThrow(() -> new ProblemException(Answers.unknown()));
        LocalDate today = page.formats().today();
        Stretch stretch = Stretch.holding(quota.per(), day(on, today));
        WorkCalendar calendar = calendars.current().calendar();
        LocalDate known = day(asOf, today);
        Instant until = asOf.isEmpty()
                ? page.formats().now()
                : MyDayPage.start(known.plusDays(1)).minusMillis(1);
        return new Asked(
                kind, quota, stretch, quota.owed(stretch.worked(calendar, stretch.to())), known, until, calendar);
    }

    private DutyView.Row row(Page page, Asked asked, String path, Ranked ranked) {
        Owed.Owing one = ranked.one();
        return new DutyView.Row(
                path + "/" + one.post() + "?on=" + asked.stretch().from(),
                one.name(),
                organisation.units().name(one.unit(), page.locale()),
                one.title(),
                ranked.done(),
                asked.owed(),
                page.t(ranked.pace().key()),
                ranked.pace().tone());
    }

    private List<DutyView.Choice> choices(Page page, String kind, String quota) {
        List<DutyView.Choice> choices = new ArrayList<>();
        for (Kind one : kinds.newest()) {
            for (Quota other : one.quotas()) {
                choices.add(new DutyView.Choice(
                        "/desk/duty/" + one.name() + "/" + other.name(),
                        page.t(other.title()),
                        one.name().equals(kind) && other.name().equals(quota)));
            }
        }
        return choices;
    }

    private static String name(Page page, Stretch stretch) {
        return page.t(
                "activity.days",
                page.date(stretch.from()),
                page.date(stretch.to().minusDays(1)));
    }

    private static LocalDate day(String written, LocalDate otherwise) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.getYear() < 2000 || day.getYear() > 2099 ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
