package org.huiyin.catalogue;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The places of the city, as they are taken along and come back. Their names are public. */
@Component
class PlaceSheet implements SheetList {

    static final String CODE = "catalogue.place.code";
    static final String NAME = "catalogue.place.name";
    static final String ENGLISH = "catalogue.place.english";
    static final String LEVEL = "catalogue.place.level";
    static final String INSIDE = "catalogue.place.inside";
    static final String LATITUDE = "catalogue.place.latitude";
    static final String LONGITUDE = "catalogue.place.longitude";

    private final Organisation organisation;

    PlaceSheet(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        var places = organisation.places();
        List<Place> all = places.roots().stream()
                .flatMap(root -> places.subtree(root.code()).stream())
                .toList();
        return Listing.of(page.t("catalogue.places"), List.of(), columns(page), all);
    }

    List<Column<Place>> columns(Page page) {
        var places = organisation.places();
        List<Column<Place>> columns = List.of(
                Column.code(CODE, Place::code),
                Column.text(NAME, place -> place.name().zh()),
                Column.text(ENGLISH, place -> place.name().en()),
                Column.text(
                        LEVEL,
                        place -> page.t("catalogue.level." + place.level().key())),
                Column.text(INSIDE, place -> place.parent() == null ? "" : places.path(place.parent(), page.locale())),
                Column.number(LATITUDE, place -> degrees(place, true)),
                Column.number(LONGITUDE, place -> degrees(place, false)));
        return Marks.marked(columns, place -> 0);
    }

    /** To six decimals, a hand's breadth. */
    private static @Nullable Object degrees(Place place, boolean latitude) {
        Place.Position at = place.position();
        return at == null
                ? null
                : java.math.BigDecimal.valueOf(latitude ? at.lat() : at.lon())
                        .setScale(6, java.math.RoundingMode.HALF_UP);
    }
}
