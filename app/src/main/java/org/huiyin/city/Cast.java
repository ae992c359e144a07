package org.huiyin.city;

import java.util.ArrayList;
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

/** Who plays in the demonstration's story: the people of the city's posts, found by unit and role. */
final class Cast {

    private final Organisation organisation;
    private final Map<String, Actor> posts = new HashMap<>();
    private final List<Actor> residents = new ArrayList<>();
    private final List<Place> places;
    private final List<Place> demonstrated;

    Cast(Organisation organisation, List<Actor> everybody) {
        this.organisation = organisation;
        for (Actor actor : everybody) {
            if (actor.staff()) {
                posts.putIfAbsent(actor.unit() + "/" + actor.role(), actor);
            } else {
                residents.add(actor);
            }
        }
        this.places = organisation.places().subtree("4210").stream()
                .filter(place -> place.code().length() == 12
                        && dispatcherFor(place.code()).isPresent())
                .sorted(Comparator.comparing(Place::code))
                .toList();
        // the street whose dispatcher and grid worker have a sign-in of their own
        this.demonstrated = places.stream()
                .filter(place -> place.code().startsWith("421002005"))
                .toList();
    }

    /** A village or community; every second one in the city's two central districts, as in life. */
    String place(RandomGenerator random) {
        List<Place> shown = random.nextInt(5) == 0 ? demonstrated : places;
        while (true) {
            String code = shown.get(random.nextInt(shown.size())).code();
            if (code.startsWith("421002") || code.startsWith("421003") || random.nextInt(2) == 0) {
                return code;
            }
        }
    }

    Actor resident(RandomGenerator random) {
        return residents.get(random.nextInt(residents.size()));
    }

    Optional<Actor> dispatcherFor(String place) {
        return organisation.units().officeFor(place).flatMap(office -> at(office.id(), Role.DISPATCHER));
    }

    /** The unit that answers for a line at a place: mostly the county's own where it has one, else the city's. */
    Optional<Unit> unitFor(StoryLines.Line line, String place, RandomGenerator random) {
        boolean city = random.nextInt(3) == 0;
        Comparator<Unit> nearest =
                Comparator.comparingInt(unit -> String.valueOf(unit.place()).length());
        return organisation.units().all().stream()
                .filter(unit -> unit.code().endsWith("-" + line.unit()))
                .filter(unit -> place.startsWith(String.valueOf(unit.place())))
                .filter(unit -> at(unit.id(), Role.HANDLER).isPresent()
                        && at(unit.id(), Role.UNIT_HEAD).isPresent())
                .max(city ? nearest.reversed() : nearest);
    }

    Optional<Actor> at(int unit, Role role) {
        return Optional.ofNullable(posts.get(unit + "/" + role));
    }

    Actor supervisor() {
        return posts.values().stream()
                .filter(actor ->
                        actor.role() == Role.SUPERVISOR && actor.reach().everywhere())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the city has no supervisor"));
    }
}
