package org.huiyin.publicity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.map.CityMap;
import org.huiyin.map.Drawing;
import org.huiyin.matter.MatterNumber;
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

    BoardViews(Organisation organisation, OpenProgrammes programmes, Conservation conservation, CityMap map) {
        this.map = map;
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
                filter.narrowed(),
                stretch.rows().stream().map(row -> row(page, filter, row)).toList(),
                next == null ? null : filter.after(next),
                filter.before() == null,
                stretch.lookedThrough() ? Board.LOOKED_THROUGH : 0,
                standing.tally(""),
                conservation.checked(),
                map(page, filter, standing),
                programme.categories().values().stream()
                        .map(category -> new Options.Option(category.name(), page.t(category.title())))
                        .toList(),
                Options.of(organisation, page.locale()));
    }

    BoardView.Row row(Page page, BoardFilter filter, BoardRow row) {
        Optional<Programme> programme = programmes.version(row.programme(), row.programmeVersion());
        Integer lead = row.lead();
        return new BoardView.Row(
                new MatterNumber(row.id()).toString(),
                row.title(),
                place(row.place(), page.locale()),
                programme
                        .map(known -> known.categories().get(row.category()))
                        .map(category -> page.t(category.title()))
                        .orElse(""),
                programme
                        .map(known -> known.states().get(row.state()))
                        .map(state -> page.t(state.title()))
                        .orElse(row.state()),
                MAIN.contains(filter.list()) ? filter.list() : "rest",
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                row.raisedAt());
    }

    /** As far as the public may know it: down to the village or community. */
    private String place(String code, Locale locale) {
        Places places = organisation.places();
        return places.enclosing(code, Place.Level.VILLAGE)
                .map(village -> places.path(village.code(), locale))
                .orElseGet(() -> places.path(code, locale));
    }

    /** The places one level inside the chosen county, or of the city, each leading to its part of the board. */
    private Drawing map(Page page, BoardFilter filter, Conservation.Standing standing) {
        String outline = outline(filter);
        Map<String, Long> counts = organisation.places().children(outline).stream()
                .collect(Collectors.toMap(
                        Place::code, place -> standing.tally(place.code()).of(filter.list())));
        return map.of(
                outline,
                counts,
                code -> BoardFilter.address(filter.list(), code, filter.category(), filter.words(), null),
                page.locale());
    }

    private String outline(BoardFilter filter) {
        Places places = organisation.places();
        return places.enclosing(filter.place(), Place.Level.COUNTY)
                .map(Place::code)
                .orElseGet(() ->
                        places.roots().stream().findFirst().map(Place::code).orElse(""));
    }
}
