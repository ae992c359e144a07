package org.huiyin.bulletin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.assessment.CaseBook.Overdue;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures.Dimension;

/** What is asked of whom by when. */
final class NextSection {

    private static final int TOPICS = 3;

    private NextSection() {}

    /**
     * Writes it.
     *
     * @param criticised the units that were
     */
    static Section of(Writing writing, List<String> criticised, WorkCalendar calendar) {
        Page page = writing.page();
        Instant by = calendar.deadline(
                        Span.of(page.formats().now(), writing.rules().term()))
                .due();
        List<String> asked = new ArrayList<>();
        List<Overdue> overdue = writing.account().book().overdue();
        Map<Integer, Long> late = SupervisionSection.late(overdue);
        if (!late.isEmpty()) {
            Map.Entry<Integer, Long> most =
                    late.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            asked.add(page.t(
                    "bulletin.next.late", writing.names().unit(most.getKey()).name(), late.size(), overdue.size(), by));
        }
        if (!criticised.isEmpty()) {
            asked.add(page.t("bulletin.next.criticised", by));
        }
        List<String> topics = writing.numbers().most(writing.raised(), Dimension.CATEGORY).keySet().stream()
                .limit(TOPICS)
                .map(category -> writing.names()
                        .category(writing.account().measures().programme(), category)
                        .name())
                .toList();
        if (!topics.isEmpty()) {
            asked.add(page.t("bulletin.next.topics", writing.and(topics)));
        }
        asked.add(page.t("bulletin.next.checks"));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            said.add(page.t("bulletin.item." + (i + 1)) + asked.get(i));
        }
        return new Section("next", page.t("bulletin.next"), said, null, List.of());
    }
}
