package org.huiyin.activity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures over activities for programs, with the list behind each. */
@RestController
@RequestMapping("/api/v1/activity-figures")
@Scoped(Scope.ACTIVITIES_READ)
class FiguresApi {

    private static final int MOST = 1000;

    private final Kinds kinds;
    private final Counted counted;
    private final People people;
    private final FiguresPage pages;
    private final Organisation organisation;

    FiguresApi(Kinds kinds, Counted counted, People people, FiguresPage pages, Organisation organisation) {
        this.kinds = kinds;
        this.counted = counted;
        this.people = people;
        this.pages = pages;
        this.organisation = organisation;
    }

    /**
     * A figure: one count, or one over another.
     *
     * @param part what is counted
     * @param over what it is divided by; null for a plain count
     * @param below how many that are
     */
    record FigureJson(
            String kind,
            String name,
            String title,
            String part,
            long count,
            @Nullable String over,
            @Nullable Long below) {}

    /** One line of the list behind a count; {@code who} as {@code post:7}. */
    record LineJson(String who, String name, LocalDate day, long activity, String title) {}

    @GetMapping
    Items<FigureJson> all(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        return Items.all(kinds.newest().stream()
                .flatMap(kind -> figures(page, asked(page, kind, month, place, asOf)).stream())
                .toList());
    }

    private List<FigureJson> figures(Page page, Counted.Asked asked) {
        Kind kind = asked.kind();
        List<Counted.One> there = kind.figures().isEmpty() ? List.of() : counted.there(page.reader(), asked);
        return kind.figures().stream()
                .map(figure -> {
                    Figure.Part over = figure.over();
                    return new FigureJson(
                            kind.name(),
                            figure.name(),
                            page.t(figure.title()),
                            figure.of().key(),
                            pages.count(figure.of(), there, asked),
                            over == null ? null : over.key(),
                            over == null ? null : pages.count(over, there, asked));
                })
                .toList();
    }

    /** The list behind a count; as long as the count says, up to a thousand. */
    @GetMapping("/{kind}/{part}")
    Items<LineJson> list(
            @PathVariable String kind,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        Kind one = kinds.newest(kind).orElseThrow(() -> new ProblemException(Answers.unknown()));
        Figure.Part of = FiguresPage.part(part);
        List<Counted.One> shown =
                Counted.of(of, counted.there(page.reader(), asked(page, one, month, place, asOf))).stream()
                        .limit(MOST)
                        .toList();
        Map<Who, People.Named> names = people.named(
                shown.stream().map(row -> Who.of(row.who())).distinct().toList(), page.locale());
        return Items.all(shown.stream()
                .map(row -> new LineJson(
                        row.who(),
                        names.getOrDefault(Who.of(row.who()), new People.Named("＊", ""))
                                .name(),
                        row.day(),
                        row.activity(),
                        row.title()))
                .toList());
    }

    private Counted.Asked asked(Page page, Kind kind, String month, String place, String asOf) {
        DutyApi.day("as-of", asOf);
        if (!place.isEmpty() && organisation.places().find(place).isEmpty()) {
            throw Parameters.wrong("place");
        }
        return FiguresPage.asked(kind, month(page, month), place, FiguresPage.known(page, asOf));
    }

    private static YearMonth month(Page page, String written) {
        try {
            YearMonth month = written.isEmpty() ? YearMonth.from(page.formats().today()) : YearMonth.parse(written);
            if (month.getYear() < 2000 || month.getYear() > 2099) {
                throw Parameters.wrong("month");
            }
            return month;
        } catch (DateTimeException e) {
            throw Parameters.wrong("month");
        }
    }
}
