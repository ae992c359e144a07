package org.huiyin.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Alarm;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Measures.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how a figure comes about, and the matters behind it. */
@Component
class FigureViews {

    private final LiveFigures live;
    private final FigureNames names;
    private final Cases cases;
    private final AlarmCases alarmCases;
    private final AlarmViews alarms;
    private final MatterRows rows;

    FigureViews(
            LiveFigures live,
            FigureNames names,
            Cases cases,
            AlarmCases alarmCases,
            AlarmViews alarms,
            MatterRows rows) {
        this.live = live;
        this.names = names;
        this.cases = cases;
        this.alarmCases = alarmCases;
        this.alarms = alarms;
        this.rows = rows;
    }

    FigureView figure(Page page, Selection selection, String name) {
        Measures measures = selection.measures();
        Measure measure = measures.measure(name).orElseThrow(FigureViews::unknown);
        Instant now = page.formats().now();
        Map<String, Long> counts = live.counts(selection, now);
        Map<String, Score> scores = Formula.scores(measures, counts);
        Score score = scores.get(name);
        return new FigureView(
                page.t(measure.title()),
                names.of(page, selection),
                page.t(selection.period().title(measures)),
                score == null ? AssessmentViews.NOTHING : AssessmentViews.text(measure, score),
                interval(page, score),
                page.t(measure.sumOfMeasures() ? "assessment.formula.sum" : "assessment.formula.rate"),
                measure.of().entrySet().stream()
                        .map(weight -> measure.sumOfMeasures()
                                ? rate(page, selection, weight(weight.getValue()), weight.getKey(), scores)
                                : part(page, selection, weight(weight.getValue()), weight.getKey(), counts))
                        .toList(),
                measure.over().stream()
                        .map(part -> part(page, selection, "", part, counts))
                        .toList(),
                leftOut(page, selection, now),
                back(selection));
    }

    private static String weight(BigDecimal weight) {
        return weight.compareTo(BigDecimal.ONE) == 0 ? "" : weight.toPlainString();
    }

    private static String interval(Page page, @Nullable Score score) {
        Score.Interval interval = score == null ? null : score.interval();
        return interval == null
                ? ""
                : page.t(
                        "assessment.interval",
                        interval.low().toPlainString(),
                        interval.high().toPlainString());
    }

    private static String back(Selection selection) {
        return selection.by().equals(By.ALL_UNITS)
                ? selection
                        .by(By.units(selection.measures().ranking().classes().getFirst()))
                        .path()
                : selection.of(null).path();
    }

    private static FigureView.Term part(
            Page page, Selection selection, String weight, String name, Map<String, Long> counts) {
        long n = counts.getOrDefault(name, 0L);
        return new FigureView.Term(
                weight, page.t(part(selection, name).title()), Count.of(page, n, selection.matters(name)), null);
    }

    private static FigureView.Term rate(
            Page page, Selection selection, String weight, String name, Map<String, Score> scores) {
        Measure measure = selection.measures().measure(name).orElseThrow(FigureViews::unknown);
        String value = Optional.ofNullable(scores.get(name))
                .map(score -> AssessmentViews.text(measure, score))
                .orElse(AssessmentViews.NOTHING);
        return new FigureView.Term(
                weight, page.t(measure.title()), null, new AssessmentView.Share("", value, selection.figure(name)));
    }

    /** How many exclusions change this figure: those of one unit, or of all. */
    private @Nullable Count leftOut(Page page, Selection selection, Instant now) {
        String key = selection.key();
        if (selection.by().dimension() != Dimension.UNIT || key == null) {
            return null;
        }
        int unit = Integer.parseInt(key);
        long n = live.leftOut(selection, now).all().stream()
                .filter(one -> one.unit() == unit)
                .count();
        return Count.of(page, n, selection.exclusions() + "&unit=" + unit + "&only=left-out");
    }

    MattersView matters(Page page, Selection selection, String name, String after) {
        Part part = part(selection, name);
        Instant now = page.formats().now();
        List<Cases.Case> found = cases.page(
                selection, part, now, live.leftOut(selection, now), Cases.After.parse(after), MatterRows.ROWS + 1);
        MatterRows.Head head = new MatterRows.Head(
                page.t(part.title()),
                names.of(page, selection),
                page.t(selection.period().title(selection.measures())),
                live.counts(selection, now).getOrDefault(name, 0L),
                part.clock() == null ? "assessment.at" : "assessment.due-at",
                selection.matters(name),
                back(selection));
        return rows.page(page, selection.measures().programme(), head, found);
    }

    /** The matters behind a part: those behind a row, at most so many. */
    List<MatterRows.Line> lines(
            Page page, Selection selection, String name, MatterRows.@Nullable Line last, int limit) {
        Instant now = page.formats().now();
        LeftOut leftOut = live.leftOut(selection, now);
        return rows.lines(
                page,
                selection.measures().programme(),
                cases.page(selection, part(selection, name), now, leftOut, MatterRows.after(last), limit));
    }

    /** How a list of a part is called. */
    String title(Page page, Selection selection, String name) {
        return names.of(page, selection) + " · " + page.t(part(selection, name).title());
    }

    /** What an alarm about a unit speaks of. Whose ratings came from one account only supervisors of the whole city learn. */
    MattersView alarm(Page page, Selection selection, String name, String after) {
        Alarm alarm = selection.measures().alarms().get(name);
        String key = selection.key();
        if (alarm == null || key == null || selection.by().dimension() != Dimension.UNIT || !AlarmCases.has(alarm)) {
            throw unknown();
        }
        if (!AlarmViews.shows(page.reader(), alarm)) {
            throw new ProblemException(Problem.of("supervisors-only", 403));
        }
        int unit = Integer.parseInt(key);
        List<Cases.Case> found = alarmCases.page(selection, unit, alarm, Cases.After.parse(after), MatterRows.ROWS + 1);
        MatterRows.Head head = new MatterRows.Head(
                page.t(alarm.title()),
                names.of(page, selection),
                page.t(selection.period().title(selection.measures())),
                alarms.cases(selection, unit, name, page.formats().now()).orElse((long) found.size()),
                "assessment.at",
                selection.alarm(name),
                back(selection));
        return rows.page(page, selection.measures().programme(), head, found);
    }

    static Part part(Selection selection, String name) {
        Part part = selection.measures().parts().get(name);
        if (part == null) {
            throw unknown();
        }
        return part;
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of("unknown-figure", 422));
    }
}
