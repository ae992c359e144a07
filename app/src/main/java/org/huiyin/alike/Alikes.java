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
import java.util.Set;
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
    /** Sketches nearly know which are the likeliest. */
    private static final int MOST_COMPARED_OF_ONE = 2;
    /** Bands find candidates; comparing them needs none. */
    private static final int[] NONE = {};

    /**
     * By each index apart: asked for together, every find would be compared with all three conditions once more. Of those that share a band hardly
     * two in a hundred say the same: sketches tell, and only the pairs of the likeliest are read at all. How old they are is asked afterwards
     * (offset 0): asked with the rest, PostgreSQL looks up all of thirty days for it. Matters are looked up one by one until there are enough.
     */
    private static final String CANDIDATES = """
            select matter_id, pairs, spots, latitude, longitude, category from (
              select distinct on (share, matter_id) matter_id, pairs, spots, latitude, longitude, share from (
                select matter_id, raised_at, pairs, spots, latitude, longitude,
                  sketched_share(sketch, octet_length(pairs) / 4, (select :sketch::bit(1024)), :pairs) as share
                from imprint
                where bands && :bands
                  and sketched_share(sketch, octet_length(pairs) / 4, (select :sketch::bit(1024)), :pairs) >= :likely
                union all
                select matter_id, raised_at, pairs, spots, latitude, longitude,
                  sketched_share(sketch, octet_length(pairs) / 4, (select :sketch::bit(1024)), :pairs)
                from imprint where spots && :spots
                union all
                select matter_id, raised_at, pairs, spots, latitude, longitude,
                  sketched_share(sketch, octet_length(pairs) / 4, (select :sketch::bit(1024)), :pairs)
                from imprint where latitude between :south and :north and longitude between :west and :east
                offset 0) found
              where raised_at >= :since and matter_id <> :self
              order by share desc, matter_id desc
              offset 0) found
            cross join lateral (
              select category from matter where id = matter_id and programme = :programme and merged_into is null offset 0) open
            where category = :category or share >= :similar
            limit :most
            """;
    /** What PostgreSQL found when it last looked the table through for its plans. */
    private static final String COMMON = """
            select band from pg_stats s join pg_class c on c.relname = s.tablename and c.relnamespace = s.schemaname::regnamespace,
              unnest(most_common_elems::text::integer[], most_common_elem_freqs) u(band, share)
            where schemaname = current_schema() and tablename = 'imprint' and attname = 'bands' and not inherited
              and band is not null and share >= :share and share * reltuples >= :texts
            """;

    private static final String OF = """
            select matter_id, pairs, bands, spots, latitude, longitude from imprint where matter_id = any(:matters)
            """;
    private static final String FORGET = """
            delete from imprint where raised_at < :before
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private volatile CommonBands common = CommonBands.NONE;

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
        return candidates(wanted, most).stream()
                .filter(candidate -> candidate
                        .alike()
                        .counts(!wanted.category().isEmpty()
                                && wanted.category().equals(candidate.category())))
                .map(Candidate::alike)
                .sorted(Comparator.comparingDouble(Alike::weight).reversed())
                .limit(most)
                .toList();
    }

    private record Candidate(Alike alike, String category) {}

    private List<Candidate> candidates(Wanted wanted, int most) {
        Told told = wanted.told();
        Imprint imprint = told.imprint();
        Around around = Around.of(told.position());
        return database.sql(CANDIDATES)
                .param("self", wanted.self())
                .param("programme", wanted.programme())
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("bands", array(common.without(imprint.bands())))
                .param("sketch", imprint.sketch().written())
                .param("pairs", imprint.pairs().length)
                .param("likely", Sketch.LIKELY)
                .param("similar", Sketch.SIMILAR)
                .param("category", wanted.category())
                .param("spots", array(told.spots()))
                .param("south", around.south())
                .param("north", around.north())
                .param("west", around.west())
                .param("east", around.east())
                .param("most", MOST_COMPARED_OF_ONE * most)
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

    /** Learns anew which bands many texts share. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    public void learnCommon() {
        common = common();
    }

    CommonBands common() {
        List<Integer> bands = database.sql(COMMON)
                .param("share", CommonBands.SHARE)
                .param("texts", CommonBands.TEXTS)
                .query((row, n) -> row.getInt(1))
                .list();
        return new CommonBands(Set.copyOf(bands));
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
