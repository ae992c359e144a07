package org.huiyin.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;

/** Who plays in the demonstration's story: the people of the city's posts, found by unit and role, and the residents. */
final class Cast {

    private final Organisation organisation;
    private final Map<String, Actor> posts = new HashMap<>();
    private final List<Actor> residents = new ArrayList<>();
    private final List<Actor> gridWorkers = new ArrayList<>();
    private final List<Actor> citySupervisors = new ArrayList<>();
    private final Map<String, List<Unit>> byDuty = new HashMap<>();

    Cast(Organisation organisation, List<Actor> everybody) {
        this.organisation = organisation;
        for (Actor actor : everybody) {
            if (!actor.staff()) {
                residents.add(actor);
                continue;
            }
            posts.putIfAbsent(actor.unit() + "/" + actor.role(), actor);
            if (actor.role() == Role.GRID_WORKER) {
                gridWorkers.add(actor);
            }
            if (actor.role() == Role.SUPERVISOR && actor.reach().everywhere()) {
                citySupervisors.add(actor);
            }
        }
        for (Unit unit : organisation.units().all()) {
            if (at(unit.id(), Role.HANDLER).isPresent()
                    && at(unit.id(), Role.UNIT_HEAD).isPresent()) {
                byDuty.computeIfAbsent(duty(unit), d -> new ArrayList<>()).add(unit);
            }
        }
    }

    private static String duty(Unit unit) {
        return switch (unit.kind()) {
            case TOWN -> "town";
            case COUNTY -> "county";
            default -> unit.code().substring(unit.code().lastIndexOf('-') + 1);
        };
    }

    /** Every village and community in which matters can be dispatched, by county. */
    Map<String, List<Place>> villages(Collection<String> counties) {
        Map<String, List<Place>> villages = new HashMap<>();
        for (String county : counties) {
            villages.put(
                    county,
                    organisation.places().subtree(county).stream()
                            .filter(place -> place.level() == Place.Level.VILLAGE
                                    && dispatcherFor(place.code()).isPresent())
                            .sorted(Comparator.comparing(Place::code))
                            .toList());
        }
        return villages;
    }

    Actor resident(RandomGenerator random) {
        return residents.get(random.nextInt(residents.size()));
    }

    /** The one whose account rates more than one person can have raised. */
    Actor accomplice() {
        return residents.getLast();
    }

    Optional<Actor> gridWorker(String place) {
        return gridWorkers.stream()
                .filter(worker -> worker.reach().places().stream()
                        .anyMatch(beat -> beat.startsWith(place) || place.startsWith(beat)))
                .findFirst();
    }

    Optional<Actor> dispatcherFor(String place) {
        return organisation.units().officeFor(place).flatMap(office -> at(office.id(), Role.DISPATCHER));
    }

    /** The hotline that takes calls: the county's, else the city's. */
    Actor hotline(String place, RandomGenerator random) {
        Optional<Actor> county = random.nextBoolean()
                ? Optional.empty()
                : organisation
                        .units()
                        .officeFor(place.substring(0, 6))
                        .flatMap(office -> at(office.id(), Role.DISPATCHER));
        return county.orElseGet(this::cityHotline);
    }

    Actor cityHotline() {
        return organisation
                .units()
                .officeFor("4210")
                .flatMap(office -> at(office.id(), Role.DISPATCHER))
                .orElseThrow();
    }

    /** The unit that answers for a duty at a place: mostly the county's own where it has one, else the city's. */
    Optional<Unit> unitFor(String duty, String place, RandomGenerator random) {
        boolean city = random.nextInt(3) == 0;
        Comparator<Unit> nearest =
                Comparator.comparingInt(unit -> String.valueOf(unit.place()).length());
        return byDuty.getOrDefault(duty, List.of()).stream()
                .filter(unit -> place.startsWith(String.valueOf(unit.place())))
                .max(city ? nearest.reversed() : nearest);
    }

    /** Any other unit at a place, to which a matter may have been given by mistake or for its opinion. */
    Optional<Unit> otherThan(Unit unit, String place, RandomGenerator random) {
        List<String> duties = List.of("cg", "zj", "sj", "ga", "jt", "hb", "sws", "town", "sl", "rs");
        return unitFor(duties.get(random.nextInt(duties.size())), place, random)
                .filter(other -> other.id() != unit.id());
    }

    Unit unit(String code) {
        return organisation.units().find(code).orElseThrow();
    }

    Unit unit(int id) {
        return organisation.units().find(id).orElseThrow();
    }

    Optional<Actor> at(int unit, Role role) {
        return Optional.ofNullable(posts.get(unit + "/" + role));
    }

    Actor handler(Unit unit) {
        return at(unit.id(), Role.HANDLER).orElseThrow();
    }

    Actor head(Unit unit) {
        return at(unit.id(), Role.UNIT_HEAD).orElseThrow();
    }

    /** A supervisor of the whole city; there are two, so that who decided first need not decide again. */
    Actor supervisor(int which) {
        return citySupervisors.get(which % citySupervisors.size());
    }

    /** Who supervises a place for its county, else for the city. */
    Actor supervisorFor(String place) {
        return posts.values().stream()
                .filter(actor -> actor.role() == Role.SUPERVISOR
                        && !actor.reach().everywhere()
                        && actor.reach().coversPlace(place))
                .findFirst()
                .orElseGet(() -> supervisor(0));
    }
}
