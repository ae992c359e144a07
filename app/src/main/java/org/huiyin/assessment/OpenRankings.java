package org.huiyin.assessment;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Measures.Part;
import org.springframework.stereotype.Component;

/** Shows published rankings to everybody: as they were frozen, with the formula and what is behind each figure. */
@Component
class OpenRankings {

    static final int LISTED = 24;

    private final Rankings rankings;
    private final Assessment assessment;
    private final FigureNames names;
    private final OpenCases cases;
    private final Counting counting;
    private final BoardCounts counts;

    OpenRankings(
            Rankings rankings,
            Assessment assessment,
            FigureNames names,
            OpenCases cases,
            Counting counting,
            BoardCounts counts) {
        this.rankings = rankings;
        this.assessment = assessment;
        this.names = names;
        this.cases = cases;
        this.counting = counting;
        this.counts = counts;
    }

    /** A published ranking with what it was made by. */
    record Opened(Rankings.Published published, Measures measures, Period period, FrozenRanking frozen) {}

    static ProblemException none() {
        return new ProblemException(Problem.of("not-found", 404));
    }

    Opened open(long id) {
        return open(rankings.find(id).orElseThrow(OpenRankings::none));
    }

    Optional<Opened> find(long id) {
        return rankings.find(id).map(this::open);
    }

    /** The number of the latest ranking of the same period. */
    long latest(Opened one) {
        return rankings.of(one.published().programme(), one.period()).getFirst().id();
    }

    private Opened open(Rankings.Published published) {
        Measures measures = assessment.measures(published, PublishedInputs.read(published.inputs()));
        Period period =
                Period.parse(published.period(), measures, counting.zone()).orElseThrow(OpenRankings::none);
        return new Opened(published, measures, period, FrozenRanking.read(published.result()));
    }

    List<OpenRankingView.Listed> list(Page page, long before) {
        return rankings.before(before, LISTED + 1).stream()
                .map(one -> listed(page, open(one)))
                .toList();
    }

    private OpenRankingView.Listed listed(Page page, Opened one) {
        String by = one.measures().ranking().by();
        List<OpenRankingView.Leader> leaders = new ArrayList<>();
        one.frozen()
                .classes()
                .forEach((kind, rows) -> rows.stream()
                        .filter(row -> row.rank() != null && row.rank() == 1)
                        .forEach(row -> {
                            FrozenRanking.Figure figure = row.figures().get(by);
                            leaders.add(new OpenRankingView.Leader(
                                    page.t("assessment.class." + kind),
                                    names.unit(page, row.unit()),
                                    figure == null ? "" : figure.percent()));
                        }));
        return new OpenRankingView.Listed(
                one.published().id(),
                address(one.published().id()),
                title(page, one),
                one.published().asOf(),
                one.published().publishedAt(),
                leaders);
    }

    OpenRankingView view(Page page, Opened one) {
        List<Measure> columns = columns(one);
        List<OpenRankingView.Section> sections = new ArrayList<>();
        one.frozen().classes().forEach((kind, rows) -> {
            if (!rows.isEmpty()) {
                sections.add(new OpenRankingView.Section(
                        page.t("assessment.class." + kind),
                        rows.stream().map(row -> row(page, one, columns, row)).toList()));
            }
        });
        long latest = latest(one);
        return new OpenRankingView(
                counts.now(),
                one.published().id(),
                title(page, one),
                one.published().asOf(),
                one.published().publishedAt(),
                one.published().resultFingerprint(),
                one.published().inputsFingerprint(),
                columns.stream().map(measure -> page.t(measure.title())).toList(),
                sections,
                columns.stream()
                        .map(measure -> new OpenRankingView.Formula(
                                page.t(measure.title()), formula(page, one.measures(), measure)))
                        .toList(),
                one.measures().ranking().least(),
                one.published().reason(),
                latest == one.published().id() ? null : address(latest));
    }

    private static List<Measure> columns(Opened one) {
        String kind = one.measures().ranking().classes().getFirst();
        return AssessmentViews.columns(one.measures(), By.units(kind));
    }

    private AssessmentView.Row row(Page page, Opened one, List<Measure> columns, FrozenRanking.Row row) {
        Integer rank = row.rank();
        var change = row.change();
        return new AssessmentView.Row(
                names.unit(page, row.unit()),
                null,
                rank == null ? page.t("assessment.unranked") : page.number(rank),
                change == null
                        ? AssessmentViews.NOTHING
                        : (change.signum() > 0 ? "+" : "")
                                + change.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                columns.stream().map(measure -> cell(one, measure, row)).toList());
    }

