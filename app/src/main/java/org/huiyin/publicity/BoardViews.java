package org.huiyin.publicity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.map.CityMap;
import org.huiyin.map.Drawing;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** Puts the board together for a reader. */
@Component
class BoardViews {

    private final Organisation organisation;
    private final OpenProgrammes programmes;
    private final Conservation conservation;
    private final CityMap map;
    private final BoardFilters filters;
    private final OpenRows rows;

    BoardViews(
            Organisation organisation,
            OpenProgrammes programmes,
            Conservation conservation,
            CityMap map,
            BoardFilters filters,
            OpenRows rows) {
        this.rows = rows;
        this.map = map;
        this.filters = filters;
        this.organisation = organisation;
        this.programmes = programmes;
        this.conservation = conservation;
    }

    BoardView of(Page page, BoardFilter filter, Board.Stretch stretch) {
        Conservation.Standing standing = conservation.standing();
        Programme programme = filters.programme(filter.programme());
        Tally here = standing.tally(programme.name(), filter.place());
        List<String> main = OpenProgrammes.main(programme);
        Checked checked = conservation.checked();
        Long next = stretch.next();
        return new BoardView(
                filter.programme(),
                kinds(page, filter, standing),
                programme.titleOpen(),
                filter.list(),
                programme.lists().values().stream()
                        .map(rule -> new BoardView.Listed(
                                rule.name(), page.t(rule.title()), here.of(rule.name()), main.contains(rule.name())))
                        .toList(),
                filter.place(),
                filter.category(),
                filter.words(),
                closely(page, filter),
                filter.narrowed(),
                stretch.rows().stream()
                        .map(row -> rows.matter(page, filter.list(), row))
                        .toList(),
                next == null ? null : filter.from(next).address(),
                filter.before() == null,
                stretch.lookedThrough(),
                standing.tally(programme.name(), ""),
                checked == null ? null : checked.of(programme.name()),
                checked == null ? null : checked.asOf(),
                checked == null || checked.same(),
                map(page, filter, standing, programme),
                OpenRows.categories(page, programme),
                Options.of(organisation, page.locale()),
                (list, place) -> filter.with(list, place).address());
    }

    /** The programmes there is anything of, and the board's own. */
    private List<BoardView.Kind> kinds(Page page, BoardFilter filter, Conservation.Standing standing) {
        return programmes.all().stream()
                .filter(one -> filters.name(one).isEmpty()
                        || filters.name(one).equals(filter.programme())
                        || standing.tally(one.name(), "").raised() > 0)
                .map(one -> kind(page, filter, one, standing.tally(one.name(), filter.place())))
                .toList();
    }

    private BoardView.Kind kind(Page page, BoardFilter filter, Programme programme, Tally here) {
        long open = programme.lists().values().stream()
                .filter(Programme.ListRule::open)
                .mapToLong(list -> here.of(list.name()))
                .sum();
        String name = filters.name(programme);
        return new BoardView.Kind(
                name,
                page.t(programme.title()),
                here.raised(),
                open,
                here.raised() - open,
                filter.of(name, programme.lists().keySet().iterator().next()).address(),
                name.equals(filter.programme()));
    }

    private BoardView.Closely closely(Page page, BoardFilter filter) {
        return new BoardView.Closely(
                filter.closely(),
                filter.unit(),
                filter.state(),
                BoardFilter.Days.written(filter.days().from()),
                BoardFilter.Days.written(filter.days().to()),
                UnitChoices.of(organisation.units(), page.locale()),
                BoardFilters.states(filters.programme(filter.programme()), filter.list()).stream()
                        .map(state -> new Options.Option(state.name(), page.t(state.title())))
                        .toList());
    }

    /** The places one level inside the chosen county, or of the city, each leading to its part of the board. */
    private Drawing map(Page page, BoardFilter filter, Conservation.Standing standing, Programme programme) {
        String outline = outline(filter);
        Map<String, Long> counts = organisation.places().children(outline).stream()
                .collect(Collectors.toMap(
                        Place::code,
                        place -> standing.tally(programme.name(), place.code()).of(filter.list())));
        return map.of(outline, counts, code -> filter.with(filter.list(), code).address(), page.locale());
    }

    private String outline(BoardFilter filter) {
        Places places = organisation.places();
        return places.enclosing(filter.place(), Place.Level.COUNTY)
                .map(Place::code)
                .orElseGet(() ->
                        places.roots().stream().findFirst().map(Place::code).orElse(""));
    }
}
