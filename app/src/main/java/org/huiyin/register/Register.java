package org.huiyin.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a city keeps one kind of book about, as its definition says.
 *
 * @param one what a single entry is called
 * @param prefix numbers of entries begin with it: {@code RD-17}
 * @param strict strictly private: nothing is public, only keepers read it, and every look is logged
 * @param people whether entries are people who may have a sign-in here
 * @param titleField the field by which lists and links name an entry
 * @param form the fields of its own, in the order of pages and tables
 * @param seen who may read each field
 * @param once what nobody may hold beside another
 * @param parents the registers an entry may belong to; empty for none
 * @param parentNeeded whether every entry belongs to one
 * @param classField the choice by which entries are tallied; null for none
 * @param exits why an entry may end
 * @param keptYears how long the sealed fields of an entry that left are kept; 0 for good
 */
public record Register(
        String name,
        Text title,
        Text one,
        String prefix,
        boolean strict,
        boolean people,
        String titleField,
        Form form,
        Map<String, Seen> seen,
        List<Once> once,
        List<String> parents,
        boolean parentNeeded,
        @Nullable String classField,
        Map<String, Text> exits,
        List<Grant> reads,
        List<Grant> edits,
        int keptYears) {

    /** Who may read a field: each fewer than the one before. */
    public enum Seen {
        PUBLIC,
        /** Whoever of the staff may read the register. */
        STAFF,
        /** Whoever may change the entry. */
        HANDLERS,
        /** The same, and it is stored sealed. */
        SEALED
    }

    /** Fields that together may stand once: for good, as who somebody is, or while their holder stays, as a seat. */
    public record Once(String name, Text title, List<String> fields, boolean forGood) {}

    /** How far a grant goes. */
    public enum Within {
        EVERYWHERE,
        /** Entries kept by a unit within reach. */
        UNIT,
        /** Entries at a place within reach. */
        PLACE
    }

    /** People at posts of these roles, for entries that lie within. */
    public record Grant(Set<Role> roles, Within within) {}

    /** How far an actor may read: their reach, narrowed to what the definition grants. */
    public Reach readable(Actor actor) {
        Reach edits = editable(actor);
        Reach reads = granted(reads(), actor);
        Set<Integer> units = new HashSet<>(edits.units());
        units.addAll(reads.units());
        List<String> places = new ArrayList<>(edits.places());
        reads.places().stream().filter(place -> !places.contains(place)).forEach(places::add);
        return edits.everywhere() || reads.everywhere() ? Reach.EVERYWHERE : new Reach(false, units, places);
    }

    /** How far an actor may enter, change and end entries. */
    public Reach editable(Actor actor) {
        return granted(edits, actor);
    }

    private static Reach granted(List<Grant> grants, Actor actor) {
        boolean everywhere = actor.role() == Role.SYSTEM;
        Set<Integer> units = Set.of();
        List<String> places = List.of();
        for (Grant grant : grants) {
            if (grant.roles().contains(actor.role()) && (actor.staff() || actor.role() == Role.SYSTEM)) {
                switch (grant.within()) {
                    case EVERYWHERE -> everywhere = true;
                    case UNIT -> {
                        everywhere |= actor.reach().everywhere();
                        units = actor.reach().units();
                    }
                    case PLACE -> {
                        everywhere |= actor.reach().everywhere();
                        places = actor.reach().places();
                    }
                }
            }
        }
        return everywhere ? Reach.EVERYWHERE : new Reach(false, units, places);
    }

    /** The values of this map that may be read by those who see fields up to {@code most}; in the order of the definition. */
    public Map<String, Object> upTo(Seen most, Map<String, Object> values) {
        Map<String, Object> open = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = values.get(field.name());
            if (value != null && seen(field.name()).compareTo(most) <= 0) {
                open.put(field.name(), value);
            }
        }
        return open;
    }

    public Seen seen(String field) {
        return seen.getOrDefault(field, Seen.HANDLERS);
    }

    public boolean sealed(String field) {
        return seen(field) == Seen.SEALED;
    }

    public Optional<Once> identity() {
        return once.stream().filter(Once::forGood).findFirst();
    }

    /** The number of an entry as people say it. */
    public String label(int number) {
        return prefix + "-" + number;
    }
}
