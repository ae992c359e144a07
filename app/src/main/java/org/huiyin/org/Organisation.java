package org.huiyin.org;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Units and places as they are now. What it gives out is immutable: take it once per decision and it cannot change underneath.
 */
@Component
public class Organisation {

    private final OrganisationRows rows;
    private final Admission admission;
    private volatile Units units;
    private volatile Places places;

    Organisation(OrganisationRows rows, Admission admission) {
        this.rows = rows;
        this.admission = admission;
        this.units = rows.units();
        this.places = rows.places();
    }

    public Units units() {
        return units;
    }

    public Places places() {
        return places;
    }

    /** Sets up places that are not there yet, parents before children; returns how many were new. */
    public int admitPlaces(List<Place> newPlaces) {
        int added = admission.places(newPlaces);
        reload();
        return added;
    }

    /** Sets up units whose codes are not there yet; returns how many were new. A parent may be in the same list. */
    public int admitUnits(List<NewUnit> newUnits) {
        int added = admission.units(newUnits);
        reload();
        return added;
    }

    /** Reads both again; called after units, places or boundaries were changed. */
    public synchronized void reload() {
        units = rows.units();
        places = rows.places();
    }
}
