package org.huiyin.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.programme.Field;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** Fills the forms by which groups are set up and changed. */
@Component
class GroupForms {

    private static final int MOST_UNITS = 20;

    private static final Field UNITS = new Field(
            "units",
            new Text("巡回单位", "Units it goes round"),
            null,
            Field.Type.UNITS,
            true,
            null,
            null,
            List.of(),
            Field.Seen.HANDLERS,
            false);

    private final Access access;
    private final Organisation organisation;

    GroupForms(Access access, Organisation organisation) {
        this.access = access;
        this.organisation = organisation;
    }

    static Groups.Wanted wanted(Typed typed) {
        return new Groups.Wanted(
                typed.text("name"),
                typed.day("from").orElseThrow(),
                typed.day("to").orElseThrow(),
                typed.units("units"));
    }

    /** The units somebody means by these words; short forms are understood. */
    List<Integer> units(String words) {
        return words.isBlank()
                ? List.of()
                : organisation.units().search(words, MOST_UNITS).stream()
                        .map(Unit::id)
                        .toList();
    }

    GroupForm empty(Page page, Filled filled) {
        return new GroupForm(filled, UNITS, options(page, Set.of()), List.of());
    }

    /** As it was sent, or as the group stands when nothing was. */
    GroupForm of(Page page, Group group, Filled sent) {
        Map<String, Object> stands = Map.of(
                "name", group.name(),
                "from", group.from(),
                "to", group.to(),
                "units", List.copyOf(group.units()));
        Map<String, List<String>> given = new HashMap<>(Filled.with(stands).given());
        given.putAll(sent.given());
        return new GroupForm(
                new Filled(given, List.of()),
                UNITS,
                options(page, group.units()),
                group.units().stream()
                        .sorted()
                        .map(unit ->
                                new GroupForm.Unit(unit, organisation.units().name(unit, page.locale())))
                        .toList());
    }

    /** Units within the reader's reach, and those the group has. */
    private Options options(Page page, Set<Integer> own) {
        Predicate<Unit> offered = unit -> own.contains(unit.id()) || access.reaches(page.reader(), unit.id());
        return Options.of(
                Units.of(organisation.units().all().stream().filter(offered).toList()),
                organisation.places(),
                page.locale());
    }
}
