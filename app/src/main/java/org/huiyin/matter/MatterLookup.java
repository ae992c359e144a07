package org.huiyin.matter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Reads one matter: as it stands, how it came there, and what a person may do with it. */
public class MatterLookup {

    private static final String HISTORY = """
            select matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, fields::text, evidence, key
            from step where matter_id = :matter order by seq
            """;
    private static final String HISTORIES = """
            select matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, fields::text, evidence, key
            from step where matter_id = any(:matters) order by matter_id, seq
            """;
    private static final String FIRSTS = """
            select matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, fields::text, evidence, key
            from step where matter_id = any(:matters) and seq = 1
            """;
    private static final String RAISED_SINCE = """
            select id from matter where raised_at >= :since and programme = any(:programmes) and not confidential order by id desc limit :limit
            """;
    private static final String SEALED = """
            select seq, sealed from step where matter_id = :matter and sealed is not null order by seq
            """;
    private static final String RAISED_BY = """
            select id from matter where raiser = :account order by id desc limit :limit
            """;
    private static final String MERGED = """
            select id from matter where merged_into = :matter order by id limit 1000
            """;

    private final JdbcClient database;
    private final DataSource source;
    private final Programmes programmes;
    private final Lifecycle lifecycle;
    private final Directory directory;
    private final Keyring keyring;
    private final InstantSource clock;

    MatterLookup(Desk.Equipment equipment) {
        this.source = equipment.database();
        this.database = JdbcClient.create(source);
        this.programmes = equipment.programmes();
        this.lifecycle = new Lifecycle(equipment.calendars(), equipment.directory(), equipment.zone());
        this.directory = equipment.directory();
        this.keyring = equipment.keyring();
        this.clock = equipment.clock();
    }

    /** The matter, for whoever may see it; see {@link #mayRead}. */
    public Optional<Matter> find(MatterNumber number) {
        return findAll(List.of(number.id())).values().stream().findFirst();
    }

    /** Matters by id; unknown ids are left out. */
    public Map<Long, Matter> findAll(List<Long> ids) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return Matters.find(connection, ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Matters could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** The programme version the matter lives under. */
    public Programme programmeOf(Matter matter) {
        return programmes.version(matter.programme(), matter.programmeVersion());
    }

    /** Whether another matter may still be merged into this one. */
    public boolean joinable(Matter matter) {
        return matter.joinable() && programmeOf(matter).takesIn(matter.state());
    }

    /** Every step of a matter, oldest first, without what is sealed. */
    public List<Step> history(MatterNumber number) {
        return database.sql(HISTORY)
                .param("matter", number.id())
                .query((row, n) -> Steps.read(row))
                .list();
    }

    /** The same of many matters, by id. */
    public Map<Long, List<Step>> histories(List<Long> ids) {
        return database
                .sql(HISTORIES)
                .param("matters", ids.toArray(Long[]::new))
                .query((row, n) -> Steps.read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::matter));
    }

    /** The steps these matters began with, by id. */
    public Map<Long, Step> firsts(List<Long> ids) {
        return database
                .sql(FIRSTS)
                .param("matters", ids.toArray(Long[]::new))
                .query((row, n) -> Steps.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Step::matter, step -> step));
    }

    /** The newest matters raised since then that are not confidential, by id. */
    public Map<Long, Matter> raisedSince(Instant since, List<String> of, int limit) {
        return findAll(database.sql(RAISED_SINCE)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("programmes", of.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /** The sealed fields of a matter's steps, opened: step number → fields. Only for those {@link #mayKnowRaiser} allows. */
    public Map<Integer, Map<String, Object>> unsealed(MatterNumber number) {
        Map<Integer, Map<String, Object>> opened = new java.util.TreeMap<>();
        database.sql(SEALED).param("matter", number.id()).query((ResultSet row) -> {
            String json = keyring.open(row.getBytes(2), Steps.owner(number.id(), row.getInt(1)));
            opened.put(row.getInt(1), Steps.fields(json));
        });
        return opened;
    }

    /** The newest matters an account raised. */
    public List<Matter> raisedBy(long account, int limit) {
        List<Long> ids = database.sql(RAISED_BY)
                .param("account", account)
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
        Map<Long, Matter> found = findAll(ids);
        return ids.stream().map(found::get).toList();
    }

    /** The matters merged into this one. */
    public List<MatterNumber> merged(MatterNumber number) {
        return database.sql(MERGED)
                .param("matter", number.id())
                .query((row, n) -> new MatterNumber(row.getLong(1)))
                .list();
    }

    /** Whether somebody of this role may know of what is kept off the board, as far as it is theirs. */
    public static boolean discreet(Actor actor) {
        return !Relations.openOnly(actor.role());
    }

    /** Whether this person, as staff or as its raiser, may see the matter. */
    public boolean mayRead(Actor actor, Matter matter) {
        return Relations.raised(actor, matter) || Relations.mayRead(actor, matter);
    }

    /** Whether this person raised the matter, signed in or holding its query code. */
    public boolean raised(Actor actor, Matter matter) {
        return Relations.raised(actor, matter);
    }

    /** Whether this person may know who raised it: never anybody of the unit complained of or one below it,
     * from whichever post they look, and of a confidential matter only the office. */
    public boolean mayKnowRaiser(Actor actor, Matter matter) {
        Integer complainedOf = matter.complainedOf();
        boolean theirs = complainedOf != null && directory.belongsTo(actor, complainedOf);
        return Relations.raised(actor, matter) || (!theirs && Relations.mayKnowRaiser(actor, matter));
    }

    /** The steps this person may take now, in the programme's order. */
    public List<StepRule> open(Matter matter, Actor actor) {
        return lifecycle.open(programmeOf(matter), matter, actor, clock.instant());
    }
}
