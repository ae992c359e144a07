package org.huiyin.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.programme.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for programs: those of units, places and categories, and the matters behind each. */
@RestController
@RequestMapping("/api/v1/figures")
@Scoped(Scope.ASSESSMENT_READ)
class FigureApi {

    private static final Pattern CURSOR = Pattern.compile("\\d{1,17}-\\d{1,12}-\\d{1,6}");

    private final PeriodChoices periods;
    private final LiveFigures live;
    private final FigureNames names;
    private final Cases cases;
    private final Overdue overdue;
    private final MatterRows rows;

    FigureApi(
            PeriodChoices periods, LiveFigures live, FigureNames names, Cases cases, Overdue overdue, MatterRows rows) {
        this.periods = periods;
        this.live = live;
        this.names = names;
        this.cases = cases;
        this.overdue = overdue;
        this.rows = rows;
    }

    /** A stretch of time figures can be asked for, as {@code period} has it. */
    record PeriodJson(String period, String title) {}

    /** What is measured: the parts a measure is made of with their weights, and those it is divided by. */
    record MeasureJson(String name, String title, Map<String, BigDecimal> of, List<String> over) {}

    /** What a step, or a deadline that has come, counts as. */
    record PartJson(String name, String title) {}

    /** How a period is measured. */
    record Definition(String period, Instant from, Instant until, List<MeasureJson> measures, List<PartJson> parts) {}

    /**
     * What a measure comes to.
     *
     * @param of the weighted sum it is made of; null for a sum of measures
     * @param over how many cases it rests on
     * @param low begin of the 95 % interval in percent; null for a sum of measures
     */
    record ScoreJson(
            BigDecimal percent,
            @Nullable BigDecimal of,
            long over,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {

        static ScoreJson of(Score score) {
            Score.Interval interval = score.interval();
            return new ScoreJson(
                    score.percent(),
                    score.numerator(),
                    score.cases(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high());
        }
    }

    /**
     * A unit, place or category with its figures.
     *
     * @param key the unit's id, the place's code or the category
     * @param rank null where nothing is ranked, or there are too few cases
     * @param change in percentage points since the period before; null when there was nothing then
     * @param counts how often each part was counted
     * @param scores measure → what it comes to; without those that came to nothing
     */
    record RowJson(
            String key,
            String name,
            @Nullable Integer rank,
            @Nullable BigDecimal change,
            Map<String, Long> counts,
            Map<String, ScoreJson> scores) {}

    /**
     * A time a matter was counted.
     *
     * @param readable whether the caller may read the matter
     */
    record CaseJson(
            String number, String title, boolean readable, int unit, String town, String category, Instant at) {}

    @GetMapping("/periods")
    Items<PeriodJson> periods(Page page) {
        return Items.all(periods.of(page, periods.read(page, new Asked("", "", "", ""))).stream()
                .map(choice -> new PeriodJson(choice.value(), choice.name()))
                .toList());
    }

    @GetMapping("/measures")
    Definition measures(@RequestParam(defaultValue = "") String period, Page page) {
        Selection selection = periods.read(page, new Asked("", period, "", ""));
        Measures measures = selection.measures();
        return new Definition(
                selection.period().key(),
                selection.period().from(),
                selection.period().until(),
                measures.measures().values().stream()
                        .map(one -> new MeasureJson(one.name(), page.t(one.title()), one.of(), List.copyOf(one.over())))
                        .toList(),
                measures.parts().values().stream()
                        .map(part -> new PartJson(part.name(), page.t(part.title())))
                        .toList());
    }

    @GetMapping
    Items<RowJson> rows(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String key,
            Page page) {
        Selection selection = periods.read(page, new Asked("", period, by, key));
        Instant now = page.formats().now();
        Figures counted = live.of(selection, now);
        if (selection.by().kind().isEmpty()) {
            return Items.all(names.groups(page, selection, counted.keys()).stream()
                    .map(group -> row(selection.measures(), group, counted))
                    .toList());
        }
        return Items.all(Standings.of(selection.measures(), live.roster(), counted, live.before(selection, now))
                .classes()
                .getOrDefault(selection.by().kind(), List.of())
                .stream()
                .map(standing -> new RowJson(
                        Integer.toString(standing.unit()),
                        names.unit(page, standing.unit()),
                        standing.rank(),
                        standing.change(),
                        standing.counts(),
                        scores(standing.scores())))
                .toList());
    }

    private static RowJson row(Measures measures, FigureNames.Group group, Figures counted) {
        Map<String, Long> counts = counted.sum(group.keys());
        return new RowJson(group.key(), group.name(), null, null, counts, scores(Formula.scores(measures, counts)));
    }

    private static Map<String, ScoreJson> scores(Map<String, Score> scores) {
        Map<String, ScoreJson> shown = new LinkedHashMap<>();
        scores.forEach((name, score) -> shown.put(name, ScoreJson.of(score)));
        return shown;
    }

    /** The matters behind a part of a figure, one row for each time it was counted. */
    @GetMapping("/parts/{part}")
    Items<CaseJson> cases(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Selection selection = periods.read(page, new Asked("", period, by, key));
        Instant now = page.formats().now();
        int most = Items.limit(limit);
        List<Cases.Case> found = cases.page(
                selection,
                FigureViews.part(selection, part),
                now,
                live.leftOut(selection, now),
                after(after),
                most + 1);
        return items(page, selection, found, most);
    }

    /** The matters a unit is late with now, the longest late first. */
    @GetMapping("/late/{unit}")
    Items<CaseJson> late(
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Selection selection = periods.read(page, new Asked("", "", "unit", unit));
        int most = Items.limit(limit);
        List<Cases.Case> found = overdue.of(
                new org.huiyin.assessment.Scope(selection.measures(), ""),
                Integer.valueOf(unit),
                page.formats().now(),
                after(after),
                most + 1);
        return items(page, selection, found, most);
    }

    static Cases.After after(String cursor) {
        return Parameters.cursor(cursor, CURSOR, Cases.After::parse).orElse(Cases.After.START);
    }

    private Items<CaseJson> items(Page page, Selection selection, List<Cases.Case> found, int most) {
        return items(rows, page, selection, found, most);
    }

    static Items<CaseJson> items(MatterRows rows, Page page, Selection selection, List<Cases.Case> found, int most) {
        return Items.page(
                rows.lines(page, selection.measures().programme(), found),
                most,
                line -> new CaseJson(
                        line.row().number(),
                        line.row().title(),
                        line.row().href() != null,
                        line.at().unit(),
                        line.at().town(),
                        line.at().category(),
                        line.at().at()),
                line -> line.at().cursor());
    }
}
