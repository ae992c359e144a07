package org.huiyin.bulletin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.huiyin.assessment.CaseBook;
import org.huiyin.assessment.Exclusion;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.bulletin.SourceList.Row;
import org.huiyin.matter.MatterNumber;
import org.huiyin.sample.CallsMade.Call;
import org.huiyin.supervision.ServedInstruments.Served;
import org.jspecify.annotations.Nullable;

/** The lists of matters behind the figures of a bulletin; one is made when the first figure counts from it. */
final class SourceLists {

    static final String INSTRUMENTS = "@instruments";
    static final String ANSWERED = "@instruments-answered";
    static final String LAPSED = "@instruments-lapsed";
    static final String CALLS = "@calls";
    static final String REACHED = "@calls-reached";
    static final String SAID_SOLVED = "@calls-solved";
    static final String SAID_SATISFIED = "@calls-satisfied";
    static final String OVERDUE = "@overdue";
    static final String LEFT_OUT = "@left-out";

    private static final Set<String> SATISFIED = Set.of("satisfied", "basically");

    private final PeriodAccount account;
    private final Names names;
    private final List<Served> instruments;
    private final List<Call> calls;
    private final Map<String, SourceList> made = new LinkedHashMap<>();

    SourceLists(PeriodAccount account, Names names, List<Served> instruments, List<Call> calls) {
        this.account = account;
        this.names = names;
        this.instruments = instruments;
        this.calls = calls;
    }

    /** Makes sure a list is there; returns its name. */
    String use(String list) {
        if (!made.containsKey(list)) {
            made.put(list, make(list));
        }
        return list;
    }

    Map<String, SourceList> all() {
        return made;
    }

    List<Served> instruments() {
        return instruments;
    }

    /** How many rows of a list are of a period and a scope. */
    long count(String list, String period, Scope scope) {
        use(list);
        Figure.Source by = scope.by();
        return made.getOrDefault(list, new SourceList("", List.of())).rows().stream()
                .filter(row ->
                        row.period().equals(period) && (by == null || row.in(by).equals(scope.name())))
                .count();
    }

    private SourceList make(String list) {
        return switch (list) {
            case INSTRUMENTS -> own(list, served(one -> true));
            case ANSWERED -> own(list, served(Served::answered));
            case LAPSED -> own(list, served(Served::lapsed));
            case CALLS -> own(list, called(call -> true));
            case REACHED -> own(list, called(Call::reached));
            case SAID_SOLVED -> own(list, called(call -> "yes".equals(call.solved())));
            case SAID_SATISFIED -> own(list, called(call -> SATISFIED.contains(String.valueOf(call.satisfied()))));
            case OVERDUE -> own(list, overdue());
            case LEFT_OUT -> own(list, leftOut());
            default -> new SourceList(names.part(account, list), counted(list));
        };
    }

    private SourceList own(String list, List<Row> rows) {
        return new SourceList(names.page().t("bulletin.list." + list.substring(1)), rows);
    }

    private List<Row> counted(String part) {
        List<Row> rows = new ArrayList<>();
        for (Period period : List.of(account.period(), account.before())) {
            String name = names.period(account, period);
            for (CaseBook.Entry entry : account.book().of(period, part)) {
                CaseBook.Named matter = account.book().named(entry.matter());
                rows.add(row(
                        name,
                        new Of(entry.matter(), matter.title(), entry.unit(), entry.town(), entry.category()),
                        entry.at(),
                        ""));
            }
        }
        return rows;
    }

    private List<Row> served(Predicate<Served> which) {
        return instruments.stream()
                .filter(which)
                .map(one -> row(
                        names.thisPeriod(),
                        new Of(one.matter(), one.title(), one.unit(), one.place(), one.category()),
                        one.at(),
                        names.page().t(one.name())))
                .toList();
    }

    private List<Row> called(Predicate<Call> which) {
        return calls.stream()
                .filter(which)
                .map(one -> row(
                        names.thisPeriod(),
                        new Of(one.matter(), one.title(), one.unit(), one.place(), one.category()),
                        one.at(),
                        names.page().t("sample.outcome." + one.outcome())))
                .toList();
    }

    private List<Row> overdue() {
        return account.book().overdue().stream()
                .map(one -> row(
                        names.thisPeriod(),
                        new Of(
                                one.matter(),
                                account.book().named(one.matter()).title(),
                                one.unit(),
                                one.town(),
                                one.category()),
                        one.due(),
                        ""))
                .toList();
    }

    private List<Row> leftOut() {
        List<Row> rows = new ArrayList<>();
        for (Exclusion one : excluded()) {
            var kind = account.measures().exclusions().classes().get(one.kind());
            rows.add(row(
                    names.thisPeriod(),
                    new Of(one.matter(), null, one.unit(), "", ""),
                    one.acts().getLast().at(),
                    kind == null ? one.kind() : names.page().t(kind)));
        }
        return rows;
    }

    /** What is left out of this period's figures. */
    List<Exclusion> excluded() {
        return account.leftOut().stream()
                .filter(one -> one.period().equals(account.period().key()))
                .toList();
    }

    /** What a row says of the matter itself. */
    private record Of(long matter, @Nullable String title, int unit, String place, String category) {}

    private Row row(String period, Of of, Instant at, String remark) {
        String title = of.title();
        return new Row(
                period,
                new MatterNumber(of.matter()).toString(),
                title == null ? "" : title.isEmpty() ? names.page().t("bulletin.kept-off-the-board") : title,
                names.unit(of.unit()).name(),
                of.unit() == 0 ? "" : names.kind(of.unit()),
                of.place().isEmpty() ? "" : names.countyOf(of.place()),
                of.place().isEmpty() ? "" : names.townOf(of.place()),
                of.category().isEmpty() && of.place().isEmpty()
                        ? ""
                        : names.category(account.measures().programme(), of.category())
                                .name(),
                at,
                remark);
    }
}
