package org.huiyin.org;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All places of the city at one moment. Immutable; {@link Organisation#places()} gives the present one. */
public final class Places {

    public static final Places NONE = new Places(List.of(), Boundaries.NONE);

    private static final String SEPARATOR = " · ";

    private final TreeMap<String, Place> byCode = new TreeMap<>();
    private final Map<String, List<Place>> children = new HashMap<>();
    private final List<Place> roots = new ArrayList<>();
    private final List<Place> placed;
    private final Boundaries boundaries;
    /** Code → the middle of all placed inside. */
    private final Map<String, Place.Position> middles;

    Places(Collection<Place> places, Boundaries boundaries) {
        this.boundaries = boundaries;
        places.forEach(place -> byCode.put(place.code(), place));
        for (Place place : byCode.values()) {
            var siblings =
                    place.parent() == null ? roots : children.computeIfAbsent(place.parent(), p -> new ArrayList<>());
            siblings.add(place);
        }
        placed = byCode.values().stream().filter(p -> p.position() != null).toList();
        middles = middles();
    }

    /** A world without boundaries, for tests and tools. */
    public static Places of(Collection<Place> places) {
        return new Places(places, Boundaries.NONE);
    }

    public Optional<Place> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    public boolean exists(@Nullable String code) {
        return find(code).isPresent();
    }

    public int count() {
        return byCode.size();
    }

    /** The outermost places: usually the one city. */
    public List<Place> roots() {
        return List.copyOf(roots);
    }

    /** The places one level inside, in the order of their codes. */
    public List<Place> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /** The place and everything inside it. */
    public Collection<Place> subtree(String code) {
        return byCode.subMap(code, true, code + Character.MAX_VALUE, false).values();
    }

    /** From the outermost down to the place itself; empty for an unknown code. */
    public List<Place> line(String code) {
        var line = new ArrayList<Place>();
        for (var place = byCode.get(code); place != null; place = parentOf(place)) {
            line.addFirst(place);
        }
        return line;
    }

    /** 沙市区 · 朝阳街道 · 北京路社区: the line without the city, which goes without saying. The code itself when unknown. */
    public String path(String code, Locale locale) {
        var line = line(code);
        if (line.isEmpty()) {
            return code;
        }
        return line.stream()
                .skip(line.size() > 1 && line.getFirst().level() == Place.Level.CITY ? 1 : 0)
                .map(place -> place.shortName(locale))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** The place of that level in which the given one lies, or the given one itself. */
    public Optional<Place> enclosing(String code, Place.Level level) {
        return line(code).stream().filter(place -> place.level() == level).findFirst();
    }

    /** Places whose name or code matches, the outermost and shortest first. */
    public List<Place> search(String words, int atMost) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return byCode.values().stream()
                .filter(place -> matches(place, wanted))
                .sorted(Comparator.comparing((Place place) -> !place.name().zh().startsWith(wanted))
                        .thenComparing(Place::level)
                        .thenComparing(place -> place.name().zh().length())
                        .thenComparing(Place::code))
                .limit(atMost)
                .toList();
    }

    /** The innermost place whose boundary holds the position. Empty where no boundary was imported or none holds it. */
    public Optional<Place> at(double lat, double lon) {
        return boundaries.holding(lat, lon).stream()
                .flatMap(code -> find(code).stream())
                .max(Comparator.comparing(Place::level));
    }

    /**
     * Where a place lies: where somebody has put it on the map, or else in the middle of all that was put inside it; where there is nothing
     * inside either, the same of the place around it.
     */
    public Optional<Place.Position> position(String code) {
        return line(code).reversed().stream()
                .flatMap(place ->
                        Stream.ofNullable(place.position() == null ? middles.get(place.code()) : place.position()))
                .findFirst();
    }

    /** The nearest place somebody has put on the map, with the distance in metres. */
    public Optional<Near> nearest(double lat, double lon) {
        return placed.stream()
                .flatMap(place -> Stream.ofNullable(place.position())
                        .map(position -> new Near(place, Distance.metres(position, lat, lon))))
                .min(Comparator.comparing(Near::metres));
    }

    /** Whether the operator has imported boundaries. */
    public Boundaries boundaries() {
        return boundaries;
    }

    /** A place and how far away it is. */
    public record Near(Place place, double metres) {}

    private Map<String, Place.Position> middles() {
        Map<String, double[]> sums = new HashMap<>();
        for (Place place : placed) {
            Place.Position position = Objects.requireNonNull(place.position());
            for (Place around = parentOf(place); around != null; around = parentOf(around)) {
                double[] sum = sums.computeIfAbsent(around.code(), code -> new double[3]);
                sum[0] += position.lat();
                sum[1] += position.lon();
                sum[2]++;
            }
        }
        Map<String, Place.Position> found = new HashMap<>();
        sums.forEach((code, sum) -> found.put(code, new Place.Position(sum[0] / sum[2], sum[1] / sum[2])));
        return found;
    }

    private @Nullable Place parentOf(Place place) {
        return place.parent() == null ? null : byCode.get(place.parent());
    }

    private static boolean matches(Place place, String wanted) {
        return place.name().zh().contains(wanted)
                || place.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || place.code().equals(wanted);
    }
}
