package org.huiyin.publicity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programme;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The newest matters and the newest answers as Atom feeds: of the city, a place, a category, a unit. */
@Controller
class FeedPage {

    private static final int ENTRIES = 50;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Set<String> CONDITIONS = Set.of("programme", "list", "place", "category", "unit", "lang");

    private final Board board;
    private final OpenAnswers answers;
    private final BoardFilters filters;
    private final OpenRows rows;
    private final Organisation organisation;
    private final Site site;

    FeedPage(
            Board board,
            OpenAnswers answers,
            BoardFilters filters,
            OpenRows rows,
            Organisation organisation,
            Site site) {
        this.site = site;
        this.board = board;
        this.answers = answers;
        this.filters = filters;
        this.rows = rows;
        this.organisation = organisation;
    }

    @GetMapping(path = "/board/matters.atom")
    ResponseEntity<byte[]> matters(@RequestParam Map<String, String> asked, Page page) {
        refuseOthers(asked);
        List<AtomFeed.Entry> entries = new ArrayList<>();
        Programme programme = filters.programme(asked.getOrDefault("programme", ""));
        List<String> lists =
                asked.containsKey("list") ? List.of(asked.getOrDefault("list", "")) : OpenProgrammes.main(programme);
        for (String list : lists) {
            Map<String, String> one = new HashMap<>(asked);
            one.put("list", list);
            BoardFilter filter = filters.of(one);
            board.next(filter, ENTRIES).rows().forEach(row -> entries.add(entry(page, filter, row)));
        }
        entries.sort((one, other) -> other.published().compareTo(one.published()));
        return feed(
                page,
                "matters",
                "publicity.feed.matters",
                "/board",
                asked,
                entries.subList(0, Math.min(ENTRIES, entries.size())));
    }

    @GetMapping(path = "/board/answers.atom")
    ResponseEntity<byte[]> answers(@RequestParam Map<String, String> asked, Page page) {
        refuseOthers(asked);
        BoardFilter filter = filters.of(asked);
        int unit = organisation.units().find(filter.unit()).map(Unit::id).orElse(0);
        List<AtomFeed.Entry> entries = answers
                .tell(
                        page,
                        answers.newest(
                                new OpenAnswers.Asked(filter.place(), filter.category(), unit, OpenAnswers.After.START),
                                ENTRIES))
                .stream()
                .map(one -> entry(page, one))
                .toList();
        return feed(page, "answers", "publicity.feed.answers", "/board/answers", asked, entries);
    }

    /** A condition that is not known would be left out, and the reader would take the feed for another. */
    private static void refuseOthers(Map<String, String> asked) {
        asked.keySet().stream()
                .filter(name -> !CONDITIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw BoardFilters.unknown(name);
                });
    }

    private AtomFeed.Entry entry(Page page, BoardFilter filter, BoardRow row) {
        BoardView.Row said = rows.matter(page, filter.list(), row);
        return new AtomFeed.Entry(
                AtomFeed.name(publisher(), "matter " + row.id()),
                said.title(),
                absolute("/m/" + said.number()),
                row.raisedAt(),
                row.raisedAt(),
                null,
                categories(row.category(), said.category(), row.place(), said.place()),
                String.join(" · ", List.of(said.state(), said.place(), said.lead()))
                        .replaceAll("( · )+$", ""),
                "");
    }

    private AtomFeed.Entry entry(Page page, OpenAnswers.Told one) {
        AnswersView.Row said = rows.answer(page, one);
        OpenAnswers.Found found = one.found();
        return new AtomFeed.Entry(
                AtomFeed.name(publisher(), "answer " + found.matter() + " " + found.seq()),
                said.title(),
                absolute("/m/" + said.number()),
                found.at(),
                found.at(),
                said.unit(),
                categories(
                        one.matter().category(), said.category(), one.matter().place(), said.place()),
                said.words().isEmpty() ? page.t("publicity.answer.kept") : "",
                said.words());
    }

    private List<AtomFeed.Category> categories(String category, String said, String place, String placeSaid) {
        List<AtomFeed.Category> all = new ArrayList<>();
        if (!category.isEmpty()) {
            all.add(new AtomFeed.Category(absolute("/board/data#category"), category, said));
        }
        all.add(new AtomFeed.Category(absolute("/board/data#place"), rows.code(place), placeSaid));
        return all;
    }

    private ResponseEntity<byte[]> feed(
            Page page,
            String name,
            String title,
            String people,
            Map<String, String> asked,
            List<AtomFeed.Entry> entries) {
        BoardFilter filter = filters.of(asked);
        Instant updated = entries.stream()
                .map(AtomFeed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.parse("2000-01-01T00:00:00Z"));
        List<String> narrowed = new ArrayList<>();
        narrowed.add(page.t(title, city(page)));
        if (!filter.place().isEmpty()) {
            narrowed.add(organisation.places().path(filter.place(), page.locale()));
        }
        Programme programme = filters.programme(filter.programme());
        if (!filter.programme().isEmpty()) {
            narrowed.add(page.t(programme.title()));
        }
        OpenRows.categories(page, programme).stream()
                .filter(one -> one.value().equals(filter.category()))
                .forEach(one -> narrowed.add(one.label()));
        organisation
                .units()
                .find(filter.unit())
                .ifPresent(unit -> narrowed.add(unit.name().in(page.locale())));
        String conditions = (filter.programme().isEmpty() ? "" : "programme=" + filter.programme() + " ") + "list="
                + asked.getOrDefault("list", "") + " place=" + filter.place() + " category="
                + filter.category() + " unit=" + filter.unit();
        String query = page.query();
        AtomFeed feed = new AtomFeed(
                AtomFeed.name(publisher(), name + " " + conditions),
                String.join(" · ", narrowed),
                page.lang(),
                absolute("/board/" + name + ".atom") + (query == null ? "" : "?" + query),
                absolute(people) + (query == null ? "" : "?" + query),
                city(page),
                updated,
                entries);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .header("X-Robots-Tag", "noindex")
                .lastModified(updated)
                .body(feed.write().getBytes(StandardCharsets.UTF_8));
    }

    /** Who publishes: the outermost unit, under the name it has in Chinese or English. */
    private String city(Page page) {
        return organisation.units().all().stream()
                .findFirst()
                .map(unit -> unit.name().in(page.locale()))
                .orElse(page.t("frame.name"));
    }

    /** Its code, which names things for good in whatever language they are read. */
    private String publisher() {
        return organisation.units().all().stream().findFirst().map(Unit::code).orElse("");
    }

    private String absolute(String path) {
        return site.address() + path;
    }
}
