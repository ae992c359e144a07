package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads instruments: those a person may see are those on their units, from their units, and of the places they look after. */
@Component
public class Instruments {

    /** Of one about what is kept off the board, whoever is kept from that sees that it is there, and no word of it. */
    private static final String LIST = """
            select i.id, i.kind, i.number_zh, i.number_en, case when hidden then '' else i.text_zh end, case when hidden then '' else i.text_en end,
              i.matter_id, case when hidden then '' else m.public_title end, i.unit, i.issuer, signer.name, i.served_at, i.answer_by, e.how, e.ended_at, ender.name, e.note
            from instrument i join matter m on m.id = i.matter_id left join instrument_end e on e.instrument_id = i.id
            left join account signed on signed.id = i.account left join person signer on signer.id = signed.person_id
            left join account ended on ended.id = e.account left join person ender on ender.id = ended.person_id
            cross join lateral (select m.confidential and not :discreet hidden) h
            where i.id < :before and (:kind = '' or i.kind = :kind)
              and (:state = '' or (:state = 'open' and e.how is null) or e.how = :state)
              and (:unit = '' or i.unit = (select u.id from unit u where u.code = :unit))
              and (:everywhere or i.unit = any(:units) or i.issuer = any(:units)
                or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
            order by i.id desc limit :limit
            """;

    private static final String ONE = """
            select i.id, i.kind, i.number_zh, i.number_en, i.text_zh, i.text_en, i.matter_id, m.public_title, i.unit, i.issuer, signer.name,
              i.served_at, i.answer_by, e.how, e.ended_at, ender.name, e.note
            from instrument i join matter m on m.id = i.matter_id left join instrument_end e on e.instrument_id = i.id
            left join account signed on signed.id = i.account left join person signer on signer.id = signed.person_id
            left join account ended on ended.id = e.account left join person ender on ender.id = ended.person_id
            where i.id = :id
            """;
    private static final String OF_MATTER = """
            select i.id, i.kind, i.number_zh, i.number_en, i.text_zh, i.text_en, i.matter_id, m.public_title, i.unit, i.issuer, signer.name,
              i.served_at, i.answer_by, e.how, e.ended_at, ender.name, e.note
            from instrument i join matter m on m.id = i.matter_id left join instrument_end e on e.instrument_id = i.id
            left join account signed on signed.id = i.account left join person signer on signer.id = signed.person_id
            left join account ended on ended.id = e.account left join person ender on ender.id = ended.person_id
            where i.matter_id = :matter order by i.id desc limit 200
            """;
    private static final String AGAINST = """
            select count(*) from (select 1 from standing s join instrument i on i.id = s.instrument_id
              where i.unit = any(:units) and i.kind = any(:kinds) limit 1000) capped
            """;
    private static final String PROPOSED = """
            select s.matter_id, m.public_title, s.proposed, m.lead_unit from standing s join matter m on m.id = s.matter_id
            where s.proposed is not null
              and (:everywhere or exists (select 1 from unnest(:places::text[]) reach(code) where m.place like reach.code || '%'))
            order by s.matter_id limit 100
            """;

    private final JdbcClient database;
    private final Ladders ladders;

    Instruments(JdbcClient database, Ladders ladders) {
        this.database = database;
        this.ladders = ladders;
    }

    /** What the list is narrowed to; empty words narrow nothing. */
    public record Narrowed(String kind, String state, String unit, long before) {}

    /** A signature somebody is asked for. */
    public record Proposal(
            MatterNumber matter,
            String title,
            String kind,
            @Nullable Integer unit) {}

    public List<Instrument> page(Actor actor, Narrowed narrowed, int limit) {
        boolean none = actor.role() == Role.ADMIN;
        return database.sql(LIST)
                .param("before", narrowed.before())
                .param("kind", narrowed.kind())
                .param("state", narrowed.state())
                .param("unit", narrowed.unit())
                .param("discreet", MatterLookup.discreet(actor))
                .param("everywhere", !none && actor.reach().everywhere())
                .param("units", none ? new Integer[0] : actor.reach().units().toArray(Integer[]::new))
                .param("places", overseen(actor))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Instrument> find(long id) {
        return database.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** Every instrument ever served for a matter, newest first. */
    List<Instrument> of(MatterNumber matter) {
        return database.sql(OF_MATTER)
                .param("matter", matter.id())
                .query((row, n) -> read(row))
                .list();
    }

    /** How many wait for an answer from the units this person reaches. */
    int against(Set<Integer> units) {
        return database.sql(AGAINST)
                .param("units", units.toArray(Integer[]::new))
                .param(
                        "kinds",
                        ladders.kinds().stream()
                                .filter(Rung::answerable)
                                .map(Rung::kind)
                                .toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** What waits for this supervisor's signature. */
    public List<Proposal> proposed(Actor actor) {
        if (actor.role() != Role.SUPERVISOR) {
            return List.of();
        }
        return database.sql(PROPOSED)
                .param("everywhere", actor.reach().everywhere())
                .param("places", overseen(actor))
                .query((row, n) -> new Proposal(
                        new MatterNumber(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        Occasions.integer(row, 4)))
                .list();
    }

    private static String[] overseen(Actor actor) {
        return actor.role() == Role.SUPERVISOR || actor.role() == Role.DISPATCHER
                ? actor.reach().places().toArray(String[]::new)
                : new String[0];
    }

    private static Instrument read(ResultSet row) throws SQLException {
        String how = row.getString(14);
        OffsetDateTime ended = row.getObject(15, OffsetDateTime.class);
        return new Instrument(
                row.getLong(1),
                row.getString(2),
                new Text(row.getString(3), row.getString(4)),
                new Text(row.getString(5), row.getString(6)),
                new MatterNumber(row.getLong(7)),
                row.getString(8),
                row.getInt(9),
                row.getInt(10),
                row.getString(11),
                Occasions.instant(row, 12),
                Occasions.instant(row, 13),
                how == null || ended == null
                        ? null
                        : new Instrument.Ended(how, ended.toInstant(), row.getString(16), row.getString(17)));
    }
}
