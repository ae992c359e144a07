package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Measures.Part;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how a figure comes about, and the matters behind it. */
@Component
class FigureViews {

    private static final int ROWS = 50;

    private final LiveFigures live;
    private final FigureNames names;
    private final Cases cases;
    private final Overdue overdue;
    private final MatterLookup lookup;

    FigureViews(LiveFigures live, FigureNames names, Cases cases, Overdue overdue, MatterLookup lookup) {
        this.overdue = overdue;
        this.live = live;
        this.names = names;
        this.cases = cases;
        this.lookup = lookup;
    }

    FigureView figure(Page page, Selection selection, String name) {
        Measures measures = selection.measures();
        Measure measure =
                measures.measure(name).orElseThrow(() -> new ProblemException(Problem.of("unknown-figure", 422)));
        Map<String, Long> counts = counts(selection, page.formats().now());
        Map<String, Score> scores = Formula.scores(measures, counts);
        Score score = scores.get(name);
        Score.Interval interval = score == null ? null : score.interval();
        List<FigureView.Term> terms = measure.of().entrySet().stream()
                .map(weight -> {
                    String shown = weight.getValue().compareTo(java.math.BigDecimal.ONE) == 0
                            ? ""
                            : weight.getValue().toPlainString();
                    return measure.sumOfMeasures()
                            ? rate(page, selection, shown, weight.getKey(), scores)
                            : part(page, selection, shown, weight.getKey(), counts);
                })
                .toList();
        return new FigureView(
                page.t(measure.title()),
                names.of(page, selection),
                page.t(selection.period().title(measures)),
                score == null ? AssessmentViews.NOTHING : score.percent().toPlainString(),
                interval == null
                        ? ""
                        : page.t(
                                "assessment.interval",
                                interval.low().toPlainString(),
                                interval.high().toPlainString()),
                page.t(measure.sumOfMeasures() ? "assessment.formula.sum" : "assessment.formula.rate"),
                terms,
                measure.over().stream()
                        .map(part -> part(page, selection, "", part, counts))
                        .toList(),
                back(selection));
    }

    private static String back(Selection selection) {
        return selection.by().kind().isEmpty() && selection.by().dimension() == Dimension.UNIT
                ? "/desk/assessment?period="
                        + Selection.encode(selection.period().key())
                : selection.of(null).path();
    }

    private static FigureView.Term part(
            Page page, Selection selection, String weight, String name, Map<String, Long> counts) {
        Part part = known(selection, name);
        return new FigureView.Term(
                weight, page.t(part.title()), page.number(counts.getOrDefault(name, 0L)), selection.matters(name));
    }

    private static FigureView.Term rate(
            Page page, Selection selection, String weight, String name, Map<String, Score> scores) {
        Score score = scores.get(name);
        String title = selection
                .measures()
                .measure(name)
                .map(one -> page.t(one.title()))
                .orElse(name);
        String value = score == null ? AssessmentViews.NOTHING : score.percent().toPlainString() + "%";
        return new FigureView.Term(weight, title, value, selection.figure(name));
    }

    MattersView matters(Page page, Selection selection, String name, String after) {
        Part part = known(selection, name);
        Instant now = page.formats().now();
        List<Cases.Case> found =
                cases.page(selection, part, now, live.leftOut(selection, now), Cases.After.parse(after), ROWS + 1);
        return list(
                page,
                selection,
                found,
                new Listing(
                        page.t(part.title()),
                        page.number(counts(selection, now).getOrDefault(name, 0L)),
                        selection.matters(name),
                        part.clock() != null,
                        back(selection)));
    }

    /** The matters a unit is late with now. */
    MattersView late(Page page, Selection selection, String after) {
        String programme = selection.measures().programme();
        int unit = unit(selection);
        Instant now = page.formats().now();
        long count = overdue.units(programme, now, Integer.MAX_VALUE).stream()
                .filter(one -> one.unit() == unit)
                .mapToLong(Overdue.Late::matters)
                .sum();
        List<Cases.Case> found = overdue.of(programme, unit, now, Cases.After.parse(after), ROWS + 1);
        Listing listing = new Listing(
                page.t("assessment.cockpit.late.title"),
                page.number(count),
                "/cockpit/late?unit=" + unit,
                true,
                "/cockpit");
        return list(page, selection, found, listing);
    }

    /** A row and where it stands in its list. */
    record Line(Cases.Case at, MattersView.Row row) {}

    /** The matters behind a part, or without one those a unit is late with now: those behind a row, at most so many. */
    List<Line> lines(Page page, Selection selection, String part, @Nullable Line last, int limit) {
        Cases.After after = last == null
                ? Cases.After.START
                : new Cases.After(last.at().at(), last.at().matter(), last.at().seq());
        Instant now = page.formats().now();
        List<Cases.Case> found = part.isEmpty()
                ? overdue.of(selection.measures().programme(), unit(selection), now, after, limit)
                : cases.page(selection, known(selection, part), now, live.leftOut(selection, now), after, limit);
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Cases.Case::matter).distinct().toList());
        return found.stream()
                .map(one -> new Line(one, row(page, selection, one, matters)))
                .toList();
    }

    /** Whether a part counts deadlines that came. */
    boolean due(Selection selection, String part) {
        return known(selection, part).clock() != null;
    }

    /** How a list of a part is called, or that of late matters without one. */
    String title(Page page, Selection selection, String part) {
        return names.of(page, selection) + " · "
                + (part.isEmpty()
                        ? page.t("assessment.cockpit.late.title")
                        : page.t(known(selection, part).title()));
    }

    private static int unit(Selection selection) {
        String key = selection.key();
        if (key == null) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        return Integer.parseInt(key);
    }

    /** What a list says about itself. */
    private record Listing(String title, String count, String path, boolean due, String back) {}

    private MattersView list(Page page, Selection selection, List<Cases.Case> found, Listing listing) {
        List<Cases.Case> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<Long, Matter> matters =
                lookup.findAll(shown.stream().map(Cases.Case::matter).distinct().toList());
        return new MattersView(
                listing.title(),
                names.of(page, selection),
                listing.due() && listing.back().equals("/cockpit")
                        ? ""
                        : page.t(selection.period().title(selection.measures())),
                listing.count(),
                shown.stream().map(one -> row(page, selection, one, matters)).toList(),
                found.size() > ROWS
                        ? listing.path() + "&after=" + shown.getLast().cursor()
                        : null,
                listing.due(),
                listing.back());
    }

    private MattersView.Row row(Page page, Selection selection, Cases.Case one, Map<Long, Matter> matters) {
        Matter matter = matters.get(one.matter());
        boolean readable = matter != null && lookup.mayRead(page.reader(), matter);
        String number = new MatterNumber(one.matter()).toString();
        String title = matter == null
                ? ""
                : readable
                        ? Discretion.of(lookup, page.reader(), matter).text(matter.title())
                        : matter.confidential() ? page.t("assessment.confidential") : matter.publicTitle();
        return new MattersView.Row(
                number,
                title,
                readable ? "/desk/matters/" + number : null,
                names.unit(page, one.unit()),
                names.place(page, one.town()),
                names.category(page, selection.measures().programme(), one.category()),
                one.at());
    }

    private static Part known(Selection selection, String name) {
        Part part = selection.measures().parts().get(name);
        if (part == null) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        return part;
    }

    /** What was counted for whom the selection is about. */
    private Map<String, Long> counts(Selection selection, Instant now) {
        Figures figures = live.of(selection, now);
        String key = selection.key();
        return key == null || selection.by().dimension() == Dimension.TOWN ? figures.total() : figures.of(key);
    }
}
