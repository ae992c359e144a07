package org.huiyin.activity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes acts, and the rows that follow from them; in the transaction that is open. */
@Component
class ActivityRows {

    private static final String BEGIN = """
            insert into activity (kind, kind_version, version, standing, title, unit, place, starts_at, ends_at, open, signed, waiting, present,
              account, post, plan)
            values (:kind, :kindVersion, 1, 'planned', :title, :unit, :place, :starts, :ends, :open, 0, 0, 0, :account, :post, cast(:plan as jsonb))
            returning id
            """;
    private static final String SO = """
            update activity set version = :version, standing = :standing, title = :title, place = :place, starts_at = :starts, ends_at = :ends,
              open = :open, signed = :signed, waiting = :waiting, present = :present, plan = cast(:plan as jsonb), report = cast(:report as jsonb)
            where id = :id
            """;
    private static final String ACTS = """
            insert into activity_act (activity_id, seq, verb, act, occurred_at, recorded_at, account, post, unit)
            select :id, a.seq, a.verb, cast(a.act as jsonb), cast(:at as timestamptz), cast(:now as timestamptz), :account, :post, :unit
            from unnest(:seqs::int[], :verbs::text[], :acts::text[]) a(seq, verb, act)
            """;
    private static final String NO_PEOPLE = """
            delete from activity_person where activity_id = :id and who <> all(:whos)
            """;
    private static final String PEOPLE = """
            insert into activity_person (activity_id, who, part, standing, since, seq)
            select :id, p.who, p.part, p.standing, cast(p.since as timestamptz), p.seq
            from unnest(:whos::text[], :parts::text[], :standings::text[], :sinces::text[], :seqs::int[]) p(who, part, standing, since, seq)
            on conflict (activity_id, who) do update set part = excluded.part, standing = excluded.standing, since = excluded.since, seq = excluded.seq
            where (activity_person.part, activity_person.standing, activity_person.seq) is distinct from (excluded.part, excluded.standing, excluded.seq)
            """;
    private static final String NO_PRESENCES = """
            delete from activity_presence where activity_id = :id and session || ' ' || who <> all(:seats)
            """;
    private static final String PRESENCES = """
            insert into activity_presence (activity_id, session, who, part, way, at, on_day, metres, reason)
            select :id, p.session, p.who, p.part, p.way, cast(p.at as timestamptz), cast(p.day as date), p.metres, p.reason
            from unnest(:sessions::int[], :whos::text[], :parts::text[], :ways::text[], :ats::text[], :days::text[], :metres::int[], :reasons::text[])
              p(session, who, part, way, at, day, metres, reason)
            on conflict (activity_id, session, who) do nothing
            """;
    private static final String RATINGS = """
            insert into activity_rating (activity_id, who, satisfied, words)
            select :id, r.who, r.satisfied, r.words from unnest(:whos::text[], :satisfied::text[], :words::text[]) r(who, satisfied, words)
            on conflict (activity_id, who) do nothing
            """;
    private static final String FINDINGS = """
            insert into activity_finding (activity_id, seq, title, detail, place, position, token, found_at)
            values (:id, :seq, :title, :detail, :place, :position, :token, :at)
            """;

    private final JdbcClient database;
    private final ZoneId zone;

