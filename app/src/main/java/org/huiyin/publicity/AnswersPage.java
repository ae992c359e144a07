package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What units answered, newest first, for everybody. */
@Controller
class AnswersPage {

    private static final int ROWS = 20;

    private final StaticTemplates templates = new StaticTemplates();
    private final OpenAnswers answers;
    private final BoardFilters filters;
    private final OpenRows rows;
    private final Organisation organisation;
    private final BoardCounts counts;

    AnswersPage(
            OpenAnswers answers, BoardFilters filters, OpenRows rows, Organisation organisation, BoardCounts counts) {
        this.answers = answers;
        this.filters = filters;
        this.rows = rows;
        this.organisation = organisation;
        this.counts = counts;
    }

    @GetMapping("/board/answers")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        String before = asked.getOrDefault("before", "");
        OpenAnswers.Asked wanted = filters.answers(
                asked,
                before.isEmpty()
                        ? OpenAnswers.After.START
                        : OpenAnswers.After.parse(before).orElseThrow(() -> BoardFilters.unknown(before)));
        List<OpenAnswers.Found> found = answers.newest(wanted, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<OpenAnswers.Found> shown = more ? found.subList(0, ROWS) : found;
        String unit = asked.getOrDefault("unit", "");
        boolean narrowed = !wanted.place().isEmpty() || !wanted.category().isEmpty() || !unit.isEmpty();
        return templates.publicityAnswers(
                page,
                new AnswersView(
                        counts.now(),
                        answers.tell(page, shown).stream()
                                .map(one -> rows.answer(page, one))
                                .toList(),
                        more
                                ? address(
                                        "/board/answers",
                                        wanted,
                                        unit,
                                        shown.getLast().cursor())
                                : null,
                        before.isEmpty(),
                        wanted.place(),
                        wanted.category(),
                        unit,
                        narrowed,
                        OpenRows.categories(page, filters.programme("")),
                        UnitChoices.of(organisation.units(), page.locale()),
                        Options.of(organisation, page.locale()),
                        address("/board/answers.atom", wanted, unit, null)));
    }

    static String address(String path, OpenAnswers.Asked wanted, String unit, @Nullable String before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = Map.of(
                "place",
                wanted.place(),
                "category",
                wanted.category(),
                "unit",
                unit,
                "before",
                Objects.requireNonNullElse(before, ""));
        List.of("place", "category", "unit", "before").forEach(name -> {
            if (!Objects.requireNonNull(all.get(name)).isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(all).toUriString();
    }
}
