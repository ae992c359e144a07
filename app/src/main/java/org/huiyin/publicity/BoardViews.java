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

    private static final List<String> MAIN = List.of("problem", "task", "result");

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
        Tally here = standing.tally(filter.place());
        Programme programme = programmes.newest();
        Long next = stretch.next();
        return new BoardView(
                filter.list(),
                programme.lists().values().stream()
                        .map(rule -> new BoardView.Listed(
                                rule.name(), page.t(rule.title()), here.of(rule.name()), MAIN.contains(rule.name())))
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
                standing.tally(""),
                conservation.checked(),
                map(page, filter, standing),
                rows.categories(page),
                Options.of(organisation, page.locale()),
                (list, place) -> filter.with(list, place).address());
    }

    private BoardView.Closely closely(Page page, BoardFilter filter) {
        return new BoardView.Closely(
                filter.closely(),
                filter.unit(),
                filter.state(),
                BoardFilter.Days.written(filter.days().from()),
                BoardFilter.Days.written(filter.days().to()),
                UnitChoices.of(organisation.units(), page.locale()),
                filters.states(filter.list()).stream()
                        .map(state -> new Options.Option(state.name(), page.t(state.title())))
                        .toList());
    }

    /** The places one level inside the chosen county, or of the city, each leading to its part of the board. */
    private Drawing map(Page page, BoardFilter filter, Conservation.Standing standing) {
        String outline = outline(filter);
        Map<String, Long> counts = organisation.places().children(outline).stream()
                .collect(Collectors.toMap(
                        Place::code, place -> standing.tally(place.code()).of(filter.list())));
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
