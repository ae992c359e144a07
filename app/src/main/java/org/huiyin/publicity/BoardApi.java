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
import org.huiyin.programme.Programme;
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
    private final OpenProgrammes programmes;

    BoardApi(Board board, Conservation conservation, BoardFilters filters, OpenProgrammes programmes) {
        this.board = board;
        this.conservation = conservation;
        this.filters = filters;
        this.programmes = programmes;
    }

    /**
     * The lists of one programme with their counts, and what all programmes come to.
     *
     * @param raised how many were raised in all; the lists together
     * @param checked the same counted twice, from all steps and from all matters; null until the first count is done
     * @param programmes every programme with what was raised under it
     */
    record BoardJson(
            String programme,
            long raised,
            Map<String, Long> lists,
            Instant asOf,
            @Nullable CheckedJson checked,
            List<ProgrammeJson> programmes) {}

    /**
     * A programme on the board.
     *
     * @param listed whether its public matters are listed one by one; otherwise they are counted alone
     * @param raised how many at the place; its lists together
     */
    record ProgrammeJson(String programme, boolean listed, long raised, Map<String, Long> lists) {}

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
    BoardJson counts(@RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String place) {
        Programme shown = asked("programme", () -> filters.programme(programme));
        Conservation.Standing standing = conservation.standing();
        String at = asked("place", () -> filters.place(place));
        Tally tally = standing.tally(shown.name(), at);
        Checked checked = conservation.checked();
        return new BoardJson(
                shown.name(),
                tally.raised(),
                tally.byList(),
                standing.asOf(),
                checked == null
                        ? null
                        : new CheckedJson(
                                checked.of(shown.name()).same(),
                                checked.of(shown.name()).steps().byList(),
                                checked.of(shown.name()).matters().byList(),
                                checked.asOf()),
                programmes.all().stream()
                        .map(one -> new ProgrammeJson(
                                one.name(),
                                one.titleOpen(),
                                standing.tally(one.name(), at).raised(),
                                standing.tally(one.name(), at).byList()))
                        .toList());
    }

    /**
     * One list, newest first, narrowed as on the page. What no index serves is looked through a stretch at a time: a page may be short, or empty,
     * and still have a next one.
     */
    @GetMapping("/matters")
    Items<RowJson> matters(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        Programme of = asked("programme", () -> filters.programme(programme));
        String listed = asked("list", () -> BoardFilters.list(of, list));
        LocalDate first = from.isEmpty() ? null : asked("from", () -> BoardFilters.day(from));
        LocalDate last = to.isEmpty() ? null : asked("to", () -> BoardFilters.day(to));
        Board.Stretch found = board.read(new BoardFilter(
                filters.name(of),
                listed,
                asked("place", () -> filters.place(place)),
                asked("category", () -> BoardFilters.category(of, category)),
                asked("unit", () -> filters.unit(unit)),
                asked("state", () -> filters.state(of, listed, state)),
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
