package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.assessment.AssessmentView.Cell;
import org.huiyin.assessment.AssessmentView.Choice;
import org.huiyin.assessment.AssessmentView.Row;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a period together: its figures by units of a class, by place or by category. */
@Component
class AssessmentViews {

    static final String NOTHING = "—";

    private final LiveFigures live;
    private final FigureNames names;
    private final PeriodChoices choices;
    private final Assessment assessment;
    private final AlarmViews alarms;

    AssessmentViews(
            LiveFigures live, FigureNames names, PeriodChoices choices, Assessment assessment, AlarmViews alarms) {
        this.live = live;
        this.names = names;
        this.choices = choices;
        this.assessment = assessment;
        this.alarms = alarms;
    }

    AssessmentView of(Page page, Selection selection) {
        Measures measures = selection.measures();
        Instant now = page.formats().now();
        boolean runs = now.isBefore(selection.period().until());
        List<Measure> columns = columns(measures, selection.by());
        Figures figures = live.of(selection, now);
        List<Row> rows = selection.by().kind().isEmpty()
                ? keyed(page, selection, columns, figures)
                : ranked(page, selection, columns, figures, now);
        return new AssessmentView(
                page.t("assessment.title"),
                measures.programme(),
                page.t(selection.period().title(measures)),
                selection.period().key(),
                page.t(
                        "assessment.times",
                        selection.period().from(),
                        selection.period().until()),
                runs,
                choices.programmes(page, selection),
                choices.of(page, selection),
                tabs(page, selection),
                !selection.by().kind().isEmpty(),
                columns.stream().map(measure -> page.t(measure.title())).toList(),
                rows,
                total(page, selection, columns, figures),
                selection.exclusions(),
                alarms.of(page, selection, now),
                published(page, selection),
                !runs && ExclusionRules.supervises(page.reader()),
                bulletin(page, selection));
    }

    /** A bulletin compares a period with the one before, so campaigns and loose days have none. */
    private static @Nullable String bulletin(Page page, Selection selection) {
        boolean compared =
                selection.measures().periods().containsKey(selection.period().rule());
        return compared && ExclusionRules.supervises(page.reader())
                ? "/desk/bulletin?programme="
                        + Selection.encode(selection.measures().programme()) + "&period="
                        + Selection.encode(selection.period().key())
                : null;
    }

    static List<Measure> columns(Measures measures, By by) {
        return measures.measures().values().stream()
                .filter(measure -> measure.by().contains(by.dimension()))
                .filter(measure -> !by.kind().isEmpty() || !measure.sumOfMeasures() || by.dimension() != Dimension.UNIT)
                .toList();
    }

    private static List<Choice> tabs(Page page, Selection selection) {
        List<Choice> tabs = new ArrayList<>();
        for (String kind : selection.measures().ranking().classes()) {
            tabs.add(tab(page, selection, By.units(kind), "assessment.class." + kind));
        }
        tabs.add(tab(page, selection, By.PLACE, "assessment.by.place"));
        tabs.add(tab(page, selection, By.CATEGORY, "assessment.by.category"));
        return tabs;
    }

    private static Choice tab(Page page, Selection selection, By by, String text) {
        return new Choice(selection.by(by).path(), page.t(text), by.equals(selection.by()));
    }

    private List<Row> ranked(Page page, Selection selection, List<Measure> columns, Figures figures, Instant now) {
        Measures measures = selection.measures();
        Roster roster = live.roster();
        Figures before = live.before(selection, now);
        return Standings.of(measures, roster, figures, before)
                .classes()
                .getOrDefault(selection.by().kind(), List.of())
                .stream()
                .map(standing -> {
                    Integer rank = standing.rank();
                    return new Row(
                            names.unit(page, standing.unit()),
                            names.path(standing.unit()),
                            rank == null ? page.t("assessment.unranked") : page.number(rank),
                            change(page, standing),
                            cells(selection.of(Integer.toString(standing.unit())), columns, standing.scores()));
                })
                .toList();
    }

    static String change(Page page, Standing standing) {
        if (standing.change() == null) {
            return NOTHING;
        }
        String points =
                (standing.change().signum() > 0 ? "+" : "") + standing.change().toPlainString();
        Integer rank = standing.rank();
        Integer before = standing.rankBefore();
        return rank == null || before == null || rank.equals(before)
                ? points
                : page.t("assessment.moved", points, before, rank);
    }

    /** A row for each place or category. */
    List<Row> keyed(Page page, Selection selection, List<Measure> columns, Figures figures) {
        List<Row> rows = new ArrayList<>();
        for (FigureNames.Group group : names.groups(page, selection, figures.keys())) {
            Map<String, Score> scores = Formula.scores(selection.measures(), figures.sum(group.keys()));
            Selection one = selection.of(group.key());
            rows.add(new Row(group.name(), group.divisible() ? one.path() : null, "", "", cells(one, columns, scores)));
        }
        return rows;
    }

    /** All together; null where nothing was counted. */
    static @Nullable Row total(Page page, Selection selection, List<Measure> columns, Figures figures) {
        if (figures.keys().isEmpty()) {
            return null;
        }
        Map<String, Score> scores = Formula.scores(selection.measures(), figures.total());
        return new Row(page.t("assessment.total"), null, "", "", cells(selection, columns, scores));
    }

    private static List<Cell> cells(Selection selection, List<Measure> columns, Map<String, Score> scores) {
        return columns.stream()
                .map(measure -> cell(selection, measure, Optional.ofNullable(scores.get(measure.name()))))
                .toList();
    }

    static String text(Measure measure, Score score) {
        return score.percent().toPlainString() + (measure.sumOfMeasures() ? "" : "%");
    }

    static Cell cell(Selection selection, Measure measure, Optional<Score> found) {
        String href = selection.figure(measure.name());
        if (found.isEmpty()) {
            return new Cell(NOTHING, "", href, -1, 0, 0);
        }
        Score score = found.get();
        String text = text(measure, score);
        Score.Interval interval = score.interval();
        String of = score.numerator() == null ? "" : score.numerator().toPlainString() + "/" + score.cases();
        return interval == null
                ? new Cell(text, of, href, -1, 0, 0)
                : new Cell(
                        text,
                        of,
                        href,
                        interval.low().doubleValue(),
                        score.percent().doubleValue(),
                        interval.high().doubleValue());
    }

    private List<AssessmentView.Frozen> published(Page page, Selection selection) {
        return assessment.published(selection.measures().programme(), selection.period()).stream()
                .map(one -> new AssessmentView.Frozen(
                        page.time(one.asOf()),
                        page.time(one.publishedAt()),
                        one.resultFingerprint(),
                        "/board/rankings/" + one.id(),
                        "/desk/assessment/rankings?programme=" + Selection.encode(one.programme()) + "&period="
                                + Selection.encode(one.period()) + "&id=" + one.id()))
                .toList();
    }
}
