package org.huiyin.matter;

import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;

/** The directory as the organisation has it now. */
final class DirectoryOfCity implements Directory {

    private final Organisation organisation;

    DirectoryOfCity(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public boolean hasUnit(int unit) {
        return organisation.units().find(unit).filter(Unit::active).isPresent();
    }

    @Override
    public boolean isWithin(int unit, int other) {
        return organisation.units().line(unit).stream().anyMatch(above -> above.id() == other);
    }

    @Override
    public boolean hasPlace(String place) {
        return organisation.places().exists(place);
    }

    @Override
    public int officeFor(String place) {
        return organisation.units().officeFor(place).map(Unit::id).orElse(0);
    }
}
