package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.evidence.MayReadKept;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what units answered to instruments; whoever sees an instrument sees the proof that came with its answers. */
@Component
class Answers implements MayReadKept {

    /** The kind under which answers keep attachments. */
    static final String KIND = "instrument-answer";

    private static final String OF = """
            select a.id, a.answered_at, a.unit, writer.name, a.text, a.accepted, a.judged_at, a.judge_unit, judge.name, a.reason
            from instrument_answer a
            left join account wrote on wrote.id = a.account left join person writer on writer.id = wrote.person_id
            left join account judged on judged.id = a.judge_account left join person judge on judge.id = judged.person_id
            where a.instrument_id = :instrument order by a.id
            """;
    private static final String INSTRUMENT = """
            select instrument_id from instrument_answer where id = :id
            """;
    private static final String WAITING = """
            select i.id, i.number_zh, i.number_en, i.matter_id, m.public_title, i.unit
            from instrument_end e join instrument i on i.id = e.instrument_id
            join clock c on c.matter_id = i.matter_id and c.ordinal = i.ordinal join matter m on m.id = i.matter_id
            where e.how = 'answered' and c.stopped_at is null and i.unit <> all(:own)
              and (:everywhere or i.issuer = any(:units)
              or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
            order by e.ended_at, i.id limit 100
            """;

    private final JdbcClient database;
    private final Instruments instruments;
    private final Rights rights;

    Answers(JdbcClient database, Instruments instruments, Rights rights) {
        this.database = database;
        this.instruments = instruments;
        this.rights = rights;
    }

    /** An answer somebody is to judge. */
    record Waiting(long instrument, Text number, MatterNumber matter, String title, int unit) {}

    /** Every answer to an instrument, oldest first. */
    List<Answer> of(long instrument) {
        return database.sql(OF)
                .param("instrument", instrument)
                .query((row, n) -> read(row))
                .list();
    }

    /** The answers that wait for this person's judgement; of matters that were answered meanwhile none does. */
    List<Waiting> waiting(Actor actor) {
        if (actor.role() != Role.SUPERVISOR && actor.role() != Role.DISPATCHER) {
            return List.of();
        }
        boolean overlooks = actor.role() == Role.SUPERVISOR;
        return database.sql(WAITING)
                .param("own", rights.own(actor).toArray(Integer[]::new))
                .param("everywhere", overlooks && actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("places", overlooks ? actor.reach().places().toArray(String[]::new) : new String[0])
                .query((row, n) -> new Waiting(
                        row.getLong(1),
                        new Text(row.getString(2), row.getString(3)),
                        new MatterNumber(row.getLong(4)),
                        row.getString(5),
                        row.getInt(6)))
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        Optional<Long> instrument =
                database.sql(INSTRUMENT).param("id", id).query(Long.class).optional();
        return instrument
                .flatMap(instruments::find)
                .filter(one -> rights.maySee(actor, one))
                .isPresent();
    }

    private static Answer read(ResultSet row) throws SQLException {
        boolean accepted = row.getBoolean(6);
        boolean waits = row.wasNull();
        OffsetDateTime at = row.getObject(7, OffsetDateTime.class);
        Answer.@Nullable Judged judged = waits
                ? null
                : new Answer.Judged(accepted, at.toInstant(), row.getInt(8), row.getString(9), row.getString(10));
        return new Answer(
                row.getLong(1), Occasions.instant(row, 2), row.getInt(3), row.getString(4), row.getString(5), judged);
    }
}
