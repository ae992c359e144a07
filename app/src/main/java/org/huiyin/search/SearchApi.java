package org.huiyin.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding matters for programs: the same rows as the page, by the same reach. */
@RestController
@RequestMapping("/api/v1/search")
@Scoped(Scope.MATTERS_READ)
class SearchApi {

    private final Questions questions;
    private final Search search;

    SearchApi(Questions questions, Search search) {
        this.questions = questions;
        this.search = search;
    }

    /**
     * A matter that was found.
     *
     * @param text a stretch of what was said, around the words; empty when they stand in the title alone
     * @param marks where the words stand in that stretch: first sign and the one after the last, counted in UTF-16
     * @param lead null before dispatch
     */
    record FoundJson(
            String number,
            String programme,
            String title,
            String text,
            List<List<Integer>> marks,
            String place,
            String category,
            String list,
            String state,
            @Nullable Integer lead,
            Instant raisedAt) {}

    /** Best first; a number leads to the one matter. A page may be short and still have a next one. */
    @GetMapping
    Items<FoundJson> found(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Map<String, String> narrowing = Map.of(
                "list",
                list,
                "state",
                state,
                "unit",
                unit,
                "place",
                place,
                "category",
                category,
                "since",
                since,
                "until",
                until,
                "channel",
                channel);
        int most = Items.limit(limit);
        Cursor from = Parameters.cursor(after, Cursor.FORM, Cursor::parse).orElse(null);
        Map<String, String> asked = new java.util.HashMap<>(narrowing);
        asked.put("q", q);
        SearchAddress address = SearchAddress.of(asked);
        MatterNumber number = Suggestions.number(address.q()).orElse(null);
        if (number != null) {
            return Items.all(search.one(page.reader(), number).stream()
                    .map(SearchApi::json)
                    .toList());
        }
        Search.Result result = SearchPage.look(search, read(address, page, narrowing), page, from, most);
        Cursor next = result.next();
        return new Items<>(
                result.matches().stream().map(SearchApi::json).toList(),
                next == null ? null : Items.next(next.toString()));
    }

    /** A filter that is none is told by its name. */
    private Asked read(SearchAddress address, Page page, Map<String, String> narrowing) {
        try {
            return questions.read(address, page.reader().staff());
        } catch (ProblemException e) {
            if (!e.problem().slug().equals("unknown-filter")) {
                throw e;
            }
            throw Parameters.wrong(narrowing.entrySet().stream()
                    .filter(one -> e.problem().arguments().contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("q"));
        }
    }

    private static FoundJson json(Match match) {
        Matter matter = match.matter();
        List<List<Integer>> marks = new java.util.ArrayList<>();
        int at = 0;
        for (Match.Piece piece : match.text()) {
            int to = at + piece.text().length();
            if (piece.marked()) {
                marks.add(List.of(at, to));
            }
            at = to;
        }
        return new FoundJson(
                matter.number().toString(),
                matter.programme(),
                text(match.title()),
                text(match.text()),
                marks,
                match.place(),
                matter.category(),
                matter.list(),
                matter.state(),
                matter.lead(),
                matter.raisedAt());
    }

    private static String text(List<Match.Piece> pieces) {
        return pieces.stream().map(Match.Piece::text).collect(Collectors.joining());
    }
}
