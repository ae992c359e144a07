package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.calendar.Calendars;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes matters up the ladder: an instrument nobody answered lapses, and the next one is served when its time has come, or proposed where a
 * person has to sign. A clock that stands still holds its matter where it is.
 */
final class Climb {

    private static final int AT_ONCE = 200;

    private static final String WAITING = """
            select s.matter_id, s.ordinal, c.name, c.unit, s.term, s.act_at, c.due_at, c.started_at, m.programme, m.lead_unit, m.desk_unit,
              m.office_unit, m.place, m.public_title, s.kind, s.instrument_id
            from standing s join clock c on c.matter_id = s.matter_id and c.ordinal = s.ordinal join matter m on m.id = s.matter_id
            where s.act_at <= :now and c.running
            order by s.act_at, s.matter_id limit :most
            for update of s skip locked
            """;
    private static final String LAPSE = """
            insert into instrument_end (instrument_id, how, ended_at, account, post, unit, note)
            select id, 'lapsed', :now, 0, 0, 0, '' from unnest(:instruments) lapsed(id)
            """;
    private static final String WAIT = """
            update standing set instrument_id = null, act_at = wanted.at
            from unnest(:matters::bigint[], :ats::timestamptz[]) wanted(matter_id, at) where standing.matter_id = wanted.matter_id
            """;
    private static final String PROPOSE = """
            update standing set instrument_id = null, act_at = null, proposed = wanted.kind
            from unnest(:matters::bigint[], :kinds::text[]) wanted(matter_id, kind) where standing.matter_id = wanted.matter_id
            """;

    private final Ladders ladders;
    private final Calendars calendars;
    private final Ledger ledger;
    private final Servings servings;
    private final Messages messages;

    Climb(Ladders ladders, Calendars calendars, Ledger ledger, Servings servings, Messages messages) {
        this.ladders = ladders;
        this.calendars = calendars;
        this.ledger = ledger;
        this.servings = servings;
        this.messages = messages;
    }

    private record Waiting(
            Occasion occasion, String kind, @Nullable Long open) {}

    /** What happens to one matter now. */
    private sealed interface Move {

        record Served(Serving serving) implements Move {}

        record Proposed(Occasion occasion, Rung rung) implements Move {}

        record Waits(long matter, Instant until) implements Move {}

        record Done(long matter) implements Move {}
    }

    /** Moves those whose time came first; false when none was left. */
    boolean climb(JdbcClient database, Instant now) {
        List<Waiting> waiting = database.sql(WAITING)
                .param("now", Occasions.time(now))
                .param("most", AT_ONCE)
                .query((row, n) -> read(row))
                .list();
        lapse(database, waiting, now);
        List<Move> moves = waiting.stream().map(one -> move(one, now)).toList();
        waits(database, of(moves, Move.Waits.class));
        propose(database, of(moves, Move.Proposed.class), now);
        ledger.standDown(
                database,
                of(moves, Move.Done.class).stream().map(Move.Done::matter).toList());
        List<Serving> next =
                of(moves, Move.Served.class).stream().map(Move.Served::serving).toList();
        servings.serve(database, ledger.claimRungs(database, next, now), now);
        return waiting.size() == AT_ONCE;
    }

    private Move move(Waiting one, Instant now) {
        Occasion occasion = one.occasion();
        Optional<Rung> next = ladders.of(occasion.programme(), occasion.began())
                .filter(ladder -> ladder.find(one.kind()).isPresent())
                .flatMap(ladder -> ladder.next(one.kind()));
        Integer lead = occasion.lead();
        if (next.isEmpty() || lead == null) {
            return new Move.Done(occasion.matter());
        }
        Rung rung = next.get();
        Instant earliest =
                rung.earliest(occasion.due(), now, calendars.current().calendar());
        if (earliest.isAfter(now)) {
            return new Move.Waits(occasion.matter(), earliest);
        }
        return rung.byMachine()
                ? new Move.Served(new Serving(occasion, rung, lead, Serving.By.machine(occasion.office()), ""))
                : new Move.Proposed(occasion, rung);
    }

    private static void lapse(JdbcClient database, List<Waiting> waiting, Instant now) {
        Long[] open =
                waiting.stream().map(Waiting::open).filter(id -> id != null).toArray(Long[]::new);
        if (open.length > 0) {
            database.sql(LAPSE)
                    .param("now", Occasions.time(now))
                    .param("instruments", open)
                    .update();
        }
    }

    private static void waits(JdbcClient database, List<Move.Waits> waits) {
        if (!waits.isEmpty()) {
            database.sql(WAIT)
                    .param("matters", waits.stream().map(Move.Waits::matter).toArray(Long[]::new))
                    .param(
                            "ats",
                            waits.stream().map(one -> one.until().toString()).toArray(String[]::new))
                    .update();
        }
    }

    private void propose(JdbcClient database, List<Move.Proposed> proposed, Instant now) {
        if (proposed.isEmpty()) {
            return;
        }
        database.sql(PROPOSE)
                .param(
                        "matters",
                        proposed.stream().map(one -> one.occasion().matter()).toArray(Long[]::new))
                .param("kinds", proposed.stream().map(one -> one.rung().kind()).toArray(String[]::new))
                .update();
        List<Telling> tellings = new ArrayList<>();
        for (Move.Proposed one : proposed) {
            Occasion occasion = one.occasion();
            tellings.add(new Telling(
                    "instrument-proposed",
                    List.of(Audience.over(occasion.place(), Role.SUPERVISOR)),
                    List.of(
                            Word.of(occasion.title()),
                            Word.of(one.rung().name()),
                            Word.unit(occasion.lead() == null ? 0 : occasion.lead())),
                    "/desk/matters/" + occasion.number(),
                    occasion.matter(),
                    occasion.at(),
                    0));
        }
        messages.tell(database, tellings, now);
    }

    private static Waiting read(ResultSet row) throws SQLException {
        long open = row.getLong(16);
        Long instrument = row.wasNull() ? null : open;
        return new Waiting(Occasions.read(row), row.getString(15), instrument);
    }

    private static <T extends Move> List<T> of(List<Move> moves, Class<T> kind) {
        return moves.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
