package org.huiyin.notice;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.huiyin.calendar.Calendars;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes messages in the transaction of what causes them: what is undone is never told, and what is done is always told. What comes much later
 * than its time, as after an outage, is gathered in one digest a person and day.
 */
@Component
public class Messages {

    private static final String TELL = """
            with told as materialized (
              select t.n, t.kind, t.words, t.link, t.matter_id, t.caused_at, t.late, t.besides
              from unnest(:ns::int[], :kinds::text[], :words::text[], :links::text[], :matters::bigint[], :caused::timestamptz[],
                :late::bool[], :besides::bigint[]) t(n, kind, words, link, matter_id, caused_at, late, besides)),
            addressed as (
              select a.n, a.unit, a.place, a.role
              from unnest(:about::int[], :units::int[], :places::text[], :roles::text[]) a(n, unit, place, role)),
            held as (
              select addressed.n, post.person_id from addressed
              join post on post.unit_id = addressed.unit and post.role = addressed.role and post.active where addressed.unit > 0
              union
              select addressed.n, post.person_id from addressed
              join post on post.role = addressed.role and post.active and (post.reach_everywhere
                or exists (select 1 from unnest(post.reach_places) reach(code) where addressed.place like reach.code || '%'))
              where addressed.unit = 0),
            mine as materialized (
              select account.id as account, told.n, told.kind, told.words, told.link, told.matter_id, told.caused_at, told.late
              from held join account on account.person_id = held.person_id and account.active join told on told.n = held.n
              where account.id <> told.besides),
            digest as (
              insert into message (account, kind, words, link, caused_at, deliver_at, digest_on)
              select account, 'digest', '{}', '', min(caused_at), :deliver, :day::date from mine where late group by account order by account
              on conflict (account, digest_on) do update set read_at = null
              returning id, account)
            insert into message (account, kind, words, link, matter_id, caused_at, deliver_at, within)
            select mine.account, mine.kind, string_to_array(mine.words, chr(31)), mine.link, nullif(mine.matter_id, 0), mine.caused_at, :deliver,
              digest.id
            from mine left join digest on mine.late and digest.account = mine.account
            order by mine.caused_at, mine.n, mine.account
            """;

    private static final String READ = """
            update message set read_at = deliver_at where read_at is null and deliver_at <= :until
            """;

    private final JdbcClient rows;
    private final NoticeSettings settings;
    private final QuietHours quiet;

    Messages(JdbcClient rows, NoticeSettings settings, Calendars calendars, @Value("${huiyin.zone}") ZoneId zone) {
        this.rows = rows;
        this.settings = settings;
        this.quiet = new QuietHours(settings, calendars, zone);
    }

    /** The same on the connection of a step that is being written. */
    public void tell(Connection connection, List<Telling> tellings, Instant now) {
        tell(JdbcClient.create(new SingleConnectionDataSource(connection, true)), tellings, now);
    }

    /** Tells all of it in the transaction that is open; people who are told the same thing twice are told once. */
    public void tell(JdbcClient database, List<Telling> tellings, Instant now) {
        if (tellings.isEmpty()) {
            return;
        }
        List<Integer> about = new ArrayList<>();
        List<Audience> audiences = new ArrayList<>();
        for (int n = 0; n < tellings.size(); n++) {
            for (Audience audience : tellings.get(n).to()) {
                about.add(n);
                audiences.add(audience);
            }
        }
        Integer[] ns = new Integer[tellings.size()];
        for (int n = 0; n < ns.length; n++) {
            ns[n] = n;
        }
        Instant delivery = quiet.deliverAt(now);
        Instant late = now.minus(settings.digestAfter());
        database.sql(TELL)
                .param("ns", ns)
                .param("kinds", texts(tellings, Telling::kind))
                .param("words", texts(tellings, one -> String.join(Word.BETWEEN, one.words())))
                .param("links", texts(tellings, Telling::link))
                .param("matters", tellings.stream().map(Telling::matter).toArray(Long[]::new))
                .param("caused", texts(tellings, one -> one.causedAt().toString()))
                .param(
                        "late",
                        tellings.stream()
                                .map(one -> one.causedAt().isBefore(late))
                                .toArray(Boolean[]::new))
                .param("besides", tellings.stream().map(Telling::except).toArray(Long[]::new))
                .param("about", about.toArray(Integer[]::new))
                .param("units", audiences.stream().map(Audience::unit).toArray(Integer[]::new))
                .param("places", texts(audiences, Audience::place))
                .param("roles", texts(audiences, one -> one.role().name()))
                .param("deliver", time(delivery))
                .param("day", quiet.dayOf(delivery).toString())
                .update();
    }

    /** Takes everything older as read by everybody; for histories that were told and not lived. */
    public void readUntil(Instant until) {
        rows.sql(READ).param("until", time(until)).update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
