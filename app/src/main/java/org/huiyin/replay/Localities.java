package org.huiyin.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.org.NewUnit;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Text;
import org.huiyin.replay.Life.Lead;
import org.huiyin.replay.Table.Town;
import org.jspecify.annotations.Nullable;

/** Sets up the places and units a table names, and knows them by name afterwards. What an earlier replay set up is found again. */
final class Localities {

    private static final List<Place.Level> LEVELS = List.of(Place.Level.CITY, Place.Level.COUNTY, Place.Level.TOWN);

    private final Organisation organisation;
    private final String kind;
    private final Town town;
    private final Map<List<String>, String> codes = new HashMap<>();

    Localities(Organisation organisation, RecordKind kind, Town town) {
        this.organisation = organisation;
        this.kind = kind.toString();
        this.town = town;
    }

    /** Makes sure that all of these exist. */
    void admit(List<Life> lives) {
        admitPlaces(lives);
        List<NewUnit> units = new ArrayList<>();
        units.add(new NewUnit(kind, town.office(), null, Unit.Kind.OFFICE, town.code(), true, List.of()));
        Map<String, Lead> leads = new TreeMap<>();
        lives.forEach(life -> leads.putIfAbsent(unitCode(life.lead()), life.lead()));
        leads.forEach((code, lead) -> units.add(
                new NewUnit(code, lead.name(), kind, Unit.Kind.DEPARTMENT, place(lead.spot()), false, List.of())));
        organisation.admitUnits(units);
    }

    private void admitPlaces(List<Life> lives) {
        organisation
                .places()
                .find(town.code())
                .filter(other -> !other.name().zh().equals(town.name().zh()))
                .ifPresent(other -> {
                    throw new CannotReplay("The place code " + town.code() + " is taken by "
                            + other.name().zh() + ".");
                });
        List<Place> admitted = new ArrayList<>();
        admitted.add(new Place(town.code(), town.name(), LEVELS.getFirst(), null, null));
        codes.put(List.of(), town.code());
        for (List<Text> spot : spots(lives)) {
            admit(spot, admitted);
        }
        organisation.admitPlaces(admitted);
    }

    /** Every place named, outer ones first and in the order of their names, so that new codes do not depend on the order of the file. */
    private static List<List<Text>> spots(List<Life> lives) {
        Map<String, List<Text>> spots = new TreeMap<>();
        lives.forEach(life -> collect(life.spot(), spots));
        lives.forEach(life -> collect(life.lead().spot(), spots));
        return spots.values().stream()
                .sorted(Comparator.comparing((List<Text> spot) -> spot.size()))
                .toList();
    }

    private static void collect(List<Text> spot, Map<String, List<Text>> spots) {
        for (int depth = 1; depth <= spot.size(); depth++) {
            spots.putIfAbsent(String.join("|", names(spot.subList(0, depth))), spot.subList(0, depth));
        }
    }

    private void admit(List<Text> spot, List<Place> admitted) {
        String parent = place(spot.subList(0, spot.size() - 1));
        Text name = spot.getLast();
        String known = organisation.places().children(parent).stream()
                .filter(place -> place.name().zh().equals(name.zh()))
                .map(Place::code)
                .findFirst()
                .orElse(null);
        String code = known == null ? next(parent, LEVELS.get(spot.size()), admitted) : known;
        codes.put(names(spot), code == null ? parent : code);
        if (known == null && code != null) {
            admitted.add(new Place(code, name, LEVELS.get(spot.size()), parent, null));
        }
    }

    /** The next free code under a place; null when all are given, then its matters lie in the place around it. */
    private @Nullable String next(String parent, Place.Level level, List<Place> admitted) {
        int digits = level.codeLength() - parent.length();
        long given = organisation.places().children(parent).size()
                + admitted.stream()
                        .filter(place -> parent.equals(place.parent()))
                        .count();
        String number = Long.toString(given + 1);
        return number.length() > digits ? null : parent + "0".repeat(digits - number.length()) + number;
    }

    /** The code of a place; of the innermost admitted one around it when it has none of its own. */
    String place(List<Text> spot) {
        String code = codes.get(names(spot));
        return code == null ? place(spot.subList(0, spot.size() - 1)) : code;
    }

    int unit(Lead lead) {
        return organisation
                .units()
                .find(unitCode(lead))
                .map(Unit::id)
                .orElseThrow(() -> new IllegalStateException("Unit " + unitCode(lead) + " was not set up"));
    }

    private String unitCode(Lead lead) {
        return kind + "/" + lead.name().zh();
    }

    private static List<String> names(List<Text> spot) {
        return spot.stream().map(Text::zh).toList();
    }
}
