package org.huiyin.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.suggestion.CityLearning.Score;
import org.huiyin.suggestion.Precision.Of;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Puts together the page about suggestions and the matters behind its figures. */
@Component
class SuggestionViews {

    static final String PATH = "/desk/suggestions";
    private static final Duration LOOKED_AT = Duration.ofDays(90);
    private static final int MODELS = 20;
    private static final int LEARNINGS = 10;
    private static final int CASES = 50;

    private final Precision precision;
    private final Models models;
    private final Learnings learnings;
    private final Serving serving;
    private final MatterLookup lookup;
    private final Wording wording;

    SuggestionViews(
            Precision precision,
            Models models,
            Learnings learnings,
            Serving serving,
            MatterLookup lookup,
            Wording wording) {
        this.precision = precision;
        this.models = models;
        this.learnings = learnings;
        this.serving = serving;
        this.lookup = lookup;
        this.wording = wording;
    }

    Routed routed() {
        return wording.routed().getFirst();
    }

    PrecisionView of(Page page) {
        Routed routed = routed();
        Instant since = page.formats().now().minus(LOOKED_AT);
        List<Precision.Row> units = precision.rows(Of.UNIT, routed, since);
        List<Precision.Row> categories = precision.rows(Of.CATEGORY, routed, since);
        List<Learnings.Row> newest = learnings.newest(LEARNINGS);
        Serving.Held held = serving.all().get(routed.programme());
        return new PrecisionView(
                stats(page, precision.whole(routed, since), units, categories),
                units.stream()
                        .map(row -> line(page, Of.UNIT, name(page, Of.UNIT, row.value()), row))
                        .toList(),
                categories.stream()
                        .map(row -> line(page, Of.CATEGORY, name(page, Of.CATEGORY, row.value()), row))
                        .toList(),
                modelLines(page, routed),
                newest.stream().map(one -> learningLine(page, one)).toList(),
                newest.stream().anyMatch(one -> one.endedAt() == null),
                held == null ? "" : held.fault());
    }

    private static List<PrecisionView.Stat> stats(
            Page page, Precision.Whole whole, List<Precision.Row> units, List<Precision.Row> categories) {
        return List.of(
                new PrecisionView.Stat(page.t("suggestion.stat.matters"), page.number(whole.matters())),
                new PrecisionView.Stat(page.t("suggestion.stat.units"), share(page, whole.units(), whole.matters())),
                new PrecisionView.Stat(page.t("suggestion.stat.units-right"), right(page, units)),
                new PrecisionView.Stat(
                        page.t("suggestion.stat.categories"), share(page, whole.categories(), whole.matters())),
                new PrecisionView.Stat(page.t("suggestion.stat.categories-right"), right(page, categories)));
    }

    private static String right(Page page, List<Precision.Row> rows) {
        return share(
                page,
                rows.stream().mapToInt(Precision.Row::right).sum(),
                rows.stream().mapToInt(Precision.Row::n).sum());
    }

    private static String share(Page page, int part, int whole) {
        return whole == 0 ? "—" : page.percent((double) part / whole);
    }

    private static PrecisionView.Line line(Page page, Of of, String name, Precision.Row row) {
        Wilson interval = Wilson.of(row.right(), row.n());
        String path = PATH + "/matters?of=" + of.name().toLowerCase(java.util.Locale.ROOT) + "&value=" + row.value();
        return new PrecisionView.Line(
                name,
                page.number(row.n()),
                page.number(row.right()),
                share(page, row.right(), row.n()),
                page.percent(interval.low()) + " – " + page.percent(interval.high()),
                100 * interval.low(),
                100.0 * row.right() / row.n(),
                100 * interval.high(),
                path,
                page.number(row.n() - row.right()),
                path + "&wrong=1");
    }

    private String name(Page page, Of of, String value) {
        return of == Of.CATEGORY
                ? wording.category(page, routed().programme(), value)
                : value.matches("[0-9]{1,9}") ? wording.unit(page, Integer.parseInt(value)) : value;
    }

