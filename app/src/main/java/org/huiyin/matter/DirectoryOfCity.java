package org.huiyin.matter;

import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;

/** The directory as the organisation has it now. */
final class DirectoryOfCity implements Directory {

    private final Organisation organisation;
    private final Actors actors;

    DirectoryOfCity(Organisation organisation, Actors actors) {
        this.organisation = organisation;
        this.actors = actors;
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
    public boolean belongsTo(Actor person, int unit) {
        if (!person.staff()) {
            return false;
        }
        Set<Integer> theirs = actors.unitsOf(person.account());
        return isWithin(person.unit(), unit) || theirs.stream().anyMatch(own -> isWithin(own, unit));
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
