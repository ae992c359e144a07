package org.huiyin.activity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that show that a telephone is in somebody's hand: six digits, good for ten minutes and five tries, a few an hour for a telephone and
 * for an address. Only their keyed hash is kept.
 */
@Component
class PhoneCodes {

    static final int MINUTES = 10;

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Duration GOOD_FOR = Duration.ofMinutes(MINUTES);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIES = 5;
    private static final int AN_HOUR = 5;
    private static final int A_DAY = 12;
    /** A whole office or school may share an address. */
    private static final int FROM_ADDRESS = 60;

    private static final int ADDRESSES = 20_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8251, hashtext(encode(:phone, 'hex'))))
            """;
    private static final String SENT = """
            select count(*) filter (where sent_at > :hour), count(*) from activity_phone_code where phone_hash = :phone and sent_at > :day
            """;
    private static final String SEND = """
            insert into activity_phone_code (phone_hash, sent_at, code_hash) values (:phone, :now, :code)
            on conflict (phone_hash, sent_at) do update set code_hash = excluded.code_hash, wrong = 0, used_at = null
            """;
    private static final String NEWEST = """
            select sent_at, code_hash, wrong from activity_phone_code
            where phone_hash = :phone and sent_at > :since and used_at is null order by sent_at desc limit 1 for update
            """;
    private static final String WRONG = """
            update activity_phone_code set wrong = wrong + 1 where phone_hash = :phone and sent_at = :sent
            """;
    private static final String USED = """
            update activity_phone_code set used_at = :now where phone_hash = :phone and used_at is null
            """;
    private static final String FORGET = """
            delete from activity_phone_code where sent_at < :before
            """;

    private final JdbcClient database;
    private final Keyring keyring;
    private final InstantSource clock;
    private final Map<String, FromAddress> addresses = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FromAddress> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record FromAddress(Instant since, int times) {}

    PhoneCodes(JdbcClient database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** A telephone as it is kept, from however it was typed; empty when it is none. */
    static Optional<String> phone(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").replaceFirst("^(\\+86|0086)", "");
        return MOBILE.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** A fresh code to be sent; empty when enough were sent to this telephone or asked for from this address. */
    @Transactional
    public Optional<String> fresh(String phone, String address) {
        Instant now = clock.instant();
        byte[] hash = hash(phone);
        database.sql(ONE_AT_A_TIME).param("phone", hash).query(Long.class).single();
        boolean enough = database.sql(SENT)
                .param("phone", hash)
                .param("hour", ActivityRows.time(now.minus(HOUR)))
                .param("day", ActivityRows.time(now.minus(DAY)))
                .query((row, n) -> row.getInt(1) >= AN_HOUR || row.getInt(2) >= A_DAY)
                .single();
        if (enough || !mayAsk(address, now)) {
            return Optional.empty();
        }
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        database.sql(SEND)
                .param("phone", hash)
                .param("now", ActivityRows.time(now))
                .param("code", codeHash(phone, code))
                .update();
        return Optional.of(code);
    }

    private boolean mayAsk(String address, Instant now) {
        synchronized (addresses) {
            FromAddress before = addresses.get(address);
            FromAddress next = before == null || before.since().plus(HOUR).isBefore(now)
                    ? new FromAddress(now, 1)
                    : new FromAddress(before.since(), before.times() + 1);
            addresses.put(address, next);
            return next.times() <= FROM_ADDRESS;
        }
    }

    /** Whether this is the newest code of the telephone; each is good once. */
    @Transactional
    public boolean right(String phone, String typed) {
        Instant now = clock.instant();
        byte[] hash = hash(phone);
        record Sent(java.time.OffsetDateTime at, byte[] code, int wrong) {}
        Optional<Sent> sent = database.sql(NEWEST)
                .param("phone", hash)
                .param("since", ActivityRows.time(now.minus(GOOD_FOR)))
                .query((row, n) ->
                        new Sent(row.getObject(1, java.time.OffsetDateTime.class), row.getBytes(2), row.getInt(3)))
                .optional();
        if (sent.isEmpty() || sent.get().wrong() >= TRIES) {
            return false;
        }
        String code = typed.replaceAll("\\s", "");
        if (!MessageDigest.isEqual(codeHash(phone, code), sent.get().code())) {
            database.sql(WRONG)
                    .param("phone", hash)
                    .param("sent", sent.get().at())
                    .update();
            return false;
        }
        database.sql(USED)
                .param("phone", hash)
                .param("now", ActivityRows.time(now))
                .update();
        return true;
    }

    /** Forgets codes that are of no use to anybody. */
    void forget() {
        database.sql(FORGET)
                .param("before", ActivityRows.time(clock.instant().minus(DAY)))
                .update();
    }

    private byte[] hash(String phone) {
        return keyring.hash("guest-phone:" + phone);
    }

    private byte[] codeHash(String phone, String code) {
        return keyring.hash("phone-code:" + phone + ":" + code);
    }
}
