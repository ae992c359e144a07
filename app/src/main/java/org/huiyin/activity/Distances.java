package org.huiyin.activity;

import java.util.Optional;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.jspecify.annotations.Nullable;

/** How far phones are from where they ought to be. */
final class Distances {

    private static final int BEYOND_DOUBT = 1_000_000;

    private final Organisation organisation;

    Distances(Organisation organisation) {
        this.organisation = organisation;
    }

    /** From the spot of the plan, or else from its place; null when either end is not known. */
    @Nullable
    Integer metres(Plan plan, String phone) {
        Place.Position from = Position.of(plan.position())
                .or(() -> organisation
                        .places()
                        .find(plan.place())
                        .flatMap(place -> Optional.ofNullable(place.position())))
                .orElse(null);
        Place.Position to = Position.of(phone).orElse(null);
        return from == null || to == null ? null : (int) Math.min(BEYOND_DOUBT, Math.round(from.metresTo(to)));
    }
}
