package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures over activities as their definitions say them; every count leads to the list it is the length of. */
@Controller
class FiguresPage {

    private static final int MOST = 1000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Kinds kinds;
    private final Counted counted;
    private final People people;
    private final Organisation organisation;

    FiguresPage(Kinds kinds, Counted counted, People people, Organisation organisation) {
        this.kinds = kinds;
        this.counted = counted;
        this.people = people;
        this.organisation = organisation;
    }

    @GetMapping("/desk/activity-figures")
    JteModel show(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        YearMonth of = month(month, page.formats().today());
        String within = place(place);
        Instant known = known(page, asOf);
        List<KindFigures.Section> sections = new ArrayList<>();
        for (Kind kind : kinds.newest()) {
            if (!kind.figures().isEmpty()) {
                sections.add(section(page, asked(kind, of, within, known), query(of, within, asOf)));
            }
        }
        return templates.activityFigures(
                page,
                new KindFigures(
                        page.t("activity.figures"),
                        page.t("activity.days", page.date(of.atDay(1)), page.date(of.atEndOfMonth())),
                        "/desk/activity-figures" + query(of.minusMonths(1), within, ""),
                        "/desk/activity-figures" + query(of.plusMonths(1), within, ""),
                        within,
                        asOf.isEmpty() ? "" : page.t("activity.duty.as-of", known),
                        counties(page),
                        sections));
    }

    /** The list behind a count. */
    @GetMapping("/desk/activity-figures/{kind}/{part}")
    JteModel list(
            @PathVariable String kind,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Page page) {
        Kind one = kinds.newest(kind).orElseThrow(() -> new ProblemException(Answers.unknown()));
        Figure.Part of = part(part);
        YearMonth when = month(month, page.formats().today());
        String within = place(place);
        List<Counted.One> all =
                Counted.of(of, counted.there(page.reader(), asked(one, when, within, known(page, asOf))));
        List<Counted.One> shown = all.subList(0, Math.min(MOST, all.size()));
        Map<Who, People.Named> names = people.named(
                shown.stream().map(row -> Who.of(row.who())).distinct().toList(), page.locale());
        return templates.activityFigurelist(
                page,
                new KindFigures.Listed(
                        page.t(one.title()) + " · " + page.t("activity.part." + of.key()),
                        page.t("activity.days", page.date(when.atDay(1)), page.date(when.atEndOfMonth())),
                        "/desk/activity-figures" + query(when, within, asOf),
                        all.size(),
                        MOST,
                        shown.stream().map(row -> line(page, of, row, names)).toList()));
    }

    /** A part that has a list; a register has its own. */
    static Figure.Part part(String key) {
        return java.util.Arrays.stream(Figure.Part.values())
                .filter(known -> known.key().equals(key) && known != Figure.Part.REGISTER)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Answers.unknown()));
    }

    private static KindFigures.Line line(Page page, Figure.Part part, Counted.One row, Map<Who, People.Named> names) {
        People.Named named = names.getOrDefault(Who.of(row.who()), new People.Named("＊", ""));
        boolean person = part != Figure.Part.HELD;
        return new KindFigures.Line(
                person ? named.name() : "",
                person ? named.more() : "",
                page.date(row.day()),
                "/desk/activities/" + row.activity(),
                row.title());
    }

    private KindFigures.Section section(Page page, Counted.Asked asked, String query) {
        Kind kind = asked.kind();
        List<Counted.One> there = counted.there(page.reader(), asked);
        Set<Figure.Part> used = new LinkedHashSet<>();
        List<KindFigures.Row> rows = new ArrayList<>();
        for (Figure figure : kind.figures()) {
            used.add(figure.of());
            Figure.Part over = figure.over();
            if (over != null) {
                used.add(over);
            }
            rows.add(new KindFigures.Row(
                    page.t(figure.title()), value(page, figure, there, asked), formula(page, figure)));
        }
        return new KindFigures.Section(
                page.t(kind.title()),
                rows,
                used.stream()
                        .map(part -> new KindFigures.Part(
                                page.t("activity.part." + part.key()),
                                count(part, there, asked),
                                part == Figure.Part.REGISTER
                                        ? "/desk/registers/" + kind.whom().register()
                                        : "/desk/activity-figures/" + kind.name() + "/" + part.key() + query))
                        .toList());
    }

    private String value(Page page, Figure figure, List<Counted.One> there, Counted.Asked asked) {
        long of = count(figure.of(), there, asked);
        Figure.Part over = figure.over();
        if (over == null) {
            return page.number(of);
        }
        long below = count(over, there, asked);
        if (below == 0) {
            return "—";
        }
        double share = (double) of / below;
        return figure.percent() ? page.percent(share) : page.formats().number(share, 2);
    }

    private static String formula(Page page, Figure figure) {
        Figure.Part over = figure.over();
        String of = page.t("activity.part." + figure.of().key());
        return over == null ? of : of + " ÷ " + page.t("activity.part." + over.key());
    }

    long count(Figure.Part part, List<Counted.One> there, Counted.Asked asked) {
        return part == Figure.Part.REGISTER
                ? counted.register(asked)
                : Counted.of(part, there).size();
    }

    private List<Options.Option> counties(Page page) {
        return organisation.places().roots().stream()
                .flatMap(root -> organisation.places().children(root.code()).stream())
                .map((Place county) -> new Options.Option(county.code(), county.shortName(page.locale())))
                .toList();
    }

    private String place(String written) {
        return organisation.places().find(written).isPresent() ? written : "";
    }

    static Counted.Asked asked(Kind kind, YearMonth month, String place, Instant known) {
        return new Counted.Asked(kind, month.atDay(1), month.plusMonths(1).atDay(1), place, known);
    }

    static Instant known(Page page, String asOf) {
        try {
            return asOf.isEmpty()
                    ? page.formats().now()
                    : MyDayPage.start(LocalDate.parse(asOf).plusDays(1)).minusMillis(1);
        } catch (DateTimeException e) {
            return page.formats().now();
        }
    }

    private static String query(YearMonth month, String place, String asOf) {
        return "?month=" + month + (place.isEmpty() ? "" : "&place=" + place)
                + (asOf.matches("\\d{4}-\\d\\d-\\d\\d") ? "&as-of=" + asOf : "");
    }

    private static YearMonth month(String written, LocalDate today) {
        try {
            YearMonth month = YearMonth.parse(written);
            return month.getYear() < 2000 || month.getYear() > 2099 ? YearMonth.from(today) : month;
        } catch (DateTimeException e) {
            return YearMonth.from(today);
        }
    }
}