    ActivityRows(JdbcClient database, @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The number of a new one; its first act and people are to be written next. */
    long begin(Activity so) {
        Plan plan = so.plan();
        return database.sql(BEGIN)
                .param("kind", so.kind())
                .param("kindVersion", so.kindVersion())
                .param("title", plan.title())
                .param("unit", so.planner().unit())
                .param("place", plan.place())
                .param("starts", time(plan.starts()))
                .param("ends", time(plan.ends()))
                .param("open", plan.open())
                .param("account", so.planner().account())
                .param("post", so.planner().post())
                .param("plan", JsonMapper.shared().writeValueAsString(plan))
                .query(Long.class)
                .single();
    }

    /** Writes acts of one moment and everything as it is after them. */
    void write(long id, List<Act> acts, Activity so) {
        Act first = acts.getFirst();
        database.sql(ACTS)
                .param("id", id)
                .param("seqs", column(acts, Act::seq).toArray(Integer[]::new))
                .param("verbs", texts(acts, act -> act.deed().verb()))
                .param("acts", texts(acts, act -> act.deed().written()))
                .param("at", first.at().toString())
                .param("now", first.recordedAt().toString())
                .param("account", first.by().account())
                .param("post", first.by().post())
                .param("unit", first.by().unit())
                .update();
        so(id, so);
        people(id, so.people());
        presences(id, so);
        ratings(id, so);
        acts.forEach(act -> found(id, act));
    }

    private void so(long id, Activity so) {
        Plan plan = so.plan();
        database.sql(SO)
                .param("id", id)
                .param("version", so.version())
                .param("standing", so.standing().key())
                .param("title", plan.title())
                .param("place", plan.place())
                .param("starts", time(plan.starts()))
                .param("ends", time(plan.ends()))
                .param("open", plan.open())
                .param("signed", so.signed())
                .param("waiting", so.waiting())
                .param("present", so.present())
                .param("plan", JsonMapper.shared().writeValueAsString(plan))
                .param(
                        "report",
                        so.report() == null ? null : JsonMapper.shared().writeValueAsString(so.report()))
                .update();
    }

    private void people(long id, Map<Who, Activity.Person> people) {
        List<Map.Entry<Who, Activity.Person>> all = List.copyOf(people.entrySet());
        String[] whos = texts(all, one -> one.getKey().toString());
        database.sql(NO_PEOPLE).param("id", id).param("whos", whos).update();
        database.sql(PEOPLE)
                .param("id", id)
                .param("whos", whos)
                .param("parts", texts(all, one -> one.getValue().part().key()))
                .param("standings", texts(all, one -> one.getValue().place().key()))
                .param("sinces", texts(all, one -> one.getValue().since().toString()))
                .param("seqs", column(all, one -> one.getValue().seq()).toArray(Integer[]::new))
                .update();
    }

    private void presences(long id, Activity so) {
        List<Map.Entry<Activity.Seat, Activity.Presence>> all =
                List.copyOf(so.presences().entrySet());
        database.sql(NO_PRESENCES)
                .param("id", id)
                .param(
                        "seats",
                        texts(
                                all,
                                one -> one.getKey().session() + " "
                                        + one.getKey().who()))
                .update();
        database.sql(PRESENCES)
                .param("id", id)
                .param("sessions", column(all, one -> one.getKey().session()).toArray(Integer[]::new))
                .param("whos", texts(all, one -> one.getKey().who().toString()))
                .param("parts", texts(all, one -> one.getValue().part().key()))
                .param("ways", texts(all, one -> one.getValue().way().key()))
                .param("ats", texts(all, one -> one.getValue().at().toString()))
                .param(
                        "days",
                        texts(
                                all,
                                one -> day(
                                        so.plan(),
                                        one.getKey().session(),
                                        one.getValue().at())))
                .param("metres", metres(all))
                .param("reasons", texts(all, one -> one.getValue().reason()))
                .update();
    }

    private void ratings(long id, Activity so) {
        if (!so.ratings().isEmpty()) {
            List<Deed.Rated> all = List.copyOf(so.ratings().values());
            database.sql(RATINGS)
                    .param("id", id)
                    .param("whos", texts(all, one -> one.who().toString()))
                    .param("satisfied", texts(all, one -> one.satisfied().key()))
                    .param("words", texts(all, Deed.Rated::words))
                    .update();
        }
    }

    private void found(long id, Act act) {
        if (act.deed() instanceof Deed.Found found) {
            database.sql(FINDINGS)
                    .param("id", id)
                    .param("seq", act.seq())
                    .param("title", found.title())
                    .param("detail", found.detail())
                    .param("place", found.place())
                    .param("position", found.position())
                    .param("token", found.token())
                    .param("at", time(act.at()))
                    .update();
        }
    }

    /** The day of its sitting: whoever comes to a night's duty after midnight was there on the day it began. */
    private String day(Plan plan, int session, Instant at) {
        Session of = plan.session(session);
        return (of == null ? at : of.starts()).atZone(zone).toLocalDate().toString();
    }

    private static @Nullable Integer[] metres(List<Map.Entry<Activity.Seat, Activity.Presence>> all) {
        @Nullable Integer[] metres = new @Nullable Integer[all.size()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = all.get(i).getValue().metres();
        }
        return metres;
    }

    private static <T> String[] texts(List<T> all, Function<T, String> column) {
        return column(all, column).toArray(String[]::new);
    }

    private static <T, C> List<C> column(List<T> all, Function<T, C> column) {
        return all.stream().map(column).toList();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