    private static AssessmentView.Cell cell(Opened one, Measure measure, FrozenRanking.Row row) {
        FrozenRanking.Figure figure = row.figures().get(measure.name());
        String href = address(one.published().id()) + "/figure?unit=" + row.unit() + "&measure=" + measure.name();
        if (figure == null) {
            return new AssessmentView.Cell(AssessmentViews.NOTHING, "", href, -1, 0, 0);
        }
        Double low = figure.low();
        Double high = figure.high();
        String of = figure.of().isEmpty() ? "" : figure.of() + "/" + figure.over();
        return low == null || high == null
                ? new AssessmentView.Cell(text(measure, figure), of, href, -1, 0, 0)
                : new AssessmentView.Cell(
                        text(measure, figure), of, href, low, Double.parseDouble(figure.percent()), high);
    }

    private static String text(Measure measure, FrozenRanking.Figure figure) {
        return figure.percent() + (measure.sumOfMeasures() ? "" : "%");
    }

    /** How a measure is made: 0.10 × response + …, or (satisfied + 0.9 × mostly satisfied) ÷ valid ratings. */
    private static String formula(Page page, Measures measures, Measure measure) {
        String of = measure.of().entrySet().stream()
                .map(one -> weight(one.getValue().toPlainString())
                        + page.t(
                                measure.sumOfMeasures()
                                        ? measures.measure(one.getKey())
                                                .orElseThrow(OpenRankings::none)
                                                .title()
                                        : part(measures, one.getKey()).title()))
                .collect(Collectors.joining(" + "));
        if (measure.sumOfMeasures()) {
            return of;
        }
        String over = measure.over().stream()
                .map(name -> page.t(part(measures, name).title()))
                .collect(Collectors.joining(" + "));
        boolean several = measure.of().size() > 1;
        return (several ? "(" + of + ")" : of) + " ÷ " + (measure.over().size() > 1 ? "(" + over + ")" : over);
    }

    private static String weight(String weight) {
        return weight.equals("1") ? "" : weight + " × ";
    }

    OpenRankingView.Figure figure(Page page, Opened one, int unit, String name) {
        Measure measure = one.measures().measure(name).orElseThrow(OpenRankings::none);
        FrozenRanking.Row row = one.frozen().unit(unit);
        FrozenRanking.Figure figure = row.figures().get(name);
        String base = address(one.published().id());
        Map<String, OpenRankingView.Term> terms = new LinkedHashMap<>();
        measure.of()
                .forEach((term, weight) -> terms.put(
                        term,
                        measure.sumOfMeasures()
                                ? rate(page, one, row, term, weight(weight.toPlainString()))
                                : part(page, one, row, term, weight(weight.toPlainString()))));
        measure.over().forEach(term -> terms.putIfAbsent(term + "÷", part(page, one, row, term, "÷ ")));
        return new OpenRankingView.Figure(
                one.published().id(),
                page.t(measure.title()),
                names.unit(page, unit),
                title(page, one),
                figure == null ? AssessmentViews.NOTHING : text(measure, figure),
                formula(page, one.measures(), measure),
                List.copyOf(terms.values()));
    }

    private static OpenRankingView.Term rate(Page page, Opened one, FrozenRanking.Row row, String name, String weight) {
        Measure measure = one.measures().measure(name).orElseThrow(OpenRankings::none);
        FrozenRanking.Figure figure = row.figures().get(name);
        return new OpenRankingView.Term(
                weight,
                page.t(measure.title()),
                figure == null ? AssessmentViews.NOTHING : text(measure, figure),
                address(one.published().id()) + "/figure?unit=" + row.unit() + "&measure=" + name);
    }

    private static OpenRankingView.Term part(Page page, Opened one, FrozenRanking.Row row, String name, String weight) {
        return new OpenRankingView.Term(
                weight,
                page.t(part(one.measures(), name).title()),
                page.number(row.counts().getOrDefault(name, 0L)),
                address(one.published().id()) + "/matters?unit=" + row.unit() + "&part=" + name);
    }

    OpenRankingView.Behind behind(Page page, Opened one, int unit, String name, String after) {
        FrozenRanking.Row row = one.frozen().unit(unit);
        Part part = part(one.measures(), name);
        String path = address(one.published().id()) + "/matters?unit=" + unit + "&part=" + name;
        return cases.behind(
                page, one, part, row, new OpenCases.Head(path, title(page, one), names.unit(page, unit), after));
    }

    private static Part part(Measures measures, String name) {
        Part part = measures.parts().get(name);
        if (part == null) {
            throw none();
        }
        return part;
    }

    String title(Page page, Opened one) {
        return names.programme(page, one.published().programme()) + " · "
                + page.t(one.period().title(one.measures()));
    }

    static String address(long id) {
        return "/board/rankings/" + id;
    }
}
