package org.huiyin.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.calendar.Calendars;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Writes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes messages in the transaction of what causes them: what is undone is never told, and what is done is always told. What comes much later
 * than its time, as after an outage, is gathered in one digest a person and day. Whoever wants a message by e-mail too has it put beside, to be sent
 * apart; a digest ten minutes later, when all of it has been gathered.
 */
@Component
public class Messages {

    private static final String TELL = """
            with told as materialized (
              select t.n, t.kind, t.words, t.link, t.matter_id, t.caused_at::timestamptz, t.late, t.besides, t.deliver_at::timestamptz, t.day::date
              from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::text[])
                t(n, kind, words, link, matter_id, caused_at, late, besides, deliver_at, day)),
            addressed as (
              select a.n, a.unit, a.place, a.role, a.post
              from unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::bigint[]) a(n, unit, place, role, post)),
            held as (
              select addressed.n, post.person_id from addressed
              join post on post.unit_id = addressed.unit and post.role = addressed.role and post.active where addressed.unit > 0
              union
              select addressed.n, post.person_id from addressed join post on post.id = addressed.post and post.active where addressed.post > 0
              union
              select addressed.n, post.person_id from addressed
              join post on post.role = addressed.role and post.active and (post.reach_everywhere
                or exists (select 1 from unnest(post.reach_places) reach(code) where addressed.place like reach.code || '%'))
              where addressed.unit = 0 and addressed.post = 0),
            mine as materialized (
              select account.id as account, told.n, told.kind, told.words, told.link, told.matter_id, told.caused_at, told.late,
                told.deliver_at, told.day
              from held join account on account.person_id = held.person_id and account.active join told on told.n = held.n
              where account.id <> told.besides),
            digest as (
              insert into message (account, kind, words, link, caused_at, deliver_at, digest_on)
              select account, 'digest', '{}', '', min(caused_at), deliver_at, day from mine where late group by account, deliver_at, day
              order by account
              on conflict (account, digest_on) do update set read_at = null
              returning id, account, kind, deliver_at),
            kept as (
              insert into message (account, kind, words, link, matter_id, caused_at, deliver_at, within)
              select mine.account, mine.kind, string_to_array(mine.words, chr(31)), mine.link, nullif(mine.matter_id, 0), mine.caused_at,
                mine.deliver_at, digest.id
              from mine left join digest on mine.late and digest.account = mine.account
              order by mine.caused_at, mine.n, mine.account
              returning id, account, kind, deliver_at, within)
            insert into mail (account, message_id, concern, daily, made_at, next_at)
            select m.account, m.id, c.concern, c.concern = any(a.daily), c.now::timestamptz,
              case when c.concern = any(a.daily) then greatest(c.daily_at::timestamptz, m.deliver_at) else m.deliver_at end
            from (select id, account, kind, deliver_at from kept where within is null
                union all select id, account, kind, deliver_at + interval '10 minutes' from digest) m
            join unnest(?::text[], ?::text[], ?::text[], ?::text[]) c(kind, concern, now, daily_at) on c.kind = m.kind
            join mail_address a on a.account = m.account and a.confirmed_at is not null and a.failing_since is null
              and (c.concern = any(a.at_once || a.daily) or c.concern = 'digest' and a.at_once || a.daily <> '{}')
            order by m.id
            on conflict (message_id) do nothing
            """;
    private static final String TELL_ONE = """
            insert into message (account, kind, words, link, caused_at, deliver_at)
            values (:account, :kind, string_to_array(:words, chr(31)), :link, :now, :deliver)
            """;

    private static final String READ = """
            update message set read_at = deliver_at where read_at is null and deliver_at <= :until
            """;

    private final JdbcClient rows;
    private final NoticeSettings settings;
    private final QuietHours quiet;
    private final Forwarding forwarding;

    Messages(
            JdbcClient rows,
            NoticeSettings settings,
            Calendars calendars,
            Forwarding forwarding,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.rows = rows;
        this.settings = settings;
        this.forwarding = forwarding;
        this.quiet = new QuietHours(settings, calendars, zone);
    }

    /** The same among what a batch of steps writes. */
    public void tell(Writes writes, List<Telling> tellings, Instant now) {
        writes.add(TELL, told(tellings, now), addressed(tellings), concerns(tellings, now));
    }

    /** Tells all of it in the transaction that is open; people who are told the same thing twice are told once. */
    public void tell(JdbcClient database, List<Telling> tellings, Instant now) {
        if (!tellings.isEmpty()) {
            database.sql(TELL)
                    .params(told(tellings, now).arrays())
                    .params(addressed(tellings).arrays())
                    .params(concerns(tellings, now).arrays())
                    .update();
        }
    }

    /** Tells one person something about their own account; never by e-mail. */
    public void tellOne(long account, String kind, List<String> words, String link, Instant now) {
        rows.sql(TELL_ONE)
                .param("account", account)
                .param("kind", kind)
                .param("words", String.join(Word.BETWEEN, words))
                .param("link", link)
                .param("now", time(now))
                .param("deliver", time(deliverAt(now)))
                .update();
    }

    /** When something that comes up now may reach people: at once, or when quiet hours end. */
    public Instant deliverAt(Instant now) {
        return quiet.deliverAt(now);
    }

    private Columns told(List<Telling> tellings, Instant now) {
        Instant delivery = quiet.deliverAt(now);
        Instant late = now.minus(settings.digestAfter());
        Columns told = new Columns("int4", "text", "text", "text", "int8", "text", "bool", "int8", "text", "text");
        for (int n = 0; n < tellings.size(); n++) {
            Telling one = tellings.get(n);
            told.add(
                    n,
                    one.kind(),
                    String.join(Word.BETWEEN, one.words()),
                    one.link(),
                    one.matter(),
                    one.causedAt().toString(),
                    one.causedAt().isBefore(late),
                    one.except(),
                    delivery.toString(),
                    quiet.dayOf(delivery).toString());
        }
        return told;
    }

    private static Columns addressed(List<Telling> tellings) {
        Columns addressed = new Columns("int4", "int4", "text", "text", "int8");
        for (int n = 0; n < tellings.size(); n++) {
            for (Audience audience : tellings.get(n).to()) {
                addressed.add(
                        n, audience.unit(), audience.place(), audience.role().name(), audience.post());
            }
        }
        return addressed;
    }

    /** The kinds in question and what people call them when they choose; nothing as long as no e-mail is sent. */
    private Columns concerns(List<Telling> tellings, Instant now) {
        Columns concerns = new Columns("text", "text", "text", "text");
        if (forwarding.on()) {
            String daily = quiet.nextMorning(now).toString();
            Stream.concat(tellings.stream().map(Telling::kind), Stream.of("digest"))
                    .distinct()
                    .forEach(kind -> concerns.add(kind, Concern.of(kind).key(), now.toString(), daily));
        }
        return concerns;
    }

    /** Takes everything older as read by everybody; for histories that were told and not lived. */
    public void readUntil(Instant until) {
        rows.sql(READ).param("until", time(until)).update();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
