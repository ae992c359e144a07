package org.huiyin.raiser;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks matters with a keyed hash of the telephone their raiser left, in the Desk's transaction, so that those of one telephone are found
 * without a single one being opened.
 */
@Component
class Marks implements StepScribe, Forgetting {

    /** The most matters of one telephone that are looked at. */
    static final int MOST = 200;

    private static final String MARK = """
            insert into raiser_mark (matter_id, mark) select distinct matter_id, mark from unnest(?, ?) u(matter_id, mark)
            on conflict (matter_id, mark) do nothing
            """;
    /** Who looked for this telephone alone, and why, is on record without either. */
    private static final String FORGET_SEARCHES = """
            update raiser_search s set mark = '', reason = '（已匿名）' from raiser_mark m
            where m.matter_id = any(?) and s.mark = m.mark
              and not exists (select from raiser_mark other where other.mark = m.mark and other.matter_id <> all(?))
            """;

    private static final String FORGET = """
            delete from raiser_mark where matter_id = any(?)
            """;
    private static final String FORGET_REQUESTS = """
            update erasure_request set reason = '（已匿名）' where matter_id = any(?) and reason is not null
            """;
    private static final String FORGET_HOLDS = """
            update retention_hold set reason = '（已匿名）' where matter_id = any(?)
            """;
    private static final String SAME = """
            select distinct other.matter_id from raiser_mark mine join raiser_mark other on other.mark = mine.mark
            where mine.matter_id = :matter and other.matter_id <> :matter order by 1 desc limit :limit
            """;
    private static final String WITH = """
            select matter_id from raiser_mark where mark = :mark order by matter_id desc limit :limit
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    Marks(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns marks = new Columns("int8", "bytea");
        for (Accepted one : batch) {
            add(marks, one.step().matter(), one.step().sealed());
        }
        writes.add(MARK, marks);
    }

    /** Adds the mark of what a step seals, if it seals a telephone. */
    void add(Columns marks, long matter, Map<String, Object> sealed) {
        Object phone = sealed.get("raiser-phone");
        if (phone != null) {
            marks.add(matter, mark(String.valueOf(phone)));
        }
    }

    static void write(Connection connection, Columns marks) throws SQLException {
        if (!marks.isEmpty()) {
            marks.write(connection, MARK);
        }
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET_SEARCHES, FORGET, FORGET_REQUESTS, FORGET_HOLDS);
    }

    /** The same for a telephone however it is written: with +86 or without, with blanks or dashes. */
    byte[] mark(String phone) {
        String digits = phone.replaceAll("\\D", "");
        String plain = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
        return keyring.hash("raiser-phone:" + plain);
    }

    /** Other matters raised from the telephone this one was raised from, the newest first. */
    List<Long> same(MatterNumber number) {
        return database.sql(SAME)
                .param("matter", number.id())
                .param("limit", MOST)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The matters with such a mark, the newest first. */
    List<Long> with(byte[] mark) {
        return database.sql(WITH)
                .param("mark", mark)
                .param("limit", MOST)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
