package org.huiyin.intake;

import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposes the place a phone is at: by boundary where the operator has imported them, else the nearest one on the map. */
@RestController
class NearPlace {

    /** Further away than this the nearest place is no help. */
    private static final double FAR_METRES = 20_000;

    private final Organisation organisation;

    NearPlace(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A proposal, with the sentence that says it. */
    record Proposal(String code, String name, String said) {}

    @GetMapping("/raise/place")
    ResponseEntity<Proposal> near(@RequestParam double lat, @RequestParam double lon, Page page) {
        return find(organisation.places(), lat, lon)
                .map(place -> proposal(page, place))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Proposal proposal(Page page, Place place) {
        String name = organisation.places().path(place.code(), page.locale());
        return new Proposal(place.code(), name, page.t("intake.place.near", name));
    }

    private static Optional<Place> find(Places places, double lat, double lon) {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            return Optional.empty();
        }
        return places.at(lat, lon)
                .or(() -> places.nearest(lat, lon)
                        .filter(near -> near.metres() <= FAR_METRES)
                        .map(Places.Near::place));
    }
}
