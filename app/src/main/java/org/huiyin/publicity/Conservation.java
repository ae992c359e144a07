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
 * Counts the lists twice, from all steps and from the matters, and holds the kept counts that pages show against both. Counting reads every
 * step, so it runs in the background, at most once a minute, a twentieth of the time at most, and only while somebody looks; pages say as of
 * when.
 */
@Component
class Conservation implements BoardCounts {

    private static final Logger log = LoggerFactory.getLogger(Conservation.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration TALLY_FRESH = Duration.ofSeconds(2);

    /** A count may take this share of the time at most, however many matters there are. */
    private static final int REST_FACTOR = 20;

    /**
     * One snapshot for all counts: what is compared was true at the same moment. Of the steps it gives how many led from where to where; no
     * matter is looked at, so nothing a projection says can enter.
     */
    private static final String ALL = """
            select 'kept' as way, programme, 0 as version, '' as left_state, list as entered, sum(n) as n
            from list_tally where programme = any(:programmes) group by programme, list having sum(n) <> 0
            union all
            select 'matters', programme, 0, '', list, count(*) from matter where programme = any(:programmes) group by programme, list
            union all
            select 'steps', programme, programme_version, from_state, to_state, count(*)
            from step where programme = any(:programmes) group by programme, programme_version, from_state, to_state
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

    private record Counted(String way, String programme, int version, String left, String entered, long n) {}

    /** The lists by town as the tally has them; seconds old at most. */
    record Standing(List<Board.Counted> counted, Instant asOf) {

        Tally tally(String programme, String placePrefix) {
            Map<String, Long> byList = new HashMap<>();
            counted.stream()
                    .filter(one ->
                            one.programme().equals(programme) && one.town().startsWith(placePrefix))
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

    /** The last count; null until the first is done. Asks for another one when it is old. */
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
        Tally tally = standing().tally(programmes.own().name(), "");
        long apart = tally.raised() - tally.of("problem") - tally.of("task") - tally.of("result");
        return new Counts(tally.raised(), tally.of("problem"), tally.of("task"), tally.of("result"), apart);
    }

    /** Counts all ways now and keeps it. */
    Checked count() {
        Map<String, Ways> ways = new HashMap<>();
        Instant asOf = clock.instant();
        long started = System.nanoTime();
        List<Counted> counted = database.sql(ALL)
                .param("programmes", programmes.names())
                .query((row, n) -> new Counted(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)))
                .list();
        for (Counted one : counted) {
            Ways of = ways.computeIfAbsent(one.programme(), any -> new Ways());
            switch (one.way()) {
                case "kept" -> of.kept.put(one.entered(), one.n());
                case "matters" -> of.matters.put(one.entered(), one.n());
                default -> follow(one, of.steps);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Map<String, Checked.Ways> byProgramme = new HashMap<>();
        ways.forEach((programme, of) -> byProgramme.put(programme, of.tallied()));
        Checked found = new Checked(byProgramme, asOf, took);
        checked.set(found);
        return found;
    }

    /** The lists of one programme while they are counted. */
    private static final class Ways {

        private final Map<String, Long> kept = new HashMap<>();
        private final Map<String, Long> steps = new HashMap<>();
        private final Map<String, Long> matters = new HashMap<>();

        Checked.Ways tallied() {
            steps.values().removeIf(n -> n == 0);
            return new Checked.Ways(new Tally(kept), new Tally(steps), new Tally(matters));
        }
    }

    /** So many steps led from one state into another: that many more on the one list, that many less on the other. */
    private void follow(Counted way, Map<String, Long> steps) {
        steps.merge(list(way, way.entered()), way.n(), Long::sum);
        if (!way.left().isEmpty()) {
            steps.merge(list(way, way.left()), -way.n(), Long::sum);
        }
    }

    private String list(Counted way, String state) {
        return programmes
                .version(way.programme(), way.version())
                .map(programme -> programme.state(state).list())
                .orElse(state);
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
