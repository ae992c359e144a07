package org.huiyin.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls to raisers whose matters were drawn: who is still to be called, every attempt, and what was said. */
@Component
public class Callbacks {

    /** So many months back a raiser is still called. */
    private static final int MONTHS = 3;

    private static final String WAITING = """
            select d.programme, d.month, d.matter_id, m.public_title, d.unit,
              (select count(*) from callback_attempt a where a.matter_id = d.matter_id and a.month = d.month)
            from sample_member d join matter m on m.id = d.matter_id
            where d.kind = 'callback' and d.chosen and d.month >= :since and (d.month, d.matter_id) > (:after_month, :after_matter)
              and d.unit <> all(:own) and (:everywhere or m.office_unit = any(:units)
                or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
              and (select count(*) from callback_attempt a where a.matter_id = d.matter_id and a.month = d.month
                and a.outcome = 'not-reached') < :most
              and not exists (select 1 from callback_attempt a where a.matter_id = d.matter_id and a.month = d.month
                and a.outcome <> 'not-reached')
            order by d.month, d.matter_id limit :limit
            """;
    private static final String PROGRESS = """
            select month, count(*), count(*) filter (where concluded), count(*) filter (where not concluded and vain >= :most),
              count(*) filter (where not concluded and vain < :most)
            from (
              select d.month,
                exists (select 1 from callback_attempt a where a.matter_id = d.matter_id and a.month = d.month and a.outcome <> 'not-reached')
                  as concluded,
                (select count(*) from callback_attempt a where a.matter_id = d.matter_id and a.month = d.month and a.outcome = 'not-reached') as vain
              from sample_member d join matter m on m.id = d.matter_id
              where d.kind = 'callback' and d.chosen and d.month >= :since and (:everywhere or m.office_unit = any(:units)
                or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))) drawn
            group by month order by month desc
            """;
    private static final String DRAWN = """
            select programme, month, unit from sample_member where kind = 'callback' and chosen and matter_id = :matter
            order by month desc limit 1
            """;
    private static final String ATTEMPTS = """
            select a.tried_at, a.unit, person.name, a.outcome, a.contacted, a.solved, a.satisfied, a.note
            from callback_attempt a left join account on account.id = a.account left join person on person.id = account.person_id
            where a.matter_id = :matter and a.month = :month order by a.id
            """;
    private static final String TRY = """
            insert into callback_attempt (programme, month, matter_id, account, post, unit, tried_at, outcome, contacted, solved, satisfied, note)
            values (:programme, :month, :matter, :account, :post, :unit, :now, :outcome, :contacted, :solved, :satisfied, :note)
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final Desk desk;
    private final InstantSource clock;
    private final Samples samples;

    Callbacks(JdbcClient database, Organisation organisation, Desk desk, InstantSource clock, Samples samples) {
        this.database = database;
        this.organisation = organisation;
        this.desk = desk;
        this.clock = clock;
        this.samples = samples;
    }

    /** Somebody to be called. */
    public record Waiting(
            String programme, YearMonth month, MatterNumber matter, String title, int unit, int attempts) {}

    /** A matter that was drawn. */
    public record Drawn(String programme, YearMonth month, int unit) {}

    /** A call, as it was written down. */
    record Attempt(
            Instant at,
            int unit,
            @Nullable String by,
            String outcome,
            @Nullable String contacted,
            @Nullable String solved,
            @Nullable String satisfied,
            String note) {

        boolean concludes() {
            return !outcome.equals("not-reached");
        }
    }

    /** Whether this person makes calls at all. */
    static boolean calls(Actor actor) {
        return actor.role() == Role.DISPATCHER || actor.role() == Role.SUPERVISOR;
    }

    /** Whether this person may call about a matter that unit handled: never its own people. */
    boolean mayCall(Actor actor, int unit) {
        return calls(actor) && !own(actor).contains(unit);
    }

    /** The units that are no strangers to this person: the own one, those it belongs to and those that belong to it. */
    private Set<Integer> own(Actor actor) {
        Set<Integer> own = new HashSet<>();
        List<Unit> line = organisation.units().line(actor.unit());
        line.forEach(unit -> own.add(unit.id()));
        if (line.size() > 1) {
            own.addAll(organisation.units().subtree(actor.unit()));
        }
        return own;
    }

    /** Those who are still to be called, of the last three months' samples, oldest first. */
    public List<Waiting> waiting(Actor actor, After after, int limit) {
        Plan plan = plan();
        return database.sql(WAITING)
                .param("since", since().atDay(1))
                .param("after_month", after.month().atDay(1))
                .param("after_matter", after.matter())
                .param("own", own(actor).toArray(Integer[]::new))
                .param("everywhere", actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("places", actor.reach().places().toArray(String[]::new))
                .param("most", plan.attempts())
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getString(1),
                        month(row, 2),
                        new MatterNumber(row.getLong(3)),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }

    /** How far the samples of the last months are, newest first. */
    List<SampleProgress> progress(Actor actor) {
        return database.sql(PROGRESS)
                .param("since", since().atDay(1))
                .param("everywhere", actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("places", actor.reach().places().toArray(String[]::new))
                .param("most", plan().attempts())
                .query((row, n) -> new SampleProgress(
                        month(row, 1), row.getInt(2), row.getInt(3), 0, row.getInt(4), row.getInt(5)))
                .list();
    }

    private YearMonth since() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(MONTHS);
    }

    public Optional<Drawn> drawn(MatterNumber matter) {
        return database.sql(DRAWN)
                .param("matter", matter.id())
                .query((row, n) -> new Drawn(row.getString(1), month(row, 2), row.getInt(3)))
                .optional();
    }

    List<Attempt> attempts(MatterNumber matter, YearMonth month) {
        return database.sql(ATTEMPTS)
                .param("matter", matter.id())
                .param("month", month.atDay(1))
                .query((row, n) -> new Attempt(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /** A call as somebody wants to write it down. */
    public record Call(String outcome, String contacted, String solved, String satisfied, String note) {

        boolean reached() {
            return outcome.equals("reached");
        }
    }

    /** What came of writing a call down. */
    public enum Written {
        /** Kept, and the rating is stored with the matter, since its raiser had given none. */
        RATED,
        /** Kept apart from the rating the raiser gave, or there was nothing to rate. */
        KEPT,
        /** The call was concluded before. */
        CONCLUDED
    }

    /** Writes a call down; a rating given in it goes to the matter while that waits for one. */
    public Written write(Actor actor, Matter matter, Drawn drawn, Call call) {
        if (attempts(matter.number(), drawn.month()).stream().anyMatch(Attempt::concludes)) {
            return Written.CONCLUDED;
        }
        boolean rated = call.reached() && rate(actor, matter, drawn, call);
        try {
            database.sql(TRY)
                    .param("programme", drawn.programme())
                    .param("month", drawn.month().atDay(1))
                    .param("matter", matter.id())
                    .param("account", actor.account())
                    .param("post", actor.post())
                    .param("unit", actor.unit())
                    .param("now", Samples.time(clock.instant()))
                    .param("outcome", call.outcome())
                    .param("contacted", call.reached() ? call.contacted() : null)
                    .param("solved", call.reached() ? call.solved() : null)
                    .param("satisfied", call.reached() ? call.satisfied() : null)
                    .param("note", call.note())
                    .update();
        } catch (DuplicateKeyException e) {
            return Written.CONCLUDED; // a colleague concluded it at the same moment
        }
        return rated ? Written.RATED : Written.KEPT;
    }

    private boolean rate(Actor actor, Matter matter, Drawn drawn, Call call) {
        String step = plan().rates();
        if (step == null) {
            return false;
        }
        Outcome outcome = desk.perform(StepRequest.further(
                matter.number(),
                StepRequest.ANY,
                step,
                actor,
                Map.of(
                        "contacted", call.contacted(),
                        "solved", call.solved(),
                        "satisfied", call.satisfied(),
                        "callback-note", call.note()),
                "callback-" + drawn.month() + "-" + matter.number()));
        // a matter its raiser rated or that was closed takes no rating by call; the call is kept all the same
        return outcome instanceof Outcome.Done;
    }

    private Plan plan() {
        return samples.plans().stream()
                .filter(plan -> plan.kind().equals(Plan.CALLBACK))
                .findFirst()
                .orElseThrow();
    }

    private static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
