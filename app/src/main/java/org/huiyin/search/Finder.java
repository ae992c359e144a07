package org.huiyin.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks candidates up in the index, newest stretches of numbers first, until a block of them is together, and ranks the block: words in the
 * title, words as they were typed, how new. Never looks longer than it may; how far it came is told.
 */
public final class Finder {

    /** How many candidates are ranked together. */
    static final int BLOCK = 200;

    private static final int MOST_STRETCHES = 4000;
    private static final long WIDE_MILLIS = 25;
    /** From so many stretches on the rest may be looked through at once, if little is likely to be found there. */
    private static final int WIDE = 64;

    private static final long LONGEST_MILLIS = 1000;

    // The index knows which matters may fit; statistics do not know how rare the words of a search are. So one plan
    // serves every search, and
    // making it anew each time would take longer than many a search.
    private static final String PLAN = """
            select set_config('statement_timeout', '3000', true), set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
              set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
              set_config('plan_cache_mode', 'force_generic_plan', true)
            """;
    /**
     * Candidates are found by the index alone; words are fetched for the newest of them only. Whoever finds a matter because everybody may read the
     * words has it ranked by these words alone.
     */
    private static final String FOUND = """
            with waiting as materialized (select matter_id, words from search_waiting where words @@ :sought::tsquery),
            found as materialized (
              select matter_id, %s as open from search_document
              where words @@ :sought::tsquery and matter_id not in (select matter_id from search_fresh)
              union all select matter_id, %s from waiting),
            newest as materialized (
              select m.id, m.raised_at, reach.within
              from (select matter_id, open from found where matter_id >= :floor and matter_id < :before order by matter_id desc) found
                join matter m on m.id = found.matter_id cross join lateral (select %s as within offset 0) reach
              where (:lists::text[] = '{}' or m.programme || '.' || m.list = any(:lists))
                and (:states::text[] = '{}' or m.programme || '.' || m.state = any(:states))
                and (:categories::text[] = '{}' or m.programme || '.' || m.category = any(:categories))
                and (:unit::integer is null or m.lead_unit = :unit or :unit = any(m.co_units))
                and (:since::timestamptz is null or m.raised_at >= :since) and (:until::timestamptz is null or m.raised_at < :until)
                and (reach.within or found.open and not m.confidential and m.programme = any(:programmes)
                  and (:place = '' or m.place like :place || '%%' and length(:place) <= 12))
              order by found.matter_id desc limit :limit)
            select m.id, case when :titled = '' then 0 else
                (case when said.title @@ nullif(:titled, '')::tsquery then 4000 else 0 end)
                + (case when said.title @@ nullif(:title, '')::tsquery then 1500 else 0 end)
                + (case when said.words @@ nullif(case when m.within then :exact else :exact_open end, '')::tsquery then 1500 else 0 end) end
              + (2000 * exp(-greatest(0, extract(epoch from :as_of - m.raised_at)) / 15552000.0))::integer
            from newest m cross join lateral (select words, ts_filter(words, '{a}') as title from (select %s as words offset 0) w offset 0) said
            order by m.id desc
            """;

    private static final String WORDS = """
            coalesce((select words from waiting where matter_id = m.id), (select words from search_document where matter_id = m.id))""";
    /** Whether everybody may read the words; nobody asks who reaches everything. */
    private static final String OPEN = """
            not :everywhere and (:open = '' or words @@ nullif(:open, '')::tsquery)""";

    private static final String STAFF = FOUND.formatted(OPEN, OPEN, """
            (:everywhere or m.office_unit = any(:units) or m.lead_unit = any(:units) or m.desk_unit = any(:units) or m.co_units && :units
                  or m.place like any(:beats))
                and not (:open_only and m.confidential)
                and (:place = '' or m.place like :place || '%%' and (m.complained_of is null or length(:place) <= 12))
                and (m.complained_of is null or :guarded = '' or %s @@ nullif(:guarded, '')::tsquery
                  or m.complained_of <> all(:own) and (:knows = 'all' or :knows = 'office' and m.office_unit = any(:units)
                    or :knows = 'lead' and not m.confidential and m.lead_unit = any(:units)))
            """.formatted(WORDS), WORDS);
    private static final String EVERYBODY = FOUND.formatted("true", "true", "false", WORDS);
    private static final String NEWEST = """
            select greatest((select max(matter_id) from search_document), (select max(matter_id) from search_fresh), 0) + 1
            """;

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final Supplier<List<String>> open;

    /** Over a database; with the programmes whose matters everybody may look for. */
    public Finder(DataSource database, Supplier<List<String>> open) {
        this.database = JdbcClient.create(database);
        this.reading = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.reading.setReadOnly(true);
        this.open = open;
    }

    /** A candidate; the higher its rank, the better it fits. */
    public record Hit(long matter, int rank) {

        static final Comparator<Hit> BEST = Comparator.comparingInt(Hit::rank)
                .reversed()
                .thenComparing(Comparator.comparingLong(Hit::matter).reversed());

        boolean isAfter(Hit other) {
            return BEST.compare(this, other) > 0;
        }
    }

