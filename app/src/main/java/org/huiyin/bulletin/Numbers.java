package org.huiyin.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.assessment.Figures;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.assessment.Score;
import org.huiyin.bulletin.Figure.Source;
import org.huiyin.bulletin.Figure.Term;
import org.huiyin.org.Place;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a bulletin out of an account and keeps every one of them with what it is made of. */
final class Numbers {

    private final PeriodAccount account;
    private final Names names;
    private final SourceLists lists;
    private final List<Figure> figures = new ArrayList<>();
    private String section = "";

    Numbers(PeriodAccount account, Names names, SourceLists lists) {
        this.account = account;
        this.names = names;
        this.lists = lists;
    }

    /** A count of this period and of the one before. */
    record Counted(long now, long before) {

        long change() {
            return now - before;
        }
    }

    /** A measure of this period and of the one before; null where it came to nothing. */
    record Rated(@Nullable Score now, @Nullable Score before) {

        /** In percentage points of what is printed; null when one of both is missing. */
        @Nullable
        BigDecimal change() {
            return now == null || before == null ? null : now.percent().subtract(before.percent());
        }
    }

    /** What follows stands in that section. */
    void in(String heading) {
        section = heading;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    PeriodAccount account() {
        return account;
    }

    /** How often a part was counted. */
    Counted part(String part, Scope scope) {
        String name = names.part(account, part);
        return new Counted(part(part, name, scope, account.period()), part(part, name, scope, account.before()));
    }

    private long part(String part, String name, Scope scope, Period period) {
        long n = counts(period, scope).getOrDefault(part, 0L);
        keep(name, scope, period, Long.toString(n), List.of(term(part, scope, "1", n)), List.of(), "");
        return n;
    }

    /** What share of a part has a scope, in percent; null when the part was not counted at all. */
    @Nullable
    BigDecimal share(String part, Scope scope) {
        long n = counts(account.period(), scope).getOrDefault(part, 0L);
        Scope all = Scope.all(names.all());
        long of = counts(account.period(), all).getOrDefault(part, 0L);
        if (of == 0) {
            return null;
        }
        BigDecimal share =
                BigDecimal.valueOf(n * 100).divide(BigDecimal.valueOf(of), 2, java.math.RoundingMode.HALF_UP);
        keep(
                names.share(names.part(account, part)),
                scope,
                account.period(),
                share.toPlainString() + "%",
                List.of(term(part, scope, "1", n)),
                List.of(term(part, all, "1", of)),
                "");
        return share;
    }

    /** What a measure comes to. */
    Rated measure(Measure measure, Scope scope) {
        return new Rated(measure(measure, scope, account.period()), measure(measure, scope, account.before()));
    }

    private @Nullable Score measure(Measure measure, Scope scope, Period period) {
        Map<String, Long> counts = counts(period, scope);
        Score score = account.scores(counts).get(measure.name());
        if (score == null) {
            return null;
        }
        String value = score.percent().toPlainString() + (measure.sumOfMeasures() ? "" : "%");
        if (measure.sumOfMeasures()) {
            keep(names.measure(measure), scope, period, value, List.of(), List.of(), names.formula(account, measure));
        } else {
            List<Term> numerator = new ArrayList<>();
            measure.of()
                    .forEach((part, weight) ->
                            numerator.add(term(part, scope, weight.toPlainString(), counts.getOrDefault(part, 0L))));
            List<Term> denominator = measure.over().stream()
                    .map(part -> term(part, scope, "1", counts.getOrDefault(part, 0L)))
                    .toList();
            keep(names.measure(measure), scope, period, value, numerator, denominator, "");
        }
        return score;
    }

    /** How many rows of a list of its own have a remark, this period. */
    long listed(String list, String name, @Nullable String remark) {
        Scope scope = remark == null ? Scope.all(names.all()) : new Scope(Source.REMARK, remark, remark);
        long n = lists.count(list, names.thisPeriod(), scope);
        keep(name, scope, account.period(), Long.toString(n), List.of(term(list, scope, "1", n)), List.of(), "");
        return n;
    }

    /** How many rows of a list of its own are a unit's, this period. */
    long listed(String list, String name, Scope unit) {
        long n = lists.count(list, names.thisPeriod(), unit);
        keep(name, unit, account.period(), Long.toString(n), List.of(term(list, unit, "1", n)), List.of(), "");
        return n;
    }

    private Term term(String list, Scope scope, String weight, long rows) {
        return new Term(lists.use(list), scope.by(), scope.name(), weight, rows);
    }

    private void keep(
            String name,
            Scope scope,
            Period period,
            String value,
            List<Term> numerator,
            List<Term> denominator,
            String of) {
        figures.add(new Figure(
                section, name, scope.name(), names.period(account, period), value, numerator, denominator, of));
    }

    /** The counts of every part in a scope. */
    Map<String, Long> counts(Period period, Scope scope) {
        Source by = scope.by();
        if (by == null) {
            return account.figures(period, Dimension.UNIT).total();
        }
        return switch (by) {
            case UNIT -> account.figures(period, Dimension.UNIT).of(scope.key());
            case CATEGORY -> account.figures(period, Dimension.CATEGORY).of(scope.key());
            case COUNTY -> within(account.figures(period, Dimension.TOWN), scope.key());
            case KIND, REMARK -> throw new IllegalArgumentException("parts are not counted by " + by);
        };
    }

    private static Map<String, Long> within(Figures towns, String county) {
        return towns.sum(towns.keys().stream()
                .filter(town -> countyOf(town).equals(county))
                .toList());
    }

    /** The county a town is in; what is no town, nor in a county, stands for itself. */
    private static String countyOf(String place) {
        int length = Place.Level.COUNTY.codeLength();
        return place.length() > length ? place.substring(0, length) : place;
    }

    /** How often a part was counted in each group, the most first. */
    Map<String, Long> most(String part, Dimension by) {
        Figures counted = account.figures(account.period(), by);
        Map<String, Long> byGroup = new TreeMap<>();
        for (String key : counted.keys()) {
            String group = by == Dimension.TOWN ? countyOf(key) : key;
            byGroup.merge(group, counted.of(key, part), Long::sum);
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        byGroup.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
