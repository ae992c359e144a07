package org.huiyin.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.paper.WordTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The report of a round as a Word file, made from a template the office may replace. The template knows {@code {{title}}}, {@code {{period}}},
 * {@code {{members}}}, {@code {{figures}}}, {@code {{as_of}}}, between {@code {{?summary}}} and {@code {{/summary}}} {@code {{paragraph}}}, and the
 * tables {@code {{visited}}} ([unit] [day] [people] [visitors] [notes] [found]), {@code {{missed}}} ([unit] [planned]) and {@code {{findings}}}
 * ([unit] [title] [matter] [state]).
 */
@Component
class ReportPaper {

    private final WordTemplate template;

    ReportPaper(@Value("${huiyin.circuit.report:}") String replacement) {
        this.template = WordTemplate.of(replacement, "huiyin.circuit.report", "/papers/circuit-report.docx");
    }

    byte[] of(Page page, CircuitReport report) {
        return template.fill(new WordTemplate.Filling()
                .word("title", page.t("circuit.report.title", report.groupName(), report.number()))
                .word("period", report.period())
                .word("members", report.members())
                .word("figures", ReportWords.figures(page, report.figures()))
                .word(
                        "visited_title",
                        page.t("circuit.report.visited", report.figures().visited()))
                .word(
                        "missed_title",
                        page.t("circuit.report.missed", report.figures().missed()))
                .word(
                        "findings_title",
                        page.t("circuit.findings", report.findings().size()))
                .word("unit_title", page.t("circuit.unit"))
                .word("day_title", page.t("circuit.visit.on"))
                .word("people_title", page.t("circuit.visit.people"))
                .word("visitors_title", page.t("circuit.visit.who"))
                .word("notes_title", page.t("circuit.visit.notes"))
                .word("found_title", page.t("circuit.found"))
                .word("planned_title", page.t("circuit.report.planned"))
                .word("finding_title", page.t("circuit.finding.title"))
                .word("matter_title", page.t("circuit.matter"))
                .word("became_title", page.t("circuit.became"))
                .word("as_of", page.t("circuit.report.as-of", page.formats().now()))
                .each(
                        "summary",
                        Arrays.stream(report.summary().split("\n"))
                                .filter(line -> !line.isBlank())
                                .map(line -> Map.of("paragraph", line))
                                .toList())
                .rows(
                        "visited",
                        report.visits().stream()
                                .map(one -> Map.of(
                                        "unit", one.unit(),
                                        "day", page.date(one.on()),
                                        "people", one.people(),
                                        "visitors", one.visitors(),
                                        "notes", one.notes(),
                                        "found", page.number(one.found())))
                                .toList())
                .rows("missed", missed(page, report))
                .rows(
                        "findings",
                        report.findings().stream()
                                .map(one -> Map.of(
                                        "unit", one.unit(),
                                        "title", one.title(),
                                        "matter", one.matter() == null ? "" : one.matter(),
                                        "state", ReportWords.state(page, one)))
                                .toList()));
    }

    private static List<Map<String, String>> missed(Page page, CircuitReport report) {
        return report.missed().stream()
                .map(one -> Map.of(
                        "unit",
                        one.name(),
                        "planned",
                        one.planned() == null ? page.t("circuit.state.unplanned") : page.date(one.planned())))
                .toList();
    }
}
