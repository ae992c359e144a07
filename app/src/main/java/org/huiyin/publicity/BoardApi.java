package org.huiyin.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open board for programs. */
@RestController
@RequestMapping("/api/v1/board")
@Scoped(Scope.BASIC)
class BoardApi {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{11}");

    private final Board board;
    private final Conservation conservation;
    private final BoardFilters filters;

    BoardApi(Board board, Conservation conservation, BoardFilters filters) {
        this.board = board;
        this.conservation = conservation;
        this.filters = filters;
    }

    /**
     * The lists with their counts.
     *
     * @param raised how many were raised in all; the lists together
     * @param checked the same counted twice, from all steps and from all matters; null until the first count is done
     */
    record BoardJson(
            long raised,
            Map<String, Long> lists,
            Instant asOf,
            @Nullable CheckedJson checked) {}

    /**
     * The lists counted anew.
     *
     * @param same whether both ways and the counts that are carried on agree
     */
    record CheckedJson(boolean same, Map<String, Long> bySteps, Map<String, Long> byMatters, Instant asOf) {}

    /**
     * A public matter.
     *
     * @param lead null before dispatch
     */
    record RowJson(
            String number,
            String programme,
            String title,
            String place,
            String category,
            String state,
            @Nullable Integer lead,
            Instant raisedAt) {}

    @GetMapping
    BoardJson counts(@RequestParam(defaultValue = "") String place) {
        Conservation.Standing standing = conservation.standing();
        Tally tally = standing.tally(asked("place", () -> filters.place(place)));
        Checked checked = conservation.checked();
        return new BoardJson(
                tally.raised(),
                tally.byList(),
                standing.asOf(),
                checked == null
                        ? null
                        : new CheckedJson(
                                checked.same(),
                                checked.steps().byList(),
                                checked.matters().byList(),
                                checked.asOf()));
    }

    /**
     * One list, newest first, narrowed as on the page. What no index serves is looked through a stretch at a time: a page may be short, or empty,
     * and still have a next one.
     */
    @GetMapping("/matters")
    Items<RowJson> matters(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        String listed = asked("list", () -> filters.list(list));
        LocalDate first = from.isEmpty() ? null : asked("from", () -> BoardFilters.day(from));
        LocalDate last = to.isEmpty() ? null : asked("to", () -> BoardFilters.day(to));
        Board.Stretch found = board.read(new BoardFilter(
                listed,
                asked("place", () -> filters.place(place)),
                asked("category", () -> filters.category(category)),
                asked("unit", () -> filters.unit(unit)),
                asked("state", () -> filters.state(listed, state)),
                new BoardFilter.Days(first, last),
                BoardFilters.words(q),
                Parameters.cursor(after, CURSOR, Long::valueOf).orElse(null)));
        Long next = found.next();
        List<RowJson> rows = found.rows().stream().map(BoardApi::row).toList();
        return new Items<>(rows, next == null ? null : Items.next(Long.toString(next)));
    }

    /** What the page refuses as a filter that is not known, a program is told by the name of its parameter. */
    private static <T> T asked(String parameter, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProblemException e) {
            throw Parameters.wrong(parameter);
        }
    }

    private static RowJson row(BoardRow row) {
        String place = row.place();
        int most = Place.Level.VILLAGE.codeLength();
        return new RowJson(
                new MatterNumber(row.id()).toString(),
                row.programme(),
                row.title(),
                place.length() > most ? place.substring(0, most) : place,
                row.category(),
                row.state(),
                row.lead(),
                row.raisedAt());
    }
}
