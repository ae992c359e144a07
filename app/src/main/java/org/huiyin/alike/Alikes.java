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
     * Imprints first, by each of their indexes apart: asked for together, every find would be compared with all three conditions once more. Then one
     * look at each one's matter: statistics know nothing of how rare a band is.
     */
    private static final String CANDIDATES = """
            with found as materialized (
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint where bands && :bands
              union all
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint where spots && :spots
              union all
              select matter_id, raised_at, pairs, spots, latitude, longitude from imprint
              where latitude between :south::float8 and :north::float8 and longitude between :west::float8 and :east::float8)
            select i.matter_id, i.pairs, i.spots, i.latitude, i.longitude, m.category
            from (select distinct on (matter_id) * from found order by matter_id desc) i cross join lateral (
              select category from matter where id = i.matter_id and programme = :programme and merged_into is null offset 0) m
            where i.raised_at >= :since and i.matter_id <> :self
            order by i.matter_id desc limit :most
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

    /** Those that say the same or lie near, the likeliest first. */
    public List<Alike> of(Wanted wanted, int most) {
        Position position = wanted.told().position();
        double up = Alike.METRES / METRES_A_DEGREE;
        double aside = position == null ? 0 : up / Math.max(0.1, Math.cos(Math.toRadians(position.latitude())));
        return database
                .sql(CANDIDATES)
                .param("self", wanted.self())
                .param("programme", wanted.programme())
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("bands", array(wanted.told().imprint().bands()))
                .param("spots", array(wanted.told().spots()))
                .param("south", position == null ? null : position.latitude() - up)
                .param("north", position == null ? null : position.latitude() + up)
                .param("west", position == null ? null : position.longitude() - aside)
                .param("east", position == null ? null : position.longitude() + aside)
                .param("most", MOST_COMPARED)
                .query((row, n) -> new Candidate(
                        Alike.of(row.getLong("matter_id"), wanted.told(), told(row, NONE)), row.getString("category")))
                .list()
                .stream()
                .filter(candidate -> candidate
                        .alike()
                        .counts(wanted.category().equals(candidate.category())
                                && !wanted.category().isEmpty()))
                .map(Candidate::alike)
                .sorted(Comparator.comparingDouble(Alike::weight).reversed())
                .limit(most)
                .toList();
    }

    private record Candidate(Alike alike, String category) {}

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
