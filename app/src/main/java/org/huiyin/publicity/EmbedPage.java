package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Counts and the latest answers or matters in a small page other sites may frame. It sets no cookie and runs no script. */
@Controller
class EmbedPage {

    private static final int USUAL = 5;
    private static final int MOST = 20;
    private static final Set<String> CONDITIONS =
            Set.of("programme", "list", "place", "category", "unit", "theme", "lang", "count");

    private final StaticTemplates templates = new StaticTemplates();
    private final Board board;
    private final BoardFilters filters;
    private final OpenRows rows;
    private final Conservation conservation;
    private final Site site;

    EmbedPage(Board board, BoardFilters filters, OpenRows rows, Conservation conservation, Site site) {
        this.board = board;
        this.filters = filters;
        this.rows = rows;
        this.conservation = conservation;
        this.site = site;
    }

    @GetMapping("/board/embed")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        asked.keySet().stream()
                .filter(name -> !CONDITIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw BoardFilters.unknown(name);
                });
        Map<String, String> wanted = new HashMap<>(asked);
        Programme programme = filters.programme(asked.getOrDefault("programme", ""));
        wanted.putIfAbsent("list", OpenProgrammes.result(programme));
        BoardFilter filter = filters.of(wanted);
        List<BoardRow> found = board.read(filter).rows();
        return templates.publicityEmbed(
                page,
                counted(page, programme),
                found.stream()
                        .limit(count(asked.getOrDefault("count", "")))
                        .map(row -> rows.matter(page, filter.list(), row))
                        .toList(),
                site.address(),
                site.address() + filter.address());
    }

    private List<BoardView.Listed> counted(Page page, Programme programme) {
        Tally tally = conservation.standing().tally(programme.name(), "");
        return OpenProgrammes.main(programme).stream()
                .map(list -> new BoardView.Listed(
                        list,
                        page.t(Objects.requireNonNull(programme.lists().get(list))
                                .title()),
                        tally.of(list),
                        true))
                .toList();
    }

    private static int count(String asked) {
        if (asked.isEmpty()) {
            return USUAL;
        }
        if (!asked.matches("[0-9]{1,2}") || Integer.parseInt(asked) > MOST) {
            throw BoardFilters.unknown(asked);
        }
        return Integer.parseInt(asked);
    }
}
