package org.huiyin.org;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the operator's boundaries into Huiyin: whole or not at all. */
@Component
public class BoundaryImport {

    /** About twenty metres: less than a pixel of any map we draw. */
    private static final double TOLERANCE_DEGREES = 0.0002;

    /** A boundary further than this from where its place is known to be is the wrong place or the wrong system. */
    private static final double FAR_METRES = 100_000;

    private static final String STORE = """
            insert into boundary (place_code, shape, source, imported_at)
            select place_code, shape, :source, :now
            from unnest(:codes::text[], :shapes::text[]) as new (place_code, shape)
            on conflict (place_code) do update
            set shape = excluded.shape, source = excluded.source, imported_at = excluded.imported_at
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BoundaryImport(
            JdbcClient database, Organisation organisation, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param stored codes whose boundary is known now
     * @param mismatches features that match no code here
     * @param faults why nothing was taken; empty when the file was understood
     */
    public record Report(List<String> stored, List<Mismatch> mismatches, List<String> faults) {}

    /** A feature whose code is unknown here, and the place of the same name that may be meant. */
    public record Mismatch(
            String code, String name, @Nullable Place perhaps) {}

    private record Match(Place place, Geometry shape) {}

    /**
     * Reads GeoJSON and stores what matches a place.
     *
     * @param byName take features of an unknown code for the place of the same name
     */
    public Report take(byte[] geoJson, Crs crs, boolean byName, String source) {
        var file = BoundaryFile.read(geoJson, crs);
        var places = organisation.places();
        var matches = new ArrayList<Match>();
        var mismatches = new ArrayList<Mismatch>();
        for (var outline : file.outlines()) {
            var place = places.find(outline.code()).orElse(null);
            var namesake = place == null ? namesake(places, outline.name()) : null;
            if (place != null) {
                matches.add(new Match(place, outline.shape()));
            } else if (byName && namesake != null) {
                matches.add(new Match(namesake, outline.shape()));
            } else {
                mismatches.add(new Mismatch(outline.code(), outline.name(), namesake));
            }
        }
        var faults = new ArrayList<>(file.faults());
        matches.forEach(match -> faults.addAll(farAway(match)));
        if (!faults.isEmpty()) {
            return new Report(List.of(), mismatches, faults);
        }
        store(matches, source);
        return new Report(matches.stream().map(match -> match.place().code()).toList(), mismatches, List.of());
    }

    private void store(List<Match> matches, String source) {
        if (matches.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> database.sql(STORE)
                .param(
                        "codes",
                        matches.stream().map(match -> match.place().code()).toArray(String[]::new))
                .param("shapes", matches.stream().map(BoundaryImport::text).toArray(String[]::new))
                .param("source", source)
                .param("now", Timestamp.from(clock.instant()))
                .update());
        organisation.reload();
    }

    private static String text(Match match) {
        return TopologyPreservingSimplifier.simplify(match.shape(), TOLERANCE_DEGREES)
                .toText();
    }

    private static @Nullable Place namesake(Places places, String name) {
        var found = places.search(name, 50).stream()
                .filter(place -> place.name().zh().equals(name))
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static List<String> farAway(Match match) {
        var position = match.place().position();
        if (position == null) {
            return List.of();
        }
        var centre = match.shape().getCentroid();
        double metres = Distance.metres(position, centre.getY(), centre.getX());
        return metres < FAR_METRES
                ? List.of()
                : List.of("%s %s: the shape lies %.0f km from where the place is"
                        .formatted(match.place().code(), match.place().name().zh(), metres / 1000));
    }
}
