package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.assessment.CaseBook;
import org.huiyin.assessment.Exclusion;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.frame.Page;

/** What calls to raisers and visits to closed matters found, and which figures are in doubt. */
final class ChecksSection {

    private final Writing writing;
    private final Page page;
    private final List<String> looked;

    /** @param looked the steps by which a look-back ends */
    ChecksSection(Writing writing, List<String> looked) {
        this.writing = writing;
        this.page = writing.page();
        this.looked = looked;
    }

    Section calls() {
        String heading = page.t("bulletin.checks");
        writing.numbers().in(heading);
        List<String> said = new ArrayList<>();
        long calls = listed(SourceLists.CALLS);
        said.add(
                calls == 0
                        ? page.t("bulletin.checks.no-calls")
                        : page.t(
                                "bulletin.checks.calls",
                                calls,
                                listed(SourceLists.REACHED),
                                listed(SourceLists.SAID_SOLVED),
                                listed(SourceLists.SAID_SATISFIED)));
        long visits = looked.stream()
                .mapToLong(step -> writing.numbers().listed(step, page.t("bulletin.list.looked"), (String) null))
                .sum();
        long untrue = writing.part("untrue").now();
        if (visits == 0) {
            said.add(page.t("bulletin.checks.no-visits"));
        } else {
            said.add(page.t("bulletin.checks.visits", visits, visits - untrue, untrue));
        }
        if (untrue > 0) {
            said.add(page.t("bulletin.checks.untrue", writing.and(untrueOf())));
        }
        return new Section("checks", heading, said, null, List.of());
    }

    private long listed(String list) {
        return writing.numbers().listed(list, page.t("bulletin.list." + list.substring(1)), (String) null);
    }

    private List<String> untrueOf() {
        return writing.account().book().of(writing.account().period(), "untrue").stream()
                .collect(Collectors.groupingBy(CaseBook.Entry::unit, Collectors.counting()))
                .keySet()
                .stream()
                .sorted()
                .map(unit -> {
                    Scope scope = writing.names().unit(unit);
                    return page.t(
                            "bulletin.topics.place",
                            scope.name(),
                            writing.numbers().part("untrue", scope).now());
                })
                .toList();
    }

    Section doubts() {
        String heading = page.t("bulletin.doubts");
        writing.numbers().in(heading);
        List<String> said = new ArrayList<>();
        List<Exclusion> excluded = writing.lists().excluded();
        said.add(
                excluded.isEmpty()
                        ? page.t("bulletin.doubts.nothing-left-out")
                        : page.t("bulletin.doubts.left-out", listed(SourceLists.LEFT_OUT)));
        var byUnit = writing.account().alarmed().stream().collect(Collectors.groupingBy(PeriodAccount.Alarmed::unit));
        if (!byUnit.isEmpty()) {
            List<String> units = byUnit.entrySet().stream()
                    .sorted((a, b) ->
                            Integer.compare(b.getValue().size(), a.getValue().size()))
                    .map(one -> page.t(
                            "bulletin.supervision.unit",
                            writing.names().unit(one.getKey()).name(),
                            writing.and(one.getValue().stream()
                                    .map(alarm -> page.t(alarm.why()))
                                    .toList())))
                    .toList();
            said.add(page.t("bulletin.doubts.alarms", byUnit.size(), writing.and(units)));
        }
        return new Section("doubts", heading, said, null, List.of());
    }
}
