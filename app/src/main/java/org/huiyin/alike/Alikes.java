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
     * By each index apart: asked for together, every find would be compared with all three conditions once more. A text that is five times as long
     * as another cannot say the same ({@link Alike#sameWords}).
     */
    private static final String CANDIDATES = """
            select distinct on (matter_id) matter_id, pairs, spots, latitude, longitude from (
              select matter_id, pairs, spots, latitude, longitude from imprint
              where bands && :bands and raised_at >= :since and matter_id <> :self and octet_length(pairs) between :shortest and :longest
              union all
              select matter_id, pairs, spots, latitude, longitude from imprint
              where spots && :spots and raised_at >= :since and matter_id <> :self
              union all
              select matter_id, pairs, spots, latitude, longitude from imprint
              where latitude between :south::float8 and :north::float8 and longitude between :west::float8 and :east::float8
                and raised_at >= :since and matter_id <> :self) found
            order by matter_id desc limit :most
            """;
    /** One look at each: statistics know nothing of how few there are. */
    private static final String OPEN = """
            select m.id, m.category from unnest(:matters::bigint[]) i(id) cross join lateral (
              select id, category from matter where id = i.id and programme = :programme and merged_into is null offset 0) m
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
        List<Alike> alike = candidates(wanted).stream()
                .filter(candidate -> candidate.counts(true))
                .toList();
        Map<Long, String> categories = categories(wanted.programme(), alike);
        return alike.stream()
                .filter(candidate -> categories.containsKey(candidate.matter()))
                .filter(candidate -> candidate.counts(
                        !wanted.category().isEmpty() && wanted.category().equals(categories.get(candidate.matter()))))
                .sorted(Comparator.comparingDouble(Alike::weight).reversed())
                .limit(most)
                .toList();
    }

    private List<Alike> candidates(Wanted wanted) {
        Position position = wanted.told().position();
        double up = Alike.METRES / METRES_A_DEGREE;
        double aside = position == null ? 0 : up / Math.max(0.1, Math.cos(Math.toRadians(position.latitude())));
        Imprint imprint = wanted.told().imprint();
        int bytes = imprint.pairs().length * Integer.BYTES;
        return database.sql(CANDIDATES)
                .param("self", wanted.self())
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("bands", array(imprint.bands()))
                .param("shortest", (int) Math.floor(bytes * Alike.SAME))
                .param("longest", (int) Math.ceil(bytes / Alike.SAME))
                .param("spots", array(wanted.told().spots()))
                .param("south", position == null ? null : position.latitude() - up)
                .param("north", position == null ? null : position.latitude() + up)
                .param("west", position == null ? null : position.longitude() - aside)
                .param("east", position == null ? null : position.longitude() + aside)
                .param("most", MOST_COMPARED)
                .query((row, n) -> Alike.of(row.getLong(1), wanted.told(), told(row, NONE)))
                .list();
    }

    /** Of those that are of this programme and not merged. */
    private Map<Long, String> categories(String programme, List<Alike> alike) {
        Map<Long, String> categories = new HashMap<>();
        if (!alike.isEmpty()) {
            database.sql(OPEN)
                    .param("programme", programme)
                    .param("matters", alike.stream().map(Alike::matter).toArray(Long[]::new))
                    .query((ResultSet row) -> {
                        categories.put(row.getLong(1), row.getString(2));
                    });
        }
        return categories;
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
