package org.huiyin.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who gave a telephone and a name: both sealed, found again by a keyed hash. */
@Component
public class Guests {

    private static final String FRESH = """
            insert into activity_guest (phone_hash, seen_at) values (:hash, :now)
            on conflict (phone_hash) do update set seen_at = excluded.seen_at returning id
            """;
    private static final String SEAL = """
            update activity_guest set sealed_phone = :phone, sealed_name = :name where id = :id
            """;
    private static final String FOUND = """
            select id from activity_guest where phone_hash = :hash
            """;
    /** Their number stays, and with it every count; nobody is found by it any more. */
    private static final String FORGET = """
            update activity_guest set sealed_phone = null, sealed_name = null, phone_hash = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
            where seen_at < :before and sealed_phone is not null
            """;

    private static final String NAMES = """
            select id, sealed_name, sealed_phone from activity_guest where id = any(:ids)
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    Guests(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /** Somebody as they said who they are; empty where it was forgotten. */
    public record Guest(String name, String phone) {

        /** The name as lists show it to those who have no need of all of it: 王**. */
        public String discreet() {
            return name.isEmpty() ? "＊" : name.substring(0, name.offsetByCodePoints(0, 1)) + "＊＊";
        }

        /** 138****5678. */
        public String discreetPhone() {
            return phone.length() < 8 ? "＊" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
        }
    }

    /** The guest with this telephone, under the name they gave last. */
    public long known(String phone, String name, Instant now) {
        long id = database.sql(FRESH)
                .param("hash", hash(phone))
                .param("now", ActivityRows.time(now))
                .query(Long.class)
                .single();
        database.sql(SEAL)
                .param("id", id)
                .param("phone", keyring.seal(phone, owner(id, "phone")))
                .param("name", keyring.seal(name, owner(id, "name")))
                .update();
        return id;
    }

    Optional<Long> find(String phone) {
        return database.sql(FOUND).param("hash", hash(phone)).query(Long.class).optional();
    }

    /** Forgets those who have not been seen since. */
    void forget(Instant before) {
        database.sql(FORGET).param("before", ActivityRows.time(before)).update();
    }

    Map<Long, Guest> of(Collection<Long> ids) {
        Map<Long, Guest> all = new HashMap<>();
        database.sql(NAMES).param("ids", ids.toArray(Long[]::new)).query((java.sql.ResultSet row) -> {
            long id = row.getLong(1);
            byte[] name = row.getBytes(2);
            byte[] phone = row.getBytes(3);
            all.put(
                    id,
                    new Guest(
                            name == null ? "" : keyring.open(name, owner(id, "name")),
                            phone == null ? "" : keyring.open(phone, owner(id, "phone"))));
        });
        return all;
    }

    private byte[] hash(String phone) {
        return keyring.hash("guest-phone:" + phone);
    }

    private static String owner(long id, String what) {
        return "guest:" + id + ":" + what;
    }

    /** So that they are sealed anew when the key changes. */
    @Configuration(proxyBeanMethods = false)
    static class Sealed {

        private static final String COUNT_NAMES = """
                select case when substring(sealed_name from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed_name from 4 for 4), 'hex') else '' end,
                  count(*) from activity_guest where sealed_name is not null group by 1
                """;
        private static final String PAGE_OF_NAMES = """
                select id, 0::bigint, 'guest:' || id || ':name', sealed_name from activity_guest
                where id > :a and :b::bigint is not null and sealed_name is not null and substring(sealed_name from 1 for 7) <> :head
                order by id limit :limit for update
                """;
        private static final String PUT_NAMES = """
                update activity_guest set sealed_name = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(id, b, was, now)
                where activity_guest.id = u.id and sealed_name = u.was
                """;
        private static final String COUNT_PHONES = """
                select case when substring(sealed_phone from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed_phone from 4 for 4), 'hex') else '' end,
                  count(*) from activity_guest where sealed_phone is not null group by 1
                """;
        private static final String PAGE_OF_PHONES = """
                select id, 0::bigint, 'guest:' || id || ':phone', sealed_phone from activity_guest
                where id > :a and :b::bigint is not null and sealed_phone is not null and substring(sealed_phone from 1 for 7) <> :head
                order by id limit :limit for update
                """;
        private static final String PUT_PHONES = """
                update activity_guest set sealed_phone = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(id, b, was, now)
                where activity_guest.id = u.id and sealed_phone = u.was
                """;

        @Bean
        SealedValues sealedGuestNames() {
            return new SealedValues("guest names", COUNT_NAMES, PAGE_OF_NAMES, PUT_NAMES);
        }

        @Bean
        SealedValues sealedGuestPhones() {
            return new SealedValues("guest telephones", COUNT_PHONES, PAGE_OF_PHONES, PUT_PHONES);
        }
    }
}
