package org.huiyin.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns accounts into actors: a person acts at one post at a time, or as a resident who holds none. */
@Component
public class Actors {

    private static final String POSTS = """
            select account.id as account, person.id as person, person.name, person.sealed_name, post.id as post, post.unit_id, post.role, post.title,
                   post.reach_places, post.reach_everywhere
            from account
            join person on person.id = account.person_id
            left join post on post.person_id = person.id and post.active
            where account.id = :account and account.active
            order by post.id
            """;

    private static final String EVERYBODY = """
            select account.id as account, person.id as person, person.name, person.sealed_name, post.id as post, post.unit_id, post.role, post.title,
                   post.reach_places, post.reach_everywhere
            from account
            join person on person.id = account.person_id
            left join post on post.person_id = person.id and post.active
            where account.active
            order by account.id, post.id
            """;
    private static final String UNITS = """
            select distinct post.unit_id
            from account
            join post on post.person_id = account.person_id and post.active
            where account.id = :account
            """;

    /** Posts change rarely, and a page of a list asks for the same person fifty times. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int KEPT = 20_000;

    private final JdbcClient database;
    private final Organisation organisation;
    private final Keyring keyring;
    private final InstantSource clock;
    private final Map<Long, Held> units = new ConcurrentHashMap<>();

    private record Held(Set<Integer> ids, Instant readAt) {}

    Actors(JdbcClient database, Organisation organisation, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Every way in which the holder of an account may act: one for each post, or the resident. Empty for a closed account. */
    public List<Holding> of(long account) {
        return database.sql(POSTS)
                .param("account", account)
                .query((row, n) -> holding(row))
                .list();
    }

    /** Everybody at every post, and every resident; for loading a city, not for pages. */
    public List<Actor> everybody() {
        return database.sql(EVERYBODY).query((row, n) -> holding(row).actor()).list();
    }

    /** The actor at one post; post 0 is the resident. Empty when the account does not hold it (any more). */
    public Optional<Actor> at(long account, long post) {
        return of(account).stream()
                .map(Holding::actor)
                .filter(actor -> actor.post() == post)
                .findFirst();
    }

    /** The units of every post the holder of an account holds, whichever they act from; a few seconds old at most. */
    public Set<Integer> unitsOf(long account) {
        Instant now = clock.instant();
        Held found = units.get(account);
        if (found == null || found.readAt().plus(FRESH).isBefore(now)) {
            found = new Held(
                    Set.copyOf(database.sql(UNITS)
                            .param("account", account)
                            .query(Integer.class)
                            .list()),
                    now);
            if (units.size() >= KEPT) {
                units.clear();
            }
            units.put(account, found);
        }
        return found.ids();
    }

    /**
     * The units that are this person's own, from whichever post they look: theirs, those they belong to and, unless they supervise, those that
     * belong to them. Nobody inspects or judges their own.
     */
    public Set<Integer> ownUnits(Actor person) {
        Units all = organisation.units();
        Set<Integer> own = new HashSet<>();
        own.add(person.unit());
        unitsOf(person.account()).forEach(unit -> all.line(unit).forEach(above -> own.add(above.id())));
        if (person.role() != Role.SUPERVISOR) {
            own.addAll(all.subtree(person.unit()));
        }
        return own;
    }

    /** A post somebody holds, with its title. */
    public record Holding(Actor actor, String title) {}

    private Holding holding(ResultSet row) throws SQLException {
        long post = row.getLong("post");
        if (row.wasNull()) {
            return new Holding(
                    new Actor(row.getLong("account"), 0, 0, Role.RESIDENT, name(row), Reach.NOWHERE, null), "");
        }
        int unit = row.getInt("unit_id");
        var actor = new Actor(
                row.getLong("account"),
                post,
                unit,
                Role.valueOf(row.getString("role")),
                name(row),
                reach(row, unit),
                null);
        return new Holding(actor, row.getString("title"));
    }

    private String name(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed_name");
        return sealed == null ? row.getString("name") : SealedPeople.openName(keyring, row.getLong("person"), sealed);
    }

    private Reach reach(ResultSet row, int unit) throws SQLException {
        return row.getBoolean("reach_everywhere")
                ? Reach.EVERYWHERE
                : new Reach(false, organisation.units().subtree(unit), OrganisationRows.strings(row, "reach_places"));
    }
}
