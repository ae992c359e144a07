package org.huiyin.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closed matters the lot chose to be looked at again: which are still to be looked at, how far a month is, and the step that says what was
 * found. Everything but the choice itself follows from the matters' steps.
 */
@Component
class LookBacks {

    private static final int MONTHS = 3;

    private static final String WAITING = """
            select d.month, d.matter_id, m.public_title, d.unit
            from sample_member d join sample s on s.programme = d.programme and s.kind = d.kind and s.month = d.month
            join matter m on m.id = d.matter_id
            where d.kind = 'look-back' and d.chosen and d.programme = :programme and d.month >= :since and m.state = :state
              and (d.month, d.matter_id) > (:after_month, :after_matter)
              and d.unit <> all(:own) and (:everywhere or m.office_unit = any(:units)
                or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
              and not exists (select 1 from step l where l.matter_id = d.matter_id and l.name = any(:looked) and l.recorded_at >= s.drawn_at)
            order by d.month, d.matter_id limit :limit
            """;
    private static final String PROGRESS = """
            select d.month, count(*), count(*) filter (where done.name = :holds), count(*) filter (where done.name = :fails),
              count(*) filter (where done.name is null and (m.state <> :state or d.month < :since)),
              count(*) filter (where done.name is null and m.state = :state and d.month >= :since)
            from sample_member d join sample s on s.programme = d.programme and s.kind = d.kind and s.month = d.month
            join matter m on m.id = d.matter_id
            left join lateral (select l.name from step l where l.matter_id = d.matter_id and l.name = any(:looked) and l.recorded_at >= s.drawn_at
              order by l.seq limit 1) done on true
            where d.kind = 'look-back' and d.chosen and d.programme = :programme and d.month >= :from
              and (:everywhere or m.office_unit = any(:units)
                or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
            group by d.month order by d.month desc
            """;
    private static final String DRAWN = """
            select d.month, d.unit, s.drawn_at from sample_member d
            join sample s on s.programme = d.programme and s.kind = d.kind and s.month = d.month
            where d.kind = 'look-back' and d.chosen and d.programme = :programme and d.matter_id = :matter order by d.month desc limit 1
            """;

    private final JdbcClient database;
    private final Actors actors;
    private final Desk desk;
    private final InstantSource clock;
    private final Samples samples;
    private final ZoneId zone;

    LookBacks(
            JdbcClient database,
            Actors actors,
            Desk desk,
            InstantSource clock,
            Samples samples,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.actors = actors;
        this.desk = desk;
        this.clock = clock;
        this.samples = samples;
        this.zone = zone;
    }

    /** A matter to be looked at again. */
    record Waiting(YearMonth month, MatterNumber matter, String title, int unit) {}

    /** A matter that was drawn, and the unit that had handled it. */
    record Drawn(YearMonth month, int unit, Instant drawnAt) {}

    /** What was found, as somebody wants to write it down. */
    record Found(boolean holds, Map<String, Object> fields, List<String> evidence, int expected) {}

    /** Whether this person looks back at all. */
    static boolean looks(Actor actor) {
        return actor.role() == Role.SUPERVISOR;
    }

    /** Whether this person may look back at what that unit handled: never their own. */
    boolean mayLook(Actor actor, int unit) {
        return looks(actor) && !actors.ownUnits(actor).contains(unit);
    }

    Plan plan() {
        return samples.plans().stream()
                .filter(plan -> plan.kind().equals(Plan.LOOK_BACK))
                .findFirst()
                .orElseThrow();
    }

    /** The steps by which a look-back ends. */
    private static String[] looked(Plan plan) {
        return new String[] {step(plan, true), step(plan, false)};
    }

    static String step(Plan plan, boolean holds) {
        String name = holds ? plan.holds() : plan.fails();
        if (name == null) {
            throw new IllegalStateException("samples.yaml names no step for a look-back of " + plan.programme());
        }
        return name;
    }

    /** Those still to be looked at in time, oldest first. */
    List<Waiting> waiting(Actor actor, After after, int limit) {
        Plan plan = plan();
        return database.sql(WAITING)
                .param("programme", plan.programme())
                .param("state", plan.state())
                .param("looked", looked(plan))
                .param("since", since(plan).atDay(1))
                .param("after_month", after.month().atDay(1))
                .param("after_matter", after.matter())
                .param("own", actors.ownUnits(actor).toArray(Integer[]::new))
                .param("everywhere", actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("places", actor.reach().places().toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) ->
                        new Waiting(month(row, 1), new MatterNumber(row.getLong(2)), row.getString(3), row.getInt(4)))
                .list();
    }

    /** How far the samples of the last months are, newest first. */
    List<SampleProgress> progress(Actor actor) {
        Plan plan = plan();
        return database.sql(PROGRESS)
                .param("programme", plan.programme())
                .param("state", plan.state())
                .param("holds", step(plan, true))
                .param("fails", step(plan, false))
                .param("looked", looked(plan))
                .param("since", since(plan).atDay(1))
                .param("from", YearMonth.from(today()).minusMonths(MONTHS).atDay(1))
                .param("everywhere", actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("places", actor.reach().places().toArray(String[]::new))
                .query((row, n) -> new SampleProgress(
                        month(row, 1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .list();
    }

    Optional<Drawn> drawn(MatterNumber matter) {
        return database.sql(DRAWN)
                .param("programme", plan().programme())
                .param("matter", matter.id())
                .query((row, n) -> new Drawn(
                        month(row, 1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Says what was found, by the step of the programme that says so. */
    Outcome write(Actor actor, Matter matter, Drawn drawn, Found found) {
        return desk.perform(StepRequest.further(
                        matter.number(),
                        found.expected(),
                        step(plan(), found.holds()),
                        actor,
                        found.fields(),
                        "look-back-" + drawn.month() + "-" + matter.number())
                .withEvidence(found.evidence()));
    }

    /** The first month whose sample can still be looked at in time. */
    private YearMonth since(Plan plan) {
        LocalDate today = today();
        YearMonth month = YearMonth.from(today).minusMonths(MONTHS);
        while (plan.lastDay(month).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return month;
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
