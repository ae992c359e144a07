package org.huiyin.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huiyin.org.Staff;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts: finding one, counting its failures, changing its password. */
@Component
class Accounts {

    private static final String BY_LOGIN = """
            select id, password_hash, must_change, failed, locked_until
            from account
            where login_hash = :hash and active
            """;
    private static final String TAKEN = """
            select u.nth from unnest(:hashes::bytea[]) with ordinality u(hash, nth) join account on account.login_hash = u.hash
            """;
    private static final String HASH = """
            select password_hash
            from account
            where id = :id and active
            """;
    private static final String ANY = """
            select exists (select from account)
            """;
    private static final String FAILED = """
            update account
            set failed = failed + 1
            where id = :id
            returning failed
            """;
    private static final String LOCK = """
            update account
            set locked_until = :until
            where id = :id
            """;
    private static final String SUCCEEDED = """
            update account
            set failed = 0, locked_until = null
            where id = :id and (failed > 0 or locked_until is not null)
            """;
    private static final String CHANGE = """
            update account
            set password_hash = :hash, must_change = false, failed = 0, locked_until = null
            where id = :id
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    Accounts(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /** One account as sign-in needs it, under the login it was found by. */
    record Account(
            long id,
            String login,
            String hash,
            boolean mustChange,
            int failed,
            @Nullable Instant lockedUntil) {

        String seal() {
            return Accounts.seal(hash);
        }

        @Override
        public String toString() {
            return "Account[" + login + "]";
        }
    }

    /** Logins are compared without regard to case or to spaces around them. */
    static String tidy(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(String login) {
        return database.sql(BY_LOGIN)
                .param("hash", Staff.hash(keyring, login))
                .query((row, n) -> account(login, row))
                .optional();
    }

    /** Those of these logins somebody signs in with, residents included. */
    Set<String> taken(List<String> logins) {
        return Set.copyOf(database.sql(TAKEN)
                .param(
                        "hashes",
                        logins.stream().map(login -> Staff.hash(keyring, login)).toArray(byte[][]::new))
                .query((row, n) -> logins.get(row.getInt(1) - 1))
                .list());
    }

    /** The seal of the present password; empty for a closed account. */
    Optional<String> seal(long id) {
        return database.sql(HASH).param("id", id).query(String.class).optional().map(Accounts::seal);
    }

    /** What a session keeps instead of a password: it tells nothing of it, and changes with it. */
    private static String seal(String hash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean any() {
        return database.sql(ANY).query(Boolean.class).single();
    }

    /** Counts a failure and locks the account for as long as its failures in a row ask for. */
    void failed(long id, Instant now) {
        int failures = database.sql(FAILED)
                .param("id", id)
                .query((row, n) -> row.getInt(1))
                .single();
        var wait = BackOff.LOGIN.after(failures);
        if (wait.isPositive()) {
            database.sql(LOCK)
                    .param("id", id)
                    .param("until", Timestamp.from(now.plus(wait)))
                    .update();
        }
    }

    void succeeded(long id) {
        database.sql(SUCCEEDED).param("id", id).update();
    }

    void changePassword(long id, String hash) {
        int changed = database.sql(CHANGE).param("id", id).param("hash", hash).update();
        if (changed != 1) {
            throw new IllegalStateException("password of account " + id + " not changed: " + changed + " rows");
        }
    }

    private static Account account(String login, ResultSet row) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Account(
                row.getLong("id"),
                login,
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                row.getInt("failed"),
                locked == null ? null : locked.toInstant());
    }
}
