package org.huiyin.publicity;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
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

    private static final int LONGEST_WORDS = 60;
    private static final Pattern CURSOR = Pattern.compile("[0-9]{11}");

    private final Board board;
    private final Conservation conservation;
    private final OpenProgrammes programmes;
    private final Organisation organisation;

    BoardApi(Board board, Conservation conservation, OpenProgrammes programmes, Organisation organisation) {
        this.board = board;
        this.conservation = conservation;
        this.programmes = programmes;
        this.organisation = organisation;
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
        Tally tally = standing.tally(place(place));
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

    /** One list, newest first. A search for words looks through a stretch at a time: a page may be short and still have a next one. */
    @GetMapping("/matters")
    Items<RowJson> matters(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Page page) {
        Programme programme = programmes.newest();
        String asked = list.isEmpty() ? programme.lists().keySet().iterator().next() : list;
        if (!programme.lists().containsKey(asked)) {
            throw Parameters.wrong("list");
        }
        if (!category.isEmpty() && !programme.categories().containsKey(category)) {
            throw Parameters.wrong("category");
        }
        String words = Normalizer.normalize(q, Normalizer.Form.NFKC).strip();
        Board.Stretch found = board.read(BoardFilter.of(
                asked,
                place(place),
                category,
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                Parameters.cursor(after, CURSOR, Long::valueOf).orElse(null)));
        Long next = found.next();
        List<RowJson> rows = found.rows().stream().map(BoardApi::row).toList();
        return new Items<>(rows, next == null ? null : Items.next(Long.toString(next)));
    }

    /** A county or a town; finer places are shown with their town. */
    private String place(String asked) {
        if (asked.isEmpty()) {
            return "";
        }
        Place place = organisation.places().find(asked).orElseThrow(() -> Parameters.wrong("place"));
        return organisation
                .places()
                .enclosing(asked, Place.Level.TOWN)
                .map(Place::code)
                .orElse(place.code());
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
