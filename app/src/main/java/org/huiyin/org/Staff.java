package org.huiyin.org;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the house: registers persons, their posts and their accounts. */
@Component
public class Staff {

    private static final String IDS = """
            select nextval(pg_get_serial_sequence('person', 'id'))
            from generate_series(1, :count)
            """;
    private static final String PERSONS = """
            insert into person (id, name, sealed_name, sealed_phone)
            overriding system value
            select id, name, sealed_name, sealed_phone
            from unnest(:ids::bigint[], :names::text[], :sealed::bytea[], :phones::bytea[]) as new (id, name, sealed_name, sealed_phone)
            """;
    private static final String POSTS = """
            insert into post (person_id, unit_id, role, title, reach_places, reach_everywhere)
            select new.person_id, unit.id, new.role, new.title, string_to_array(new.places, '|'), new.everywhere
            from unnest(:ids::bigint[], :units::text[], :roles::text[], :titles::text[], :places::text[],
                        :everywhere::boolean[]) as new (person_id, unit, role, title, places, everywhere)
            join unit on unit.code = new.unit
            """;
    private static final String ACCOUNTS = """
            insert into account (person_id, login, login_hash, password_hash, must_change, opened_at)
            select person_id, login, login_hash, password_hash, must_change, :now
            from unnest(:ids::bigint[], :logins::text[], :login_hashes::bytea[], :hashes::text[], :change::boolean[])
                 as new (person_id, login, login_hash, password_hash, must_change)
            where login_hash is not null
            """;

    private record Held(long person, Appointment.NewPost post) {}

    private final JdbcClient database;
    private final Keyring keyring;
    private final InstantSource clock;

    Staff(JdbcClient database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * Registers all of them or none.
     *
     * @return the person ids in the order given
     * @throws IllegalArgumentException when a post names a unit that does not exist
     */
    @Transactional
    public List<Long> appoint(List<Appointment> people) {
        var ids = database.sql(IDS)
                .param("count", people.size())
                .query((row, n) -> row.getLong(1))
                .list();
        addPersons(ids, people);
        addPosts(ids, people);
        addAccounts(ids, people);
        return ids;
    }

    private void addPersons(List<Long> ids, List<Appointment> people) {
        List<byte @Nullable []> names = new ArrayList<>();
        List<byte @Nullable []> phones = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            var one = people.get(i);
            names.add(one.posts().isEmpty() ? SealedPeople.name(keyring, ids.get(i), one.name()) : null);
            phones.add(SealedPeople.phone(keyring, ids.get(i), one.phone()));
        }
        database.sql(PERSONS)
                .param("ids", ids.toArray(Long[]::new))
                .param("names", texts(people, one -> one.posts().isEmpty() ? SealedPeople.NAME : one.name()))
                .param("sealed", names.toArray(byte[][]::new))
                .param("phones", phones.toArray(byte[][]::new))
                .update();
    }

    private void addPosts(List<Long> ids, List<Appointment> people) {
        var posts = IntStream.range(0, people.size())
                .boxed()
                .flatMap(i -> people.get(i).posts().stream().map(post -> new Held(ids.get(i), post)))
                .toList();
        int added = database.sql(POSTS)
                .param("ids", posts.stream().map(Held::person).toArray(Long[]::new))
                .param("units", texts(posts, held -> held.post().unit()))
                .param("roles", texts(posts, held -> held.post().role().name()))
                .param("titles", texts(posts, held -> held.post().title()))
                .param(
                        "places",
                        texts(posts, held -> String.join("|", held.post().places())))
                .param(
                        "everywhere",
                        posts.stream().map(held -> held.post().everywhere()).toArray(Boolean[]::new))
                .update();
        if (added != posts.size()) {
            throw new IllegalArgumentException((posts.size() - added) + " posts name a unit that does not exist");
        }
    }

    private void addAccounts(List<Long> ids, List<Appointment> people) {
        database.sql(ACCOUNTS)
                .param("ids", ids.toArray(Long[]::new))
                .param(
                        "logins",
                        texts(
                                people,
                                person -> person.posts().isEmpty() ? null : of(person, Appointment.NewAccount::login)))
                .param("login_hashes", people.stream().map(this::hash).toArray(byte[][]::new))
                .param("hashes", texts(people, person -> of(person, Appointment.NewAccount::passwordHash)))
                .param("change", people.stream().map(Staff::mustChange).toArray(Boolean[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private byte @Nullable [] hash(Appointment person) {
        var account = person.account();
        return account == null ? null : hash(keyring, account.login());
    }

    /** Under what an account is found by what its holder signs in with. */
    public static byte[] hash(Keyring keyring, String login) {
        return keyring.hash("login:" + login);
    }

    private static boolean mustChange(Appointment person) {
        return person.account() != null && person.account().mustChange();
    }

    private static @Nullable String of(Appointment person, Function<Appointment.NewAccount, String> part) {
        return person.account() == null ? null : Objects.requireNonNull(part.apply(person.account()));
    }

    private static <T> @Nullable String[] texts(List<T> people, Function<T, @Nullable String> column) {
        var texts = new @Nullable String[people.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(people.get(i));
        }
        return texts;
    }
}
