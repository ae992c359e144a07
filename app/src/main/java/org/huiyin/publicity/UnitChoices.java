package org.huiyin.publicity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.frame.Options;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;

/** The active units to choose from by their codes, which addresses bear for good, under those they belong to. */
final class UnitChoices {

    private UnitChoices() {}

    static List<Options.Group> of(Units units, Locale locale) {
        Map<String, List<Options.Option>> groups = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            if (unit.active()) {
                Integer parent = unit.parent();
                groups.computeIfAbsent(parent == null ? "" : units.name(parent, locale), name -> new ArrayList<>())
                        .add(new Options.Option(unit.code(), unit.name().in(locale)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Options.Group(group.getKey(), group.getValue()))
                .toList();
    }
}
