package org.huiyin.catalogue;

import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Places for forms and scripts; names and codes are public. */
@RestController
class PlaceCatalogue {

    private static final int FOUND_AT_MOST = 20;

    private final Organisation organisation;

    PlaceCatalogue(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param more whether there are places inside */
    record Entry(String code, String name, String path, String level, boolean more) {}

    /**
     * Where a position is.
     *
     * @param in the innermost place whose boundary holds it; null without boundaries
     * @param near the nearest place known
     * @param metres how far the nearest one is
     */
    record Whereabouts(@Nullable Entry in, @Nullable Entry near, long metres) {}

    /** The places one level inside the parent; without one, the outermost. */
    @GetMapping("/places")
    List<Entry> inside(@RequestParam(defaultValue = "") String parent, Page page) {
        var places = organisation.places();
        if (!parent.isEmpty() && !places.exists(parent)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return entries(parent.isEmpty() ? places.roots() : places.children(parent), places, page.locale());
    }

    @GetMapping("/places/search")
    List<Entry> search(@RequestParam String q, Page page) {
        var places = organisation.places();
        return entries(places.search(q, FOUND_AT_MOST), places, page.locale());
    }

    @GetMapping("/places/at")
    Whereabouts at(@RequestParam double lat, @RequestParam double lon, Page page) {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "lat is -90 to 90, lon -180 to 180");
        }
        var places = organisation.places();
        var in = places.at(lat, lon).map(place -> entry(place, places, page.locale()));
        var near = places.nearest(lat, lon);
        return new Whereabouts(
                in.orElse(null),
                near.map(found -> entry(found.place(), places, page.locale())).orElse(null),
                near.map(found -> Math.round(found.metres())).orElse(0L));
    }

    private static List<Entry> entries(List<Place> found, Places places, Locale locale) {
        return found.stream().map(place -> entry(place, places, locale)).toList();
    }

    private static Entry entry(Place place, Places places, Locale locale) {
        return new Entry(
                place.code(),
                place.shortName(locale),
                places.path(place.code(), locale),
                place.level().key(),
                !places.children(place.code()).isEmpty());
    }
}
