package org.huiyin.bulletin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.assessment.CaseBook.Overdue;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Bulletin.Table;
import org.huiyin.frame.Page;
import org.huiyin.supervision.ServedInstruments.Served;

/** Which instruments were served, what came of them, and what is overdue still. */
final class SupervisionSection {

    private static final int NAMED = 3;
    private static final Set<String> CARDS = Set.of("yellow", "red", "interview", "bulletin", "referral");

    private final Writing writing;
    private final Page page;
    private final List<String> kinds;

    /** @param kinds the kinds of instruments, from the lowest rung up */
    SupervisionSection(Writing writing, List<String> kinds) {
        this.writing = writing;
        this.page = writing.page();
        this.kinds = kinds;
    }

    Section of() {
        String heading = page.t("bulletin.supervision");
        writing.numbers().in(heading);
        List<String> said = new ArrayList<>();
        said.add(served());
        cards(said);
        List<Table> tables = new ArrayList<>();
        List<Overdue> overdue = writing.account().book().overdue();
        said.add(overdue(overdue));
        if (!overdue.isEmpty()) {
            tables.add(table(overdue));
        }
        return new Section("supervision", heading, said, null, tables);
    }

    private String served() {
        long all =
                writing.numbers().listed(SourceLists.INSTRUMENTS, page.t("bulletin.list.instruments"), (String) null);
        if (all == 0) {
            return page.t("bulletin.supervision.none");
        }
        List<String> each = new ArrayList<>();
        for (String kind : kinds) {
            writing.lists().instruments().stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst()
                    .ifPresent(one -> {
                        String name = page.t(one.name());
                        long n = writing.numbers().listed(SourceLists.INSTRUMENTS, name, name);
                        each.add(page.t("bulletin.supervision.one", name, n));
                    });
        }
        return page.t(
                "bulletin.supervision.served",
                all,
                writing.and(each),
                writing.numbers()
                        .listed(SourceLists.ANSWERED, page.t("bulletin.list.instruments-answered"), (String) null),
                writing.numbers()
                        .listed(SourceLists.LAPSED, page.t("bulletin.list.instruments-lapsed"), (String) null));
    }

    /** Who got more than a slip, the most first. */
    private void cards(List<String> said) {
        Map<Integer, Map<String, Integer>> byUnit = new LinkedHashMap<>();
        for (Served one : writing.lists().instruments()) {
            if (CARDS.contains(one.kind())) {
                byUnit.computeIfAbsent(one.unit(), unit -> new LinkedHashMap<>())
                        .merge(page.t(one.name()), 1, Integer::sum);
            }
        }
        if (byUnit.isEmpty()) {
            return;
        }
        List<String> units = byUnit.entrySet().stream()
                .sorted((a, b) -> Integer.compare(sum(b.getValue()), sum(a.getValue())))
                .limit(NAMED + 2L)
                .map(one -> {
                    List<String> each = new ArrayList<>();
                    one.getValue().forEach((name, n) -> each.add(page.t("bulletin.supervision.one", name, n)));
                    return page.t(
                            "bulletin.supervision.unit",
                            writing.names().unit(one.getKey()).name(),
                            writing.and(each));
                })
                .toList();
        said.add(page.t("bulletin.supervision.cards", byUnit.size(), writing.and(units)));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String overdue(List<Overdue> overdue) {
        if (overdue.isEmpty()) {
            return page.t("bulletin.supervision.nothing-late", writing.account().asOf());
        }
        Map<Integer, Long> byUnit = late(overdue);
        List<String> most = byUnit.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(NAMED)
                .map(one -> {
                    Scope unit = writing.names().unit(one.getKey());
                    long n = writing.numbers().listed(SourceLists.OVERDUE, page.t("bulletin.list.overdue"), unit);
                    return page.t("bulletin.topics.place", unit.name(), n);
                })
                .toList();
        return page.t(
                "bulletin.supervision.late",
                writing.account().asOf(),
                writing.numbers().listed(SourceLists.OVERDUE, page.t("bulletin.list.overdue"), (String) null),
                byUnit.size(),
                writing.and(most));
    }

    static Map<Integer, Long> late(List<Overdue> overdue) {
        Map<Integer, Long> byUnit = new LinkedHashMap<>();
        overdue.forEach(one -> byUnit.merge(one.unit(), 1L, Long::sum));
        return byUnit;
    }

    private Table table(List<Overdue> overdue) {
        int shown = Math.min(writing.rules().late(), overdue.size());
        List<List<String>> rows = new ArrayList<>();
        for (Overdue one : overdue.subList(0, shown)) {
            var matter = writing.account().book().named(one.matter());
            rows.add(List.of(
                    matter.number().toString(),
                    matter.title().isEmpty() ? page.t("bulletin.kept-off-the-board") : matter.title(),
                    writing.names().unit(one.unit()).name(),
                    page.ending(one.due()),
                    page.number(Duration.between(one.due(), writing.account().asOf())
                            .toDays())));
        }
        return new Table(
                overdue.size() > shown
                        ? page.t("bulletin.table.late.first", shown, overdue.size())
                        : page.t("bulletin.table.late"),
                List.of(
                        page.t("bulletin.column.number"),
                        page.t("bulletin.column.matter"),
                        page.t("bulletin.column.unit"),
                        page.t("bulletin.column.due"),
                        page.t("bulletin.column.days")),
                List.of(17, 33, 24, 16, 10),
                rows);
    }
}
