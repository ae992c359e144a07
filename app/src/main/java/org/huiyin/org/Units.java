package org.huiyin.org;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All units at one moment, as a tree. Immutable; {@link Organisation#units()} gives the present one. */
public final class Units {

    public static final Units NONE = new Units(List.of());

    private static final String SEPARATOR = " › ";

    private final Map<Integer, Unit> byId = new LinkedHashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<Integer, List<Unit>> children = new HashMap<>();
    private final Map<String, Unit> officeByPlace = new HashMap<>();

    private Units(Collection<Unit> units) {
        for (Unit unit : units) {
            byId.put(unit.id(), unit);
            byCode.put(unit.code(), unit);
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), p -> new ArrayList<>()).add(unit);
            }
            if (unit.dispatchOffice() && unit.active() && unit.place() != null) {
                officeByPlace.put(unit.place(), unit);
            }
        }
    }

    /** The tree of these units, kept in the given order. */
    public static Units of(Collection<Unit> units) {
        return new Units(units);
    }

    public Optional<Unit> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Unit> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    /** The name in the reader's language; the number when there is no such unit. */
    public String name(int id, Locale locale) {
        return find(id).map(unit -> unit.name().in(locale)).orElseGet(() -> "#" + id);
    }

    public Collection<Unit> all() {
        return List.copyOf(byId.values());
    }

    public List<Unit> children(int id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** The unit and every unit below it. */
    public Set<Integer> subtree(int id) {
        var found = new LinkedHashSet<Integer>();
        var open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            int next = open.removeLast();
            if (byId.containsKey(next) && found.add(next)) {
                children.getOrDefault(next, List.of()).forEach(child -> open.add(child.id()));
            }
        }
        return found;
    }

    /** From the outermost down to the unit itself; empty for an unknown one. */
    public List<Unit> line(int id) {
        var line = new ArrayList<Unit>();
        for (var unit = byId.get(id); unit != null; unit = unit.parent() == null ? null : byId.get(unit.parent())) {
            line.addFirst(unit);
        }
        return line;
    }

    /** 荆州市人民政府 › 沙市区人民政府 › 区住建局. */
    public String path(int id, Locale locale) {
        return line(id).stream().map(unit -> unit.name().in(locale)).collect(Collectors.joining(SEPARATOR));
    }

    /** The office that dispatches matters of this place: the innermost one whose place holds it. Town, else county, else city. */
    public Optional<Unit> officeFor(@Nullable String place) {
        if (place == null) {
            return Optional.empty();
        }
        for (int length = place.length(); length > 0; length--) {
            var office = officeByPlace.get(place.substring(0, length));
            if (office != null) {
                return Optional.of(office);
            }
        }
        return Optional.empty();
    }

    /** Active units that answer for a category at a place, those nearest to the place first. */
    public List<Unit> answeringFor(String category, @Nullable String place) {
        return byId.values().stream()
                .filter(unit -> unit.active() && unit.duties().contains(category))
                .filter(unit -> unit.place() == null || (place != null && place.startsWith(unit.place())))
                .sorted(Comparator.comparing(
                        unit -> unit.place() == null ? 0 : -unit.place().length()))
                .toList();
    }

    /** Active units whose name, code or duties hold all the words, short names first; 住建 finds 住房和城乡建设局 too. */
    public List<Unit> search(String words, int atMost) {
        var wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return byId.values().stream()
                .filter(Unit::active)
                .filter(unit -> wanted.stream().allMatch(word -> matches(unit, word)))
                .sorted(Comparator.comparing((Unit unit) -> wanted.stream().anyMatch(word -> !literally(unit, word)))
                        .thenComparing(unit -> unit.name().zh().length())
                        .thenComparing(Unit::id))
                .limit(atMost)
                .toList();
    }

    private static boolean matches(Unit unit, String word) {
        return literally(unit, word) || abbreviates(word, unit.name().zh());
    }

    private static boolean literally(Unit unit, String word) {
        return unit.name().zh().contains(word)
                || unit.name().en().toLowerCase(Locale.ROOT).contains(word)
                || unit.code().toLowerCase(Locale.ROOT).contains(word)
                || unit.duties().stream().anyMatch(duty -> duty.contains(word));
    }

    /** Whether the signs of a short form stand in the full name in that order. */
    private static boolean abbreviates(String shortForm, String name) {
        int from = 0;
        for (int i = 0; i < shortForm.length(); i++) {
            from = name.indexOf(shortForm.charAt(i), from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return shortForm.length() > 1;
    }
}
