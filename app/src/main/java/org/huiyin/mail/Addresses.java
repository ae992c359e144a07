package org.huiyin.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses people of the house gave, kept sealed, and what they want sent there. */
@Component
class Addresses {

    /** How long the code in a mail confirms the address. */
    static final Duration CODE_FOR = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String FIND = """
            select account, sealed, language, at_once, daily, confirmed_at, failing_since, failure from mail_address where account = :account
            """;
    private static final String GIVE = """
            insert into mail_address (account, sealed, language, at_once, daily) values (:account, :sealed, :language, :at_once, :daily)
            on conflict (account) do update set sealed = excluded.sealed, language = excluded.language, confirmed_at = null, code = null,
              code_until = null, failing_since = null, failure = null
            """;
    private static final String WISH = """
            update mail_address set at_once = :at_once, daily = :daily, language = :language where account = :account
            """;
    private static final String CODE = """
            update mail_address set code = :code, code_until = :until where account = :account
            """;
    private static final String CONFIRM = """
            update mail_address set confirmed_at = :now, code = null, code_until = null, failing_since = null, failure = null
            where account = :account and code = :code and code_until > :now
            """;
    private static final String FAILING = """
            update mail_address set failing_since = :now, failure = :failure where account = :account
            """;
    private static final String TRUST = """
            update mail_address set failing_since = null, failure = null where account = :account
            """;
    private static final String REMOVE = """
            delete from mail_address where account = :account
            """;
    private static final String FAILING_ONES = """
            select a.account, a.sealed, a.language, a.at_once, a.daily, a.confirmed_at, a.failing_since, a.failure
            from mail_address a where a.failing_since is not null order by a.failing_since desc limit 200
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    Addresses(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /**
     * Where a person gets mail.
     *
     * @param confirmedAt null until they showed that they read what comes there
     * @param failingSince null unless the mail server refused it for good
     * @param failure in the server's words
     */
    record Given(
            long account,
            Address address,
            String language,
            List<String> atOnce,
            List<String> daily,
            @Nullable Instant confirmedAt,
            @Nullable Instant failingSince,
            @Nullable String failure) {}

    Optional<Given> find(long account) {
        return database.sql(FIND)
                .param("account", account)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Given> failing() {
        return database.sql(FAILING_ONES).query((row, n) -> read(row)).list();
    }

    /** Takes an address, to be confirmed; what was wanted stays. */
    void give(long account, Address address, String language, Wishes wishes) {
        database.sql(GIVE)
                .param("account", account)
                .param("sealed", keyring.seal(address.text(), owner(account)))
                .param("language", language)
                .param("at_once", wishes.atOnce())
                .param("daily", wishes.daily())
                .update();
    }

    void wish(long account, Wishes wishes, String language) {
        database.sql(WISH)
                .param("account", account)
                .param("language", language)
                .param("at_once", wishes.atOnce())
                .param("daily", wishes.daily())
                .update();
    }

    /** A new code for the mail that is going out; the one before it no longer holds. */
    String code(long account, Instant now) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String code = HexFormat.of().formatHex(random);
        database.sql(CODE)
                .param("account", account)
                .param("code", digest(code))
                .param("until", time(now.plus(CODE_FOR)))
                .update();
        return code;
    }

    /** False when the code is another's, was used or is too old. */
    boolean confirm(long account, String code, Instant now) {
        return database.sql(CONFIRM)
                        .param("account", account)
                        .param("code", digest(code))
                        .param("now", time(now))
                        .update()
                == 1;
    }

    void failing(long account, String failure, Instant now) {
        database.sql(FAILING)
                .param("account", account)
                .param("failure", failure)
                .param("now", time(now))
                .update();
    }

    /** Tries a failing address again. */
    void trust(long account) {
        database.sql(TRUST).param("account", account).update();
    }

    void remove(long account) {
        database.sql(REMOVE).param("account", account).update();
    }

    private Given read(ResultSet row) throws SQLException {
        long account = row.getLong(1);
        return new Given(
                account,
                new Address(keyring.open(row.getBytes(2), owner(account))),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                List.of((String[]) row.getArray(5).getArray()),
                instant(row, 6),
                instant(row, 7),
                row.getString(8));
    }

    private static String owner(long account) {
        return "mail:" + account;
    }

    private static byte[] digest(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
