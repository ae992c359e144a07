package org.huiyin.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;

/** What can be picked in a form's unit and place fields, named for the reader. */
public final class Options {

    /** For forms that have neither units nor places. */
    public static final Options NONE = new Options(Units.NONE, Places.NONE, Locale.CHINESE, Suggested.NONE);

    private final Units units;
    private final Places places;
    private final Locale locale;
    private final Suggested suggested;

    private Options(Units units, Places places, Locale locale, Suggested suggested) {
        this.units = units;
        this.places = places;
        this.locale = locale;
        this.suggested = suggested;
    }

    private record Suggested(String label, List<Integer> units, Map<Integer, String> marks) {

        static final Suggested NONE = new Suggested("", List.of(), Map.of());
    }

    public static Options of(Organisation organisation, Locale locale) {
        return of(organisation.units(), organisation.places(), locale);
    }

    public static Options of(Units units, Places places, Locale locale) {
        return new Options(units, places, locale, Suggested.NONE);
    }

    /**
     * The same with these units on top, under a heading of their own.
     *
     * @param marked units that go before the others, with what stands beside their names
     */
    public Options suggesting(String label, List<Integer> likely, Map<Integer, String> marked) {
        List<Integer> first = new ArrayList<>(marked.keySet());
        likely.stream().filter(unit -> !marked.containsKey(unit)).forEach(first::add);
        return new Options(units, places, locale, new Suggested(label, first, marked));
    }

    /** One thing that can be picked. */
    public record Option(String value, String label) {}

    /** Options under one heading; a heading may be empty. */
    public record Group(String label, List<Option> options) {}

    /** Active units under the path of the unit they belong to. */
    public List<Group> units() {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        for (int likely : suggested.units()) {
            groups.computeIfAbsent(suggested.label(), h -> new ArrayList<>())
                    .add(new Option(Integer.toString(likely), units.name(likely, locale) + mark(likely)));
        }
        for (Unit unit : units.all()) {
            if (unit.active() && !suggested.units().contains(unit.id())) {
                Integer parent = unit.parent();
                String heading = parent == null ? "" : units.path(parent, locale);
                groups.computeIfAbsent(heading, h -> new ArrayList<>())
                        .add(new Option(Integer.toString(unit.id()), unit.name().in(locale)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String mark(int unit) {
        String mark = suggested.marks().get(unit);
        return mark == null ? "" : " · " + mark;
    }

    /** Counties as headings, with themselves and their towns beneath; villages come by script, level by level. */
    public List<Group> places() {
        List<Group> groups = new ArrayList<>();
        for (Place county : places.children(placeRoot())) {
            List<Option> towns = new ArrayList<>();
            towns.add(option(county));
            places.children(county.code()).forEach(town -> towns.add(option(town)));
            groups.add(new Group(county.shortName(locale), towns));
        }
        return groups;
    }

    /** The place whose children are the first level to choose from: the city. */
    public String placeRoot() {
        List<Place> roots = places.roots();
        return roots.isEmpty() ? "" : roots.getFirst().code();
    }

    /** The whole line of names of a place. */
    public String placeName(String code) {
        return places.path(code, locale);
    }

    /** Whether the plain select, which ends at the towns, knows this place. */
    public boolean inPlaces(String code) {
        return places.find(code)
                .map(place -> place.level() == Place.Level.COUNTY || place.level() == Place.Level.TOWN)
                .orElse(false);
    }

    private Option option(Place place) {
        return new Option(place.code(), place.shortName(locale));
    }
}
