package org.huiyin.open311;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.org.Place;
import org.huiyin.org.Places;

/** Which place of the city is meant by a position, a code, or an address in words. */
record Whereabouts(Places places) {

    /** Further from every place known, a position is not of this city. */
    private static final double FURTHEST_METRES = 20_000;

    private static final int SHORTEST_NAME = 2;

    /** The innermost place whose boundary holds the position, or else the nearest one; empty when it lies outside the city. */
    Optional<Place> at(double latitude, double longitude) {
        return places.at(latitude, longitude)
                .or(() -> places.nearest(latitude, longitude)
                        .filter(near -> near.metres() <= FURTHEST_METRES)
                        .map(Places.Near::place));
    }

    Optional<Place> coded(String code) {
        return places.find(code.strip());
    }

    /** The innermost place an address names without doubt; the whole city when it names none. */
    Optional<Place> named(String address) {
        Optional<Place> city = places.roots().stream().findFirst();
        return city.map(root -> inside(root, address.toLowerCase(Locale.ROOT)));
    }

    private Place inside(Place place, String address) {
        List<Place> next = named(places.children(place.code()), address);
        if (next.isEmpty()) {
            next = named(
                    places.subtree(place.code()).stream()
                            .filter(one -> one.level().compareTo(place.level()) > 0)
                            .toList(),
                    address);
        }
        return next.size() == 1 ? inside(next.getFirst(), address) : place;
    }

    private static List<Place> named(Collection<Place> places, String address) {
        return places.stream().filter(place -> names(address, place)).toList();
    }

    private static boolean names(String address, Place place) {
        return List.of(Locale.CHINESE, Locale.ENGLISH).stream()
                .map(place::shortName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.length() >= SHORTEST_NAME && address.contains(name));
    }
}
