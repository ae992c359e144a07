package org.huiyin.alike;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Matters of the last thirty days that say the same as another, or are about the same kind of thing at the same spot. */
@Component
public class Alikes {

    /** How far back is looked. */
    static final Duration WINDOW = Duration.ofDays(30);

    private static final double METRES_A_DEGREE = 111_000;
    private static final int MOST_COMPARED = 2000;
    /** Bands find candidates; comparing them needs none. */
    private static final int[] NONE = {};

    /**
     * By each index apart: asked for together, every find would be compared with all three conditions once more. Of those that share a band hardly
     * two in a hundred say the same; sketches tell, and the pairs of the others are not even read. How old they are is asked afterwards (offset 0):
     * asked with the rest, PostgreSQL looks all of thirty days up for it.
     */
    private static final String CANDIDATES = """
            select distinct on (matter_id) matter_id, pairs, spots, latitude, longitude, category from (
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint
              where bands && :bands and bit_count(sketch | (select :sketch::bit(1024)))
                <= 1024 * (1 - exp(-(:pairs + octet_length(pairs) / 4) / :spread::float8))
              union all
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint where spots && :spots
              union all
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint
              where latitude between :south and :north and longitude between :west and :east
              offset 0) found
            cross join lateral (
              select category from matter where id = matter_id and programme = :programme and merged_into is null offset 0) open
            where raised_at >= :since and matter_id <> :self
            order by matter_id desc limit :most
            """;
    private static final String OF = """
            select matter_id, pairs, bands, spots, latitude, longitude from imprint where matter_id = any(:matters)
            """;
    private static final String FORGET = """
            delete from imprint where raised_at < :before
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    public Alikes(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param self the matter itself; 0 for one nobody has raised yet
     * @param category empty when nobody said
     */
    public record Wanted(long self, String programme, String category, Told told) {}

    /** Those of the programme, not merged, that say the same or lie near; the likeliest first. */
    public List<Alike> of(Wanted wanted, int most) {
        return candidates(wanted).stream()
                .filter(candidate -> candidate
                        .alike()
                        .counts(!wanted.category().isEmpty() && wanted.category().equals(candidate.category())))
                .map(Candidate::alike)
                .sorted(Comparator.comparingDouble(Alike::weight).reversed())
                .limit(most)
                .toList();
    }

    private record Candidate(Alike alike, String category) {}

    private List<Candidate> candidates(Wanted wanted) {
        Told told = wanted.told();
        Imprint imprint = told.imprint();
        Around around = Around.of(told.position());
        return database.sql(CANDIDATES)
                .param("self", wanted.self())
                .param("programme", wanted.programme())
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("bands", array(imprint.bands()))
                .param("sketch", imprint.sketch().written())
                .param("pairs", imprint.pairs().length)
                .param("spread", Sketch.SPREAD)
                .param("spots", array(told.spots()))
                .param("south", around.south())
                .param("north", around.north())
                .param("west", around.west())
                .param("east", around.east())
                .param("most", MOST_COMPARED)
                .query((row, n) ->
                        new Candidate(Alike.of(row.getLong(1), told, told(row, NONE)), row.getString("category")))
                .list();
    }

    /** The stretch in which what is near lies; an empty one around nothing. */
    private record Around(double south, double north, double west, double east) {

        static Around of(@Nullable Position position) {
            if (position == null) {
                return new Around(1, 0, 1, 0);
            }
            double up = Alike.METRES / METRES_A_DEGREE;
            double aside = up / Math.max(0.1, Math.cos(Math.toRadians(position.latitude())));
            return new Around(
                    position.latitude() - up,
                    position.latitude() + up,
                    position.longitude() - aside,
                    position.longitude() + aside);
        }
    }

    /** What is kept of these matters, by id. */
    Map<Long, Told> told(List<Long> matters) {
        Map<Long, Told> told = new HashMap<>();
        database.sql(OF).param("matters", matters.toArray(Long[]::new)).query((ResultSet row) -> {
            told.put(row.getLong("matter_id"), told(row, numbers(row, "bands")));
        });
        return told;
    }

    /** Throws away what nothing asks for any more. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forget() {
        database.sql(FORGET)
                .param("before", clock.instant().minus(ImprintScribe.KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Told told(ResultSet row, int[] bands) throws SQLException {
        return new Told(new Imprint(Imprint.pairs(row.getBytes("pairs")), bands), numbers(row, "spots"), position(row));
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
    }

    private static int[] numbers(ResultSet row, String column) throws SQLException {
        Integer[] numbers = (Integer[]) row.getArray(column).getArray();
        return java.util.Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
    }

    private static Integer[] array(int[] numbers) {
        return IntStream.of(numbers).boxed().toArray(Integer[]::new);
    }
}
