package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.org.Place;
import org.huiyin.org.Places;

/** Places as tables name them: by code, by the whole line of names, or by a name that only one place has. */
public final class PlaceNames {

    private final Places places;
    private final Map<String, List<String>> known = new HashMap<>();

    public PlaceNames(Places places) {
        this.places = places;
        for (Place root : places.roots()) {
            for (Place place : places.subtree(root.code())) {
                note(place.name().zh(), place);
                note(place.name().en(), place);
                note(place.shortName(Locale.CHINESE), place);
            }
        }
    }

    private void note(String name, Place place) {
        List<String> codes = known.computeIfAbsent(plain(name), n -> new ArrayList<>(1));
        if (!codes.contains(place.code())) {
            codes.add(place.code());
        }
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** The codes of the places a text may mean; the last name of a line counts, those before it narrow. */
    public List<String> find(String text) {
        if (places.exists(text)) {
            return List.of(text);
        }
        String[] line = text.split("\\s*[·・/＞>›]\\s*");
        List<String> found = known.getOrDefault(plain(line[line.length - 1]), List.of());
        if (found.size() == 1 && line.length == 1) {
            return found;
        }
        List<String> narrowed = new ArrayList<>();
        for (String code : found) {
            List<Place> above = places.line(code);
            boolean all = true;
            for (int i = 0; i < line.length - 1; i++) {
                String part = plain(line[i]);
                all &= above.stream()
                        .anyMatch(place -> plain(place.name().zh()).equals(part)
                                || plain(place.name().en()).equals(part)
                                || plain(place.shortName(Locale.CHINESE)).equals(part));
            }
            if (all) {
                narrowed.add(code);
            }
        }
        return narrowed;
    }
}
