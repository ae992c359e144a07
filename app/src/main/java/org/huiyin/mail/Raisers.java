package org.huiyin.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.notice.Messages;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raisers who left an address: told in the Desk's transaction that there is an answer, and left alone when they want no more. */
@Component
class Raisers implements StepScribe, Forgetting {

    private static final String KEEP = """
            insert into mail_raiser (matter_id, sealed) select matter_id, sealed from unnest(?, ?) u(matter_id, sealed)
            on conflict (matter_id) do update set sealed = excluded.sealed
            """;
    private static final String ANSWERED = """
            insert into mail (matter_id, concern, made_at, next_at)
            select u.matter_id, 'answered', u.now::timestamptz, u.deliver_at::timestamptz
            from unnest(?::bigint[], ?::text[], ?::text[]) u(matter_id, now, deliver_at) join mail_raiser using (matter_id) order by u.matter_id
            """;
    private static final String FORGET = """
            with gone as (delete from mail where matter_id = any(?)) delete from mail_raiser where matter_id = any(?)
            """;
    private static final String SEALED = """
            select sealed from mail_raiser where matter_id = :matter
            """;
    private static final String STOP = """
            insert into mail_stopped (mark, stopped_at) values (:mark, :now) on conflict do nothing
            """;
    private static final String GO_ON = """
            delete from mail_stopped where mark = :mark
            """;
    private static final String STOPPED = """
            select exists (select from mail_stopped where mark = :mark)
            """;
    /** Whose state says that there is an answer for the raiser to read. */
    private static final String STATE = "answered";

    private final JdbcClient database;
    private final Keyring keyring;
    private final MailSettings settings;
    private final Messages messages;

    Raisers(JdbcClient database, Keyring keyring, MailSettings settings, Messages messages) {
        this.database = database;
        this.keyring = keyring;
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        if (!settings.on()) {
            return;
        }
        Columns kept = new Columns("int8", "bytea");
        Columns answered = new Columns("int8", "text", "text");
        for (Accepted one : batch) {
            long matter = one.step().matter();
            Optional.ofNullable(one.step().sealed().get("raiser-email"))
                    .flatMap(typed -> Address.typed(typed.toString()))
                    .ifPresent(address -> kept.add(matter, keyring.seal(address.text(), owner(matter))));
            // what another system recorded is history, and nobody is told history
            if (becameAnswered(one) && one.step().by().role() != Role.IMPORTER) {
                Instant now = one.step().recordedAt();
                answered.add(matter, now.toString(), messages.deliverAt(now).toString());
            }
        }
        writes.add(KEEP, kept);
        writes.add(ANSWERED, answered);
    }

    private static boolean becameAnswered(Accepted one) {
        return one.step().toState().equals(STATE)
                && (one.before() == null || !one.before().state().equals(STATE));
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("int8", matters));
            statement.setArray(2, connection.createArrayOf("int8", matters));
            statement.executeUpdate();
        }
    }

    Address open(Mails.Raiser raiser) {
        return new Address(keyring.open(raiser.sealed(), owner(raiser.matter())));
    }

    boolean stopped(Address address) {
        return database.sql(STOPPED)
                .param("mark", mark(address))
                .query(Boolean.class)
                .single();
    }

    /** Where one press ends such mails to whoever raised the matter; only the mail itself names it. */
    String stopPath(MatterNumber number) {
        return "/mail/stop/" + number + "/" + token(number);
    }

    /** The address that was left with a matter, for whoever shows the token of a mail that went there. */
    Optional<Address> find(MatterNumber number, String token) {
        return token.equals(token(number))
                ? database.sql(SEALED)
                        .param("matter", number.id())
                        .query((row, n) -> open(new Mails.Raiser(number.id(), row.getBytes(1))))
                        .optional()
                : Optional.empty();
    }

    void stop(Address address, Instant now) {
        database.sql(STOP)
                .param("mark", mark(address))
                .param("now", Addresses.time(now))
                .update();
    }

    void goOn(Address address) {
        database.sql(GO_ON).param("mark", mark(address)).update();
    }

    private String token(MatterNumber number) {
        return HexFormat.of().formatHex(keyring.hash("mail-stop:" + number.id()), 0, 16);
    }

    private byte[] mark(Address address) {
        return keyring.hash("mail:" + address.text().toLowerCase(Locale.ROOT));
    }

    private static String owner(long matter) {
        return "mail-raiser:" + matter;
    }
}
