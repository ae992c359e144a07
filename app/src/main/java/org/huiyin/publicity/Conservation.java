package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.huiyin.frame.BoardCounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the lists twice: from the tally that every step keeps, and from the matters themselves. The second count reads every matter, so it
 * runs in the background, at most once a minute and only while somebody looks.
 */
@Component
class Conservation implements BoardCounts {

    private static final Logger log = LoggerFactory.getLogger(Conservation.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration TALLY_FRESH = Duration.ofSeconds(2);

    /** A count may take this share of the time at most, however many matters there are. */
    private static final int REST_FACTOR = 20;

    /** One snapshot for both counts: what is compared was true at the same moment. */
    private static final String BOTH = """
            select 'steps' as way, list, sum(n) from list_tally where programme = any(:programmes) group by list having sum(n) <> 0
            union all
            select 'matters', list, count(*) from matter where programme = any(:programmes) group by list
            """;

    private final JdbcClient database;
    private final Board board;
    private final OpenProgrammes programmes;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Checked> checked = new AtomicReference<>();
    private final AtomicReference<@Nullable Standing> standing = new AtomicReference<>();
    private final AtomicBoolean checking = new AtomicBoolean();

    Conservation(JdbcClient database, Board board, OpenProgrammes programmes, InstantSource clock) {
        this.database = database;
        this.board = board;
        this.programmes = programmes;
        this.clock = clock;
    }

    private record Counted(String way, String list, long n) {}

    /** The lists by town as the tally has them; seconds old at most. */
    record Standing(List<Board.Counted> counted, Instant asOf) {

        Tally tally(String placePrefix) {
            Map<String, Long> byList = new HashMap<>();
            counted.stream()
                    .filter(one -> one.town().startsWith(placePrefix))
                    .forEach(one -> byList.merge(one.list(), one.n(), Long::sum));
            return new Tally(byList);
        }
    }

    Standing standing() {
        Instant now = clock.instant();
        Standing known = standing.get();
        if (known != null && now.isBefore(known.asOf().plus(TALLY_FRESH)) && !now.isBefore(known.asOf())) {
            return known;
        }
        Standing fresh = new Standing(board.counts(), now);
        standing.set(fresh);
        return fresh;
    }

    /** The last double count; null until the first is done. Asks for another one when it is old. */
    @Nullable
    Checked checked() {
        Checked known = checked.get();
        Instant now = clock.instant();
        boolean old = known == null || Duration.between(known.asOf(), now).abs().compareTo(rest(known)) >= 0;
        if (old && checking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("conservation").start(this::check);
        }
        return known;
    }

    private static Duration rest(Checked known) {
        Duration rest = known.took().multipliedBy(REST_FACTOR);
        return rest.compareTo(FRESH) > 0 ? rest : FRESH;
    }

    @Override
    public Counts now() {
        Tally tally = standing().tally("");
        long apart = tally.raised() - tally.of("problem") - tally.of("task") - tally.of("result");
        return new Counts(tally.raised(), tally.of("problem"), tally.of("task"), tally.of("result"), apart);
    }

    /** Counts both ways now and keeps it. */
    Checked count() {
        Map<String, Long> steps = new HashMap<>();
        Map<String, Long> matters = new HashMap<>();
        long started = System.nanoTime();
        database.sql(BOTH)
                .param("programmes", programmes.names())
                .query((row, n) -> new Counted(row.getString(1), row.getString(2), row.getLong(3)))
                .list()
                .forEach(one -> (one.way().equals("steps") ? steps : matters).put(one.list(), one.n()));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Checked found = new Checked(new Tally(steps), new Tally(matters), clock.instant(), took);
        checked.set(found);
        return found;
    }

    private void check() {
        try {
            Checked found = count();
            if (!found.same()) {
                log.error("The board does not add up: {}; run doctor", found);
            }
        } catch (RuntimeException e) {
            log.warn("The lists could not be counted twice; the board shows the last count", e);
        } finally {
            checking.set(false);
        }
    }
}
