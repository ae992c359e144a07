package org.huiyin.supervision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two promises of the ladder, kept by primary keys: every stage of a clock acts once, and against one matter stands one instrument. Always
 * asked in this order: first the matter, then the rung; so two nodes never wait for each other in a circle.
 */
final class Ledger {

    private static final String CLAIM = """
            insert into stage_act (matter_id, ordinal, stage, term, stage_at, acted_at)
            select matter_id, ordinal, stage, term, stage_at, :now
            from unnest(:matters::bigint[], :ordinals::int[], :stages::text[], :terms::int[], :ats::timestamptz[])
              as wanted (matter_id, ordinal, stage, term, stage_at)
            order by matter_id, ordinal, stage
            on conflict (matter_id, ordinal, stage, term) do nothing
            returning matter_id, ordinal
            """;
    private static final String STAND = """
            insert into standing (matter_id, ordinal, term, kind, act_at)
            select matter_id, ordinal, term, kind, :now
            from unnest(:matters::bigint[], :ordinals::int[], :terms::int[], :kinds::text[]) as wanted (matter_id, ordinal, term, kind)
            order by matter_id
            on conflict (matter_id) do nothing
            returning matter_id
            """;
    private static final String STAND_DOWN = """
            delete from standing where matter_id = any(:matters)
            """;

    private record Key(long matter, int ordinal) {}

    /** Those of the occasions on which this stage had not acted. */
    List<Occasion> claim(JdbcClient database, List<Occasion> occasions, String stage, Instant now) {
        Set<Key> mine = new HashSet<>(claim(database, occasions, occasion -> stage, occasion -> occasion, now));
        return occasions.stream()
                .filter(one -> mine.contains(new Key(one.matter(), one.ordinal())))
                .toList();
    }

    /**
     * Those of the servings whose rung this clock had not seen; against the matters of the others nothing stands any more.
     */
    List<Serving> claimRungs(JdbcClient database, List<Serving> servings, Instant now) {
        Set<Key> mine =
                new HashSet<>(claim(database, servings, one -> one.rung().kind(), Serving::occasion, now));
        List<Serving> kept = servings.stream()
                .filter(one -> mine.contains(
                        new Key(one.occasion().matter(), one.occasion().ordinal())))
                .toList();
        standDown(
                database,
                servings.stream()
                        .filter(one -> !kept.contains(one))
                        .map(one -> one.occasion().matter())
                        .toList());
        return kept;
    }

    private static <T> List<Key> claim(
            JdbcClient database,
            List<T> wanted,
            Function<T, String> stage,
            Function<T, Occasion> occasion,
            Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.sql(CLAIM)
                .param("now", Occasions.time(now))
                .param(
                        "matters",
                        wanted.stream().map(one -> occasion.apply(one).matter()).toArray(Long[]::new))
                .param(
                        "ordinals",
                        wanted.stream()
                                .map(one -> occasion.apply(one).ordinal())
                                .toArray(Integer[]::new))
                .param("stages", wanted.stream().map(stage).toArray(String[]::new))
                .param(
                        "terms",
                        wanted.stream().map(one -> occasion.apply(one).term()).toArray(Integer[]::new))
                .param(
                        "ats",
                        wanted.stream()
                                .map(one -> occasion.apply(one).at().toString())
                                .toArray(String[]::new))
                .query((row, n) -> new Key(row.getLong(1), row.getInt(2)))
                .list();
    }

    /** Puts matters on the ladder against which nothing stands; returns which. An instrument has to follow in the same transaction. */
    List<Long> stand(JdbcClient database, List<Serving> servings, Instant now) {
        if (servings.isEmpty()) {
            return List.of();
        }
        return database.sql(STAND)
                .param("now", Occasions.time(now))
                .param(
                        "matters",
                        servings.stream().map(one -> one.occasion().matter()).toArray(Long[]::new))
                .param(
                        "ordinals",
                        servings.stream().map(one -> one.occasion().ordinal()).toArray(Integer[]::new))
                .param(
                        "terms",
                        servings.stream().map(one -> one.occasion().term()).toArray(Integer[]::new))
                .param("kinds", servings.stream().map(one -> one.rung().kind()).toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Takes matters off the ladder. */
    void standDown(JdbcClient database, List<Long> matters) {
        if (!matters.isEmpty()) {
            database.sql(STAND_DOWN)
                    .param("matters", matters.toArray(Long[]::new))
                    .update();
        }
    }
}
