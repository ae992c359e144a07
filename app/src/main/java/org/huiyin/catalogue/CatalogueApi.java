package org.huiyin.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.org.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units and places for programs. */
@RestController
@RequestMapping("/api/v1")
@Scoped(Scope.BASIC)
class CatalogueApi {

    private static final int LONGEST_WORDS = 60;
    private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CODE = Pattern.compile("[0-9]{4,21}");

    private final Organisation organisation;

    CatalogueApi(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * A unit.
     *
     * @param parent null for the outermost
     * @param place null when it answers for none in particular
     * @param dispatchOffice whether it dispatches the matters of its place
     */
    record UnitJson(
            int id,
            String code,
            String name,
            @Nullable Integer parent,
            String kind,
            @Nullable String place,
            boolean dispatchOffice,
            boolean active,
            List<String> duties) {}

    /**
     * A place.
     *
     * @param path its name with those around it
     * @param parent null for the city
     * @param latitude null when nobody has put it on the map
     */
    record PlaceJson(
            String code,
            String name,
            String path,
            String level,
            @Nullable String parent,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * Where a position is.
     *
     * @param in the innermost place whose boundary holds it; null without boundaries
     * @param near the nearest place known; null when none is on the map
     */
    record Whereabouts(@Nullable PlaceJson in, @Nullable PlaceJson near, long metres) {}

    /** All units by their numbers, or those that fit some words. */
    @GetMapping("/units")
    Items<UnitJson> units(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        int most = Items.limit(limit);
        if (!q.isBlank()) {
            return Items.all(organisation.units().search(words(q), most).stream()
                    .map(unit -> unit(unit, page.locale()))
                    .toList());
        }
        int last = Parameters.cursor(after, ID, Integer::valueOf).orElse(0);
        List<Unit> found = organisation.units().all().stream()
                .filter(unit -> unit.id() > last)
                .sorted(Comparator.comparing(Unit::id))
                .limit(most + 1L)
                .toList();
        return Items.page(found, most, unit -> unit(unit, page.locale()), unit -> Integer.toString(unit.id()));
    }

    @GetMapping("/units/{id}")
    UnitJson unit(@PathVariable String id, Page page) {
        return Optional.of(id)
                .filter(written -> ID.matcher(written).matches())
                .flatMap(written -> organisation.units().find(Integer.parseInt(written)))
                .map(unit -> unit(unit, page.locale()))
                .orElseThrow(CatalogueApi::none);
    }

    /** The places inside another one, those that fit some words, or all by their codes. */
    @GetMapping("/places")
    Items<PlaceJson> places(
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Places places = organisation.places();
        int most = Items.limit(limit);
        if (!q.isBlank()) {
            return Items.all(places.search(words(q), most).stream()
                    .map(place -> place(place, page))
                    .toList());
        }
        if (!parent.isEmpty() && !places.exists(parent)) {
            throw none();
        }
        String last = Parameters.cursor(after, CODE, code -> code).orElse("");
        List<Place> found = (parent.isEmpty() ? places.subtree("") : places.children(parent))
                .stream()
                        .filter(place -> place.code().compareTo(last) > 0)
                        .sorted(Comparator.comparing(Place::code))
                        .limit(most + 1L)
                        .toList();
        return Items.page(found, most, place -> place(place, page), Place::code);
    }

    @GetMapping("/places/at")
    Whereabouts at(
            @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String longitude,
            Page page) {
        double lat = degrees("latitude", latitude, 90);
        double lon = degrees("longitude", longitude, 180);
        Places places = organisation.places();
        Optional<Places.Near> near = places.nearest(lat, lon);
        return new Whereabouts(
                places.at(lat, lon).map(place -> place(place, page)).orElse(null),
                near.map(found -> place(found.place(), page)).orElse(null),
                near.map(found -> Math.round(found.metres())).orElse(0L));
    }

    @GetMapping("/places/{code}")
    PlaceJson one(@PathVariable String code, Page page) {
        return organisation.places().find(code).map(place -> place(place, page)).orElseThrow(CatalogueApi::none);
    }

    private static UnitJson unit(Unit unit, Locale locale) {
        return new UnitJson(
                unit.id(),
                unit.code(),
                unit.name().in(locale),
                unit.parent(),
                unit.kind().key(),
                unit.place(),
                unit.dispatchOffice(),
                unit.active(),
                unit.duties());
    }

    private PlaceJson place(Place place, Page page) {
        Place.Position position = place.position();
        return new PlaceJson(
                place.code(),
                place.shortName(page.locale()),
                organisation.places().path(place.code(), page.locale()),
                place.level().key(),
                place.parent(),
                position == null ? null : position.lat(),
                position == null ? null : position.lon());
    }

    private static double degrees(String name, String written, int most) {
        if (!written.matches("-?\\d{1,3}(\\.\\d{1,20})?") || Math.abs(Double.parseDouble(written)) > most) {
            throw Parameters.wrong(name);
        }
        return Double.parseDouble(written);
    }

    private static String words(String q) {
        return q.length() > LONGEST_WORDS ? q.substring(0, LONGEST_WORDS) : q;
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("not-found", 404));
    }
}
