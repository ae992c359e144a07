package org.huiyin.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that wait and what came of the others. Whoever sends holds the row of the address, so that nodes never send to one person at once. */
@Component
class Mails {

    static final String CONFIRMING = "confirm";
    static final String ANSWERED = "answered";

    private static final String PERSON = """
            with due as materialized (
              select distinct account from mail
              where state = 'waiting' and account is not null and next_at <= :now and (concern = 'confirm' or not :quiet))
            select a.account from due join mail_address a on a.account = due.account join account on account.id = a.account and account.active
            where exists (select from mail m where m.account = a.account and m.state = 'waiting' and m.next_at <= :now
              and (m.concern = 'confirm' or not :quiet and a.confirmed_at is not null and a.failing_since is null))
            order by a.account limit 1 for update of a skip locked
            """;
    private static final String RAISER = """
            with due as materialized (
              select distinct matter_id from mail where state = 'waiting' and matter_id is not null and next_at <= :now)
            select r.matter_id, r.sealed from due join mail_raiser r on r.matter_id = due.matter_id
            order by r.matter_id limit 1 for update of r skip locked
            """;
    private static final String DUE_TO_PERSON = """
            select id, account, matter_id, message_id, concern, daily, state, attempts, made_at, next_at, tried_at, failure from mail
            where account = :account and state = 'waiting' and next_at <= :now and (concern = 'confirm' or not :quiet) order by id
            """;
    private static final String DUE_TO_RAISER = """
            select id, account, matter_id, message_id, concern, daily, state, attempts, made_at, next_at, tried_at, failure from mail
            where matter_id = :matter and state = 'waiting' and next_at <= :now order by id
            """;
    private static final String CAME = """
            update mail set state = :state, attempts = attempts + :tries, next_at = :next, tried_at = :now, failure = :failure where id = any(:ids)
            """;
    private static final String DROP = """
            update mail set state = 'dropped', tried_at = :now, failure = null where id = any(:ids)
            """;
    private static final String CONFIRMATION = """
            insert into mail (account, concern, made_at, next_at)
            select :account, 'confirm', :now, :now
            where (select count(*) from mail where account = :account and concern = 'confirm' and made_at > :since) < :most
            """;
    private static final String WITHDRAW = """
            update mail set state = 'dropped' where account = :account and state = 'waiting'
            """;
    private static final String AGAIN = """
            update mail set state = 'waiting', attempts = 0, next_at = :now where id = :id and state in ('refused', 'given-up')
              and (account is null or exists (select from mail_address a where a.account = mail.account))
            """;
    private static final String ACCOUNT = """
            select account from mail where id = :id and account is not null
            """;
    private static final String LIST = """
            select id, account, matter_id, message_id, concern, daily, state, attempts, made_at, next_at, tried_at, failure from mail
            where state = :state and id < :before order by id desc limit :limit
            """;
    private static final String COUNT = """
            select count(*) from (select 1 from mail where state = :state limit :most) capped
            """;
    private static final String FORGET = """
            delete from mail where state <> 'waiting' and made_at < :before
            """;

    private final JdbcClient database;

    Mails(JdbcClient database) {
        this.database = database;
    }

    /** What becomes of a mail. */
    enum State {
        WAITING,
        SENT,
        /** The server will not have it. */
        REFUSED,
        /** It was tried for days in vain. */
        GIVEN_UP,
        /** It had become needless: read in the inbox, or no longer wanted. */
        DROPPED;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<State> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /**
     * A mail.
     *
     * @param account 0 for the raiser of a matter
     * @param matter 0 for a person of the house
     * @param message 0 for none
     */
    record Mail(
            long id,
            long account,
            long matter,
            long message,
            String concern,
            boolean daily,
            State state,
            int attempts,
            Instant madeAt,
            Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable String failure) {}

    /** The raiser of a matter and their sealed address. */
    record Raiser(long matter, byte[] sealed) {}

    /**
     * Somebody to whom mail is due and whom no other node is writing to; held until the transaction ends.
     *
     * @param quiet whether only codes may go out, for which somebody waits
     */
    Optional<Long> holdPerson(Instant now, boolean quiet) {
        return database.sql(PERSON)
                .param("now", Addresses.time(now))
                .param("quiet", quiet)
                .query(Long.class)
                .optional();
    }

    Optional<Raiser> holdRaiser(Instant now) {
        return database.sql(RAISER)
                .param("now", Addresses.time(now))
                .query((row, n) -> new Raiser(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    List<Mail> dueToPerson(long account, Instant now, boolean quiet) {
        return database.sql(DUE_TO_PERSON)
                .param("account", account)
                .param("quiet", quiet)
                .param("now", Addresses.time(now))
                .query((row, n) -> read(row))
                .list();
    }

    List<Mail> dueToRaiser(long matter, Instant now) {
        return database.sql(DUE_TO_RAISER)
                .param("matter", matter)
                .param("now", Addresses.time(now))
                .query((row, n) -> read(row))
                .list();
    }

    /** Writes down what came of a try. */
    void came(List<Long> ids, State state, boolean counts, Instant next, @Nullable String failure, Instant now) {
        database.sql(CAME)
                .param("ids", ids.toArray(Long[]::new))
                .param("state", state.key())
                .param("tries", counts ? 1 : 0)
                .param("next", Addresses.time(next))
                .param("failure", failure)
                .param("now", Addresses.time(now))
                .update();
    }

    void drop(List<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            database.sql(DROP)
                    .param("ids", ids.toArray(Long[]::new))
                    .param("now", Addresses.time(now))
                    .update();
        }
    }

    /** Puts the mail with the code; false when so many were asked for since then. */
    boolean confirmation(long account, int most, Instant since, Instant now) {
        return database.sql(CONFIRMATION)
                        .param("account", account)
                        .param("most", most)
                        .param("since", Addresses.time(since))
                        .param("now", Addresses.time(now))
                        .update()
                == 1;
    }

    /** Whatever waits for an account is wanted no more. */
    void withdraw(long account) {
        database.sql(WITHDRAW).param("account", account).update();
    }

    /** Lets a mail that failed be sent again; false when it did not fail, or its address is gone. */
    boolean again(long id, Instant now) {
        return database.sql(AGAIN)
                        .param("id", id)
                        .param("now", Addresses.time(now))
                        .update()
                == 1;
    }

    Optional<Long> account(long id) {
        return database.sql(ACCOUNT).param("id", id).query(Long.class).optional();
    }

    /** The newest first. */
    List<Mail> list(State state, long before, int limit) {
        return database.sql(LIST)
                .param("state", state.key())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    int count(State state, int most) {
        return database.sql(COUNT)
                .param("state", state.key())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void forget(Instant before) {
        database.sql(FORGET).param("before", Addresses.time(before)).update();
    }

    private static Mail read(ResultSet row) throws SQLException {
        return new Mail(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getBoolean(6),
                State.of(row.getString(7)).orElseThrow(),
                row.getInt(8),
                row.getTimestamp(9).toInstant(),
                row.getTimestamp(10).toInstant(),
                Addresses.instant(row, 11),
                row.getString(12));
    }
}