    /**
     * A stretch of numbers whose candidates are ranked together.
     *
     * @param before matters before this one
     * @param floor down to this one; 0 when that is still to be found out
     * @param asOf against which age is reckoned, so that pages keep their order
     */
    public record Block(long before, long floor, Instant asOf) {}

    /**
     * What was found in a block.
     *
     * @param hits best first
     * @param older whether matters before the block may fit too
     * @param soon whether looking ended because time was up rather than because enough was found
     */
    public record Found(Block block, List<Hit> hits, boolean older, boolean soon) {}

    /** The block the first page is of. */
    Block newest(Instant now) {
        return new Block(database.sql(NEWEST).query((row, n) -> row.getLong(1)).single(), 0, now);
    }

    /**
     * Looks a block up.
     *
     * @param wanted how many candidates a page needs; below that, looking goes on longer
     */
    Found find(Asked asked, Who who, Block block, int wanted) {
        return Objects.requireNonNull(reading.execute(status -> look(asked, who, block, wanted)));
    }

    private Found look(Asked asked, Who who, Block block, int wanted) {
        database.sql(PLAN).query().listOfRows();
        long began = System.nanoTime();
        long last = block.floor() / Windows.MATTERS;
        List<Long> stretches = Windows.newest(database, block.before(), MOST_STRETCHES);
        List<Hit> hits = new ArrayList<>();
        long floor = block.before();
        int at = 0;
        for (int size = 1; at < stretches.size() && stretches.get(at) >= last; size = next(size, at, hits.size())) {
            boolean rest = size >= WIDE
                    && !asked.sought().isEmpty()
                    && likely(at, hits.size(), stretches.size() - at) <= 2 * BLOCK;
            List<Long> some = stretches.subList(at, rest ? stretches.size() : Math.min(stretches.size(), at + size));
            List<Long> within = some.stream().filter(n -> n >= last).toList();
            Block left = new Block(floor, Math.max(block.floor(), within.getLast() * Windows.MATTERS), block.asOf());
            hits.addAll(look(asked, who, left, rest ? List.of() : within, BLOCK - hits.size()));
            at += within.size();
            if (hits.size() >= BLOCK) {
                floor = hits.getLast().matter();
                break;
            }
            floor = within.getLast() * Windows.MATTERS;
            long millis = (System.nanoTime() - began) / 1_000_000;
            if (block.floor() == 0 && (millis > LONGEST_MILLIS || millis > WIDE_MILLIS && hits.size() >= wanted)) {
                break;
            }
        }
        boolean full = hits.size() >= BLOCK;
        floor = Math.max(block.floor(), floor);
        long reached = floor / Windows.MATTERS;
        boolean older = floor % Windows.MATTERS > 0 || stretches.stream().anyMatch(n -> n < reached);
        hits.sort(Hit.BEST);
        return new Found(new Block(block.before(), floor, block.asOf()), hits, older, older && !full);
    }

    /** How many more stretches it should take to fill a block, going by those looked through; never many more than the last time. */
    private static int next(int size, int looked, int found) {
        int most = Math.min(size * 4, 256);
        return found == 0 ? most : Math.clamp((long) (BLOCK - found) * looked / found + 1, 1, most);
    }

    /** How many candidates other stretches are likely to hold at most, going by those looked through. */
    private static long likely(int looked, int found, int others) {
        return (found + 3L) * others / looked;
    }

    /** In these stretches of numbers; in none of them for any: naming very many takes longer than looking. */
    private List<Hit> look(Asked asked, Who who, Block block, List<Long> stretches, int limit) {
        String weights = who.staff() ? "" : "AB";
        var statement = database.sql(who.staff() ? STAFF : EVERYBODY)
                .param("sought", Asked.within(stretches, asked.everything(weights)))
                .param("titled", asked.words("A"))
                .param("title", asked.exactly("A"))
                .param("exact", asked.exactly("ABC"))
                .param("exact_open", asked.exactly("AB"))
                .param("programmes", open.get().toArray(String[]::new))
                .param("as_of", block.asOf().atOffset(ZoneOffset.UTC))
                .param("floor", block.floor())
                .param("before", block.before())
                .param("lists", asked.lists().toArray(String[]::new))
                .param("states", asked.states().toArray(String[]::new))
                .param("categories", asked.categories().toArray(String[]::new))
                .param("unit", asked.unit())
                .param("since", time(asked.since()))
                .param("until", time(asked.until()))
                .param("place", asked.place())
                .param("limit", limit);
        if (who.staff()) {
            statement = statement
                    .param("open", asked.everything("AB"))
                    .param("everywhere", who.everywhere())
                    .param("units", who.units())
                    .param("beats", who.places())
                    .param("open_only", who.openOnly())
                    .param("guarded", asked.everything("ABC"))
                    .param("own", who.own().toArray(Integer[]::new))
                    .param("knows", who.knows());
        }
        return statement
                .query((row, n) -> new Hit(row.getLong(1), row.getInt(2)))
                .list();
    }

    private static java.time.@Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
