package org.huiyin.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places and units of a city, to know them by when a text names them. Immutable. */
public final class Gazetteer {

    /** Knows no place and no unit. */
    public static final Gazetteer NONE = new Gazetteer(List.of(), List.of());

    private static final int SHORTEST = 3;

    private final Map<String, List<Entry>> places = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Set<String> begins = new HashSet<>();
    private int longest;

    /** A name and the code it stands for; a place's code begins with the codes of the places around it. */
    public record Entry(String name, String code) {}

    public Gazetteer(Collection<Entry> places, Collection<Entry> units) {
        for (Entry place : places) {
            String name = place.name();
            if (name.length() >= SHORTEST) {
                this.places.computeIfAbsent(name, n -> new ArrayList<>()).add(place);
                begins.add(name.substring(0, 2));
                longest = Math.max(longest, name.length());
            }
        }
        units.forEach(unit -> this.units.putIfAbsent(unit.name(), unit.code()));
    }

    /** A place named in a text; its code is empty when several of that name are possible. */
    record Found(int from, int to, String name, String code) {}

    List<Found> places(String text) {
        List<Found> named = new ArrayList<>();
        for (int from = 0; from + SHORTEST <= text.length(); from++) {
            if (begins.contains(text.substring(from, from + 2))) {
                for (int to = Math.min(text.length(), from + longest); to >= from + SHORTEST; to--) {
                    List<Entry> entries = places.get(text.substring(from, to));
                    if (entries != null) {
                        named.add(new Found(
                                from,
                                to,
                                entries.getFirst().name(),
                                entries.size() == 1 ? entries.getFirst().code() : ""));
                        from = to - 1;
                        break;
                    }
                }
            }
        }
        return named.stream().map(one -> placed(one, named)).toList();
    }

    /** Of several places of one name the one that lies in another place the text names. */
    private Found placed(Found one, List<Found> named) {
        if (!one.code().isEmpty()) {
            return one;
        }
        Optional<Entry> near = places.getOrDefault(one.name(), List.of()).stream()
                .filter(entry -> named.stream()
                        .anyMatch(other ->
                                other.code().length() > 4 && entry.code().startsWith(other.code())))
                .max(Comparator.comparingInt(entry -> entry.code().length()));
        return near.map(entry -> new Found(one.from(), one.to(), one.name(), entry.code()))
                .orElse(one);
    }

    /** The code of a unit by its name as people write it; empty when no unit or several are called so. */
    public String unit(String name) {
        if (name.length() < 2) {
            return "";
        }
        String exact = units.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> like = units.entrySet().stream()
                .filter(entry -> abbreviates(name, entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .limit(2)
                .toList();
        return like.size() == 1 ? like.getFirst() : "";
    }

    /** 市住建局 for 荆州市住房和城乡建设局: its signs in order, the last one last. */
    private static boolean abbreviates(String brief, String full) {
        if (brief.length() < 3
                || full.length() < brief.length()
                || brief.charAt(brief.length() - 1) != full.charAt(full.length() - 1)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < brief.length(); i++) {
            at = full.indexOf(brief.charAt(i), at);
            if (at < 0 || i == 0 && at > 2) {
                return false;
            }
            at++;
        }
        return true;
    }
}
