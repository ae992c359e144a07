package org.huiyin.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.assessment.Score;
import org.huiyin.assessment.Standing;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Bulletin.Table;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;

/** How the units of each class stand, who is praised and who is criticised. */
final class RankingSection {

    private final Writing writing;
    private final Page page;
    private final PeriodAccount account;
    private final List<Measure> columns;
    private final Map<Integer, String> alarms = new HashMap<>();
    private final List<String> criticised = new ArrayList<>();

    RankingSection(Writing writing) {
        this.writing = writing;
        this.page = writing.page();
        this.account = writing.account();
        this.columns = account.measures().measures().values().stream()
                .filter(measure -> measure.by().contains(Dimension.UNIT))
                .toList();
        account.alarmed().stream()
                .collect(Collectors.groupingBy(PeriodAccount.Alarmed::unit))
                .forEach((unit, some) -> alarms.put(
                        unit,
                        writing.and(some.stream().map(one -> page.t(one.why())).toList())));
    }

    /**
     * Writes it.
     *
     * @param classes the classes of units to be shown
     */
    Section of(List<String> classes) {
        String heading = page.t("bulletin.ranking");
        writing.numbers().in(heading);
        Measures.Ranking rules = account.measures().ranking();
        List<String> said = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        String by = account.measures()
                .measure(rules.by())
                .map(writing.names()::measure)
                .orElse(rules.by());
        said.add(page.t("bulletin.ranking.rule", by, rules.least()));
        for (String kind : classes) {
            List<Standing> standings = account.standings().classes().getOrDefault(kind, List.of());
            List<Standing> ranked =
                    standings.stream().filter(one -> one.rank() != null).toList();
            standings.forEach(this::keep);
            if (standings.isEmpty()) {
                continue;
            }
            said.add(paragraph(kind, ranked, standings.size() - ranked.size()));
            if (!ranked.isEmpty()) {
                tables.add(table(kind, ranked));
            }
        }
        return new Section("ranking", heading, said, null, tables);
    }

    /** Those who were criticised, as the last section calls them. */
    List<String> criticised() {
        return criticised;
    }

    /** Every measure of every unit is a figure, also of those that are not in the table. */
    private void keep(Standing standing) {
        Scope unit = writing.names().unit(standing.unit());
        columns.forEach(measure -> writing.numbers().measure(measure, unit));
    }

    private String paragraph(String kind, List<Standing> ranked, int others) {
        StringBuilder said = new StringBuilder();
        said.append(page.t("bulletin.ranking.class", writing.names().kindName(kind), ranked.size(), others));
        List<Standing> first = ranked.subList(0, Math.min(writing.rules().praised(), ranked.size() / 2));
        List<String> praised = first.stream()
                .filter(one -> !alarms.containsKey(one.unit()))
                .map(one -> page.t("bulletin.ranking.one", name(one), score(one)))
                .toList();
        if (!praised.isEmpty()) {
            said.append(page.t("bulletin.praise", writing.and(praised)));
        }
        for (Standing one : first) {
            String why = alarms.get(one.unit());
            if (why != null) {
                said.append(page.t("bulletin.withheld", name(one), why));
            }
        }
        if (ranked.size() >= writing.rules().fewest()) {
            List<Standing> last = ranked.subList(ranked.size() - writing.rules().criticised(), ranked.size());
            List<String> names = last.stream()
                    .map(one -> page.t("bulletin.ranking.one", name(one), score(one)))
                    .toList();
            said.append(page.t("bulletin.criticise", writing.and(names)));
            last.forEach(one -> criticised.add(name(one)));
        }
        ranked.stream()
                .filter(one -> one.change() != null && one.change().signum() > 0)
                .max(Comparator.comparing(RankingSection::change))
                .ifPresent(one -> said.append(
                        page.t("bulletin.ranking.risen", name(one), change(one).toPlainString())));
        return said.toString();
    }

    private static BigDecimal change(Standing one) {
        BigDecimal change = one.change();
        return change == null ? BigDecimal.ZERO : change;
    }

    private String name(Standing one) {
        return writing.names().unit(one.unit()).name();
    }

    private String score(Standing one) {
        Score score = one.scores().get(account.measures().ranking().by());
        return score == null ? "—" : score.percent().toPlainString();
    }

    private Table table(String kind, List<Standing> ranked) {
        List<String> heads = new ArrayList<>(
                List.of(page.t("bulletin.column.rank"), page.t("bulletin.column.unit"), page.t("bulletin.column.n")));
        columns.forEach(measure -> heads.add(writing.names().measure(measure)));
        heads.add(page.t("bulletin.column.change"));
        List<Integer> widths = new ArrayList<>(List.of(5, 22, 6));
        columns.forEach(measure -> widths.add(58 / columns.size()));
        widths.add(9);
        return new Table(
                page.t("bulletin.table.ranking", writing.names().kindName(kind)),
                heads,
                widths,
                ranked.stream().map(this::row).toList());
    }

    private List<String> row(Standing one) {
        List<String> row = new ArrayList<>();
        row.add(String.valueOf(one.rank()));
        row.add(name(one) + (alarms.containsKey(one.unit()) ? "*" : ""));
        Score by = one.scores().get(account.measures().ranking().by());
        row.add(by == null ? "0" : Long.toString(by.cases()));
        columns.forEach(measure -> row.add(writing.withInterval(one.scores().get(measure.name()))));
        row.add(writing.signed(one.change()));
        return row;
    }
}
