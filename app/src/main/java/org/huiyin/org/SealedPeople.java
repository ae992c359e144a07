package org.huiyin.org;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.SealedValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps telephones of all people, and names of those who hold no post, sealed; what these sign in with, often a telephone, is kept as a keyed hash
 * alone. Names of officials are public and stay readable.
 */
@Configuration(proxyBeanMethods = false)
class SealedPeople {

    /** What stands where a name is sealed. */
    static final String NAME = "＊";

    private static final String OPEN = """
            select p.id, p.name, p.phone, exists (select from post where post.person_id = p.id) from person p
            where p.phone is not null or (p.sealed_name is null and p.name <> '＊' and not exists (select from post where post.person_id = p.id))
            order by p.id limit 1000
            """;
    private static final String SEAL = """
            update person set phone = null, sealed_phone = coalesce(u.phone, sealed_phone), sealed_name = coalesce(u.name, sealed_name),
              name = case when u.name is null then person.name else '＊' end
            from unnest(:ids::bigint[], :names::bytea[], :phones::bytea[]) u(id, name, phone) where person.id = u.id
            """;

    private static final String OPEN_ACCOUNTS = """
            select account.id, account.login from account where login_hash is null and login is not null order by id limit 1000
            """;
    private static final String HASH_ACCOUNTS = """
            update account set login_hash = u.hash,
              login = case when exists (select from post where post.person_id = account.person_id) then account.login end
            from unnest(:ids::bigint[], :hashes::bytea[]) u(id, hash) where account.id = u.id
            """;

    private static final String COUNT_NAMES = """
            select case when substring(sealed_name from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed_name from 4 for 4), 'hex') else '' end,
              count(*) from person where sealed_name is not null group by 1
            """;
    private static final String PAGE_OF_NAMES = """
            select id, 0::bigint, 'person:' || id || ':name', sealed_name from person
            where id > :a and :b::bigint is not null and sealed_name is not null and substring(sealed_name from 1 for 7) <> :head
            order by id limit :limit for update
            """;
    private static final String PUT_NAMES = """
            update person set sealed_name = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(id, b, was, now)
            where person.id = u.id and sealed_name = u.was
            """;
    private static final String COUNT_PHONES = """
            select case when substring(sealed_phone from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed_phone from 4 for 4), 'hex') else '' end,
              count(*) from person where sealed_phone is not null group by 1
            """;
    private static final String PAGE_OF_PHONES = """
            select id, 0::bigint, 'person:' || id || ':phone', sealed_phone from person
            where id > :a and :b::bigint is not null and sealed_phone is not null and substring(sealed_phone from 1 for 7) <> :head
            order by id limit :limit for update
            """;
    private static final String PUT_PHONES = """
            update person set sealed_phone = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(id, b, was, now)
            where person.id = u.id and sealed_phone = u.was
            """;

    private record Person(long id, String name, @Nullable String phone, boolean official) {}

    private record Account(long id, String login) {}

    @Bean
    SealedValues sealedNames() {
        return new SealedValues("names", COUNT_NAMES, PAGE_OF_NAMES, PUT_NAMES);
    }

    @Bean
    SealedValues sealedPhones() {
        return new SealedValues("telephones", COUNT_PHONES, PAGE_OF_PHONES, PUT_PHONES);
    }

    /** Seals what stands in the open from before. */
    @Bean
    SmartInitializingSingleton peopleSealed(JdbcClient database, Keyring keyring) {
        return () -> {
            List<Person> open;
            do {
                open = database.sql(OPEN)
                        .query((row, n) ->
                                new Person(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                        .list();
                seal(database, keyring, open);
            } while (!open.isEmpty());
        };
    }

    /** Hashes what people sign in with where it only stands in the open from before. */
    @Bean
    SmartInitializingSingleton loginsHashed(JdbcClient database, Keyring keyring) {
        return () -> {
            List<Account> open;
            do {
                open = database.sql(OPEN_ACCOUNTS)
                        .query((row, n) -> new Account(row.getLong(1), row.getString(2)))
                        .list();
                database.sql(HASH_ACCOUNTS)
                        .param("ids", open.stream().map(Account::id).toArray(Long[]::new))
                        .param(
                                "hashes",
                                open.stream()
                                        .map(one -> Staff.hash(keyring, one.login()))
                                        .toArray(byte[][]::new))
                        .update();
            } while (!open.isEmpty());
        };
    }

    private static void seal(JdbcClient database, Keyring keyring, List<Person> people) {
        List<byte @Nullable []> names = new ArrayList<>();
        List<byte @Nullable []> phones = new ArrayList<>();
        for (Person one : people) {
            names.add(one.official() ? null : name(keyring, one.id(), one.name()));
            phones.add(phone(keyring, one.id(), one.phone()));
        }
        database.sql(SEAL)
                .param("ids", people.stream().map(Person::id).toArray(Long[]::new))
                .param("names", names.toArray(byte[][]::new))
                .param("phones", phones.toArray(byte[][]::new))
                .update();
    }

    static byte[] name(Keyring keyring, long person, String name) {
        return keyring.seal(name, "person:" + person + ":name");
    }

    static byte @Nullable [] phone(Keyring keyring, long person, @Nullable String phone) {
        return phone == null ? null : keyring.seal(phone, "person:" + person + ":phone");
    }

    static @Nullable String openPhone(Keyring keyring, long person, byte @Nullable [] sealed) {
        return sealed == null ? null : keyring.open(sealed, "person:" + person + ":phone");
    }

    static String openName(Keyring keyring, long person, byte[] sealed) {
        return keyring.open(sealed, "person:" + person + ":name");
    }
}
