package org.huiyin.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.jspecify.annotations.Nullable;

/** Units as tables name them: by the short name where there is one such unit, else with the units above it. Reads codes and both languages. */
public final class UnitNames {

    private final Units units;
    private final Locale locale;
    private final Set<String> shared = new HashSet<>();
    private final Map<String, Set<Integer>> known = new HashMap<>();

    public UnitNames(Units units, Locale locale) {
        this.units = units;
        this.locale = locale;
        Set<String> seen = new HashSet<>();
        for (Unit unit : units.all()) {
            if (!seen.add(unit.name().in(locale))) {
                shared.add(unit.name().in(locale));
            }
            for (Locale one : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                note(unit.name().in(one), unit.id());
                note(units.path(unit.id(), one), unit.id());
            }
            note(unit.code(), unit.id());
        }
    }

    private void note(String name, int unit) {
        known.computeIfAbsent(plain(name), n -> new TreeSet<>()).add(unit);
    }

    private static String plain(String name) {
        return name.replaceAll("\\s*[›>]\\s*", "›").strip().toLowerCase(Locale.ROOT);
    }

    public String name(@Nullable Integer unit) {
        if (unit == null) {
            return "";
        }
        String name = units.name(unit, locale);
        return shared.contains(name) ? units.path(unit, locale) : name;
    }

    /** The units a text may mean: one, none or several. */
    public Set<Integer> find(String text) {
        return known.getOrDefault(plain(text), Set.of());
    }

    /** Units whose names hold the text, to propose. */
    public List<String> like(String text) {
        return units.search(text, 3).stream().map(unit -> name(unit.id())).toList();
    }

    /** Every active unit as it is named here, for lists to choose from. */
    public List<String> all() {
        return units.all().stream()
                .filter(Unit::active)
                .map(unit -> name(unit.id()))
                .toList();
    }
}
