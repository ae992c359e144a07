package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The matters behind the numbers of the leaders' page that are not figures of a period. */
@Component
class CockpitLists {

    private final Cockpit cockpit;
    private final Overdue overdue;
    private final ListedMatters listed;
    private final AskedHere here;
    private final FigureNames names;
    private final MatterRows rows;

    CockpitLists(
            Cockpit cockpit,
            Overdue overdue,
            ListedMatters listed,
            AskedHere here,
            FigureNames names,
            MatterRows rows) {
        this.cockpit = cockpit;
        this.overdue = overdue;
        this.listed = listed;
        this.here = here;
        this.names = names;
        this.rows = rows;
    }

    /** What somebody is late with now. */
    MattersView late(Page page, Scope scope, String asked, Cases.After after) {
        Integer unit = unit(scope, asked);
        Instant now = page.formats().now();
        long count = overdue.units(scope, now).stream()
                .filter(one -> unit == null || one.unit() == unit)
                .mapToLong(Overdue.Late::matters)
                .sum();
        MatterRows.Head head = new MatterRows.Head(
                page.t("assessment.cockpit.late.title"),
                whose(page, scope, unit),
                "",
                count,
                "assessment.due-at",
                scope.path("/cockpit/late") + (unit == null ? "" : "&unit=" + unit),
                scope.path("/cockpit"));
        return rows.page(page, scope.programme(), head, overdue.of(scope, unit, now, after, MatterRows.ROWS + 1));
    }

    /** The same to be taken along: those behind a row, at most so many. */
    List<MatterRows.Line> lateLines(Page page, Scope scope, String asked, MatterRows.@Nullable Line last, int limit) {
        Instant now = page.formats().now();
        return rows.lines(
                page, scope.programme(), overdue.of(scope, unit(scope, asked), now, MatterRows.after(last), limit));
    }

    String lateTitle(Page page, Scope scope, String asked) {
        return whose(page, scope, unit(scope, asked)) + " · " + page.t("assessment.cockpit.late.title");
    }

    private @Nullable Integer unit(Scope scope, String asked) {
        if (!asked.isEmpty() && !names.knows(scope.programme(), By.ALL_UNITS, asked)) {
            throw new ProblemException(Problem.of("unknown-unit", 422, PeriodChoices.shortened(asked)));
        }
        return asked.isEmpty() ? null : Integer.valueOf(asked);
    }

    private String whose(Page page, Scope scope, @Nullable Integer unit) {
        return unit == null ? whose(page, scope) : names.unit(page, unit);
    }

    /** What stands on a list of the programme, or on any of them. */
    MattersView list(Page page, Scope scope, List<Programme.ListRule> rules, String asked, Cases.After after) {
        List<Programme.ListRule> chosen = rules.stream()
                .filter(rule -> asked.isEmpty() || rule.name().equals(asked))
                .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        List<String> lists = chosen.stream().map(Programme.ListRule::name).toList();
        Map<String, Long> counts = cockpit.lists(scope);
        MatterRows.Head head = new MatterRows.Head(
                asked.isEmpty()
                        ? page.t("assessment.cockpit.raised")
                        : page.t(chosen.getFirst().title()),
                whose(page, scope),
                "",
                lists.stream().mapToLong(list -> counts.getOrDefault(list, 0L)).sum(),
                "assessment.raised-at",
                scope.path("/cockpit/list") + (asked.isEmpty() ? "" : "&list=" + asked),
                scope.path("/cockpit"));
        return rows.page(page, scope.programme(), head, listed.page(scope, lists, after, MatterRows.ROWS + 1));
    }

    /** What people of a place asked for in some days, of one category. */
    MattersView asked(Page page, Selection days, Scope scope, Cases.After after) {
        String category = days.key();
        if (category == null || !days.period().ofDays()) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        MatterRows.Head head = new MatterRows.Head(
                names.category(page, scope.programme(), category),
                whose(page, scope),
                page.t(days.period().title(days.measures())),
                here.count(scope, days.period(), category),
                "assessment.raised-at",
                scope.path("/cockpit/asked") + "&period="
                        + Selection.encode(days.period().key()) + "&category="
                        + (category.isEmpty() ? Selection.NONE : Selection.encode(category)),
                scope.path("/cockpit"));
        return rows.page(
                page, scope.programme(), head, here.page(scope, days.period(), category, after, MatterRows.ROWS + 1));
    }

    private String whose(Page page, Scope scope) {
        return scope.place().isEmpty() ? page.t("assessment.cockpit.title") : names.place(page, scope.place());
    }
}