    private List<PrecisionView.ModelLine> modelLines(Page page, Routed routed) {
        long inForce = models.inForce(routed.programme()).orElse(0L);
        return models.all(MODELS).stream()
                .map(one -> new PrecisionView.ModelLine(
                        one.id(),
                        page.time(one.learnedAt()),
                        one.learnedBy().isEmpty() ? page.t("suggestion.by-night") : one.learnedBy(),
                        page.number(one.matters()),
                        figures(page, one.figures()),
                        since(page, one),
                        one.id() == inForce,
                        one.kept()))
                .toList();
    }

    private static String since(Page page, Models.Row one) {
        if (one.since() == null) {
            return "";
        }
        String reason = one.reason() == null || one.reason().isEmpty() ? better(page, one.figures()) : one.reason();
        return page.t(
                "suggestion.since", one.since(), one.by() == null || one.by().isEmpty() ? "回音" : one.by(), reason);
    }

    /** In what it was better: categories and units are added up, so one of them may have been none. */
    private static String better(Page page, Figures figures) {
        Score rival = figures.rival();
        return rival == null
                ? page.t("suggestion.first")
                : page.t("suggestion.better", figures.score().right(), rival.right());
    }

    private static List<String> figures(Page page, Figures figures) {
        List<String> told = new ArrayList<>();
        Score score = figures.score();
        told.add(page.t(
                "suggestion.figures",
                score.n(),
                share(page, score.categories(), score.n()),
                share(page, score.units(), score.n())));
        told.add(page.t(
                "suggestion.figures.shown",
                share(page, score.offered(), score.n()),
                share(page, score.offeredRight(), score.offered())));
        Score rival = figures.rival();
        if (rival != null) {
            told.add(page.t(
                    "suggestion.figures.rival",
                    share(page, rival.categories(), rival.n()),
                    share(page, rival.units(), rival.n())));
        }
        return told;
    }

    /** What a learning noted, in words where it noted numbers. */
    private static String told(Page page, String noted) {
        java.util.regex.Matcher compared = Learner.COMPARED.matcher(noted);
        if (compared.matches()) {
            return page.t(
                    "suggestion.told.compared",
                    compared.group(5),
                    compared.group(1),
                    compared.group(2),
                    compared.group(3),
                    compared.group(4));
        }
        java.util.regex.Matcher few = Learner.FEW.matcher(noted);
        return few.matches() ? page.t("suggestion.told.too-few", few.group(1), few.group(2)) : noted;
    }

    private static PrecisionView.LearningLine learningLine(Page page, Learnings.Row one) {
        String outcome = one.outcome();
        return new PrecisionView.LearningLine(
                page.time(one.begunAt()),
                one.by().isEmpty() ? page.t("suggestion.by-night") : one.by(),
                page.t("suggestion.outcome." + (outcome == null ? "going-on" : outcome)),
                told(page, one.told()),
                one.model(),
                outcome != null && List.of("failed", "too-long", "broken-off").contains(outcome));
    }

    /** The matters behind a figure; titles as far as the reader may read them. */
    CasesView cases(Page page, Precision.Asked asked) {
        Routed routed = routed();
        Instant since = page.formats().now().minus(LOOKED_AT);
        List<Precision.Case> found = precision.cases(asked, routed, since, CASES + 1);
        List<Precision.Case> shown = found.subList(0, Math.min(CASES, found.size()));
        Map<Long, Matter> matters =
                lookup.findAll(shown.stream().map(Precision.Case::matter).toList());
        return new CasesView(
                name(page, asked.of(), asked.value()),
                shown.stream()
                        .flatMap(one -> java.util.stream.Stream.ofNullable(matters.get(one.matter()))
                                .map(matter -> caseLine(page, asked, one, matter)))
                        .toList(),
                page.with("wrong", asked.wrong() ? null : "1"),
                asked.wrong(),
                found.size() > CASES
                        ? page.with("before", new MatterNumber(shown.getLast().matter()))
                        : null);
    }

    private CasesView.Line caseLine(Page page, Precision.Asked asked, Precision.Case one, Matter matter) {
        boolean may = lookup.mayRead(page.reader(), matter);
        String hidden = matter.confidential() ? page.t("suggestion.confidential") : matter.publicTitle();
        return new CasesView.Line(
                matter.number().toString(),
                may ? "/desk/matters/" + matter.number() : null,
                may ? Discretion.of(lookup, page.reader(), matter).title(matter) : hidden,
                page.percent(one.share()),
                name(page, asked.of(), one.ended()),
                one.ended().equals(asked.value()));
    }
}
