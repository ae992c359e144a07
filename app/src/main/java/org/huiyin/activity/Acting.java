package org.huiyin.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.Keeper;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people plan activities and act on them: the one way in. Whoever is answered finds it on disk. */
@Component
public class Acting {

    /** A request may say that it saw no version in particular. */
    public static final int ANY = -1;

    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(hashtextextended(:key, 8250)))
            """;
    private static final String ASKED = """
            select activity_id, seq, asked from activity_asked where key = :key
            """;
    private static final String ASK = """
            insert into activity_asked (key, activity_id, seq, asked, recorded_at) values (:key, :activity, :seq, :asked, :now)
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Activities activities;
    private final ActivityRows rows;
    private final ActingParts parts;
    private final InstantSource clock;

    Acting(
            JdbcClient database,
            TransactionTemplate transaction,
            Activities activities,
            ActivityRows rows,
            ActingParts parts,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.activities = activities;
        this.rows = rows;
        this.parts = parts;
        this.clock = clock;
    }

    /** Whoever acts: somebody at a post, or a guest for themselves. */
    public record Doer(Actor actor, long guest) {

        public static Doer of(Actor actor) {
            return new Doer(actor, 0);
        }

        /** Somebody who showed that a telephone is theirs. */
        public static Doer guest(long guest) {
            return new Doer(Actor.VISITOR, guest);
        }

        /** The key as it is stored: nobody gets at another's answer by guessing a key. */
        String scoped(String key) {
            return guest == 0 ? actor.account() + ":" + actor.post() + ":" + key : "guest:" + guest + ":" + key;
        }

        Act.By by() {
            return new Act.By(actor.account(), actor.post(), actor.unit());
        }

        /** Whom they act for when they act for themselves. */
        public Who self() {
            return guest == 0 ? Who.post(actor.post()) : Who.guest(guest);
        }
    }

    private record Asked(long activity, int seq, String asked) {}

    /** Plans an activity; the same key gives the same one. */
    public Tried plan(Actor actor, String kind, Plan plan, String key) {
        Doer doer = Doer.of(actor);
        Optional<Kind> known = parts.kinds().newest(kind);
        if (known.isEmpty() || !parts.rights().plans(actor, known.get())) {
            return new Tried.NotYours();
        }
        String asked = hash("plan " + kind + plan);
        return once(doer, key, asked, () -> {
            if (!parts.present(known.get(), plan, actor)) {
                return Tried.Refused.of(Wrong.NOT_PRESENT);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return switch (parts.rules().plan(known.get(), plan, now)) {
                case Decided.No(var why, var fields) -> new Tried.Refused(why, fields);
                case Decided.Deeds(var deeds) ->
                    parts.rights().plansAt(actor, known.get(), plan.place())
                            ? begun(doer, deeds.getFirst(), now)
                            : new Tried.NotYours();
            };
        });
    }

    private Tried begun(Doer doer, Deed planned, Instant now) {
        Act act = new Act(1, planned, now, now, doer.by());
        Activity so = Activity.begun(act);
        long id = rows.begin(so);
        rows.write(id, List.of(act), so);
        parts.told().tell(id, so, so, List.of(act));
        return new Tried.Done(id, 1, List.of(planned));
    }

    /**
     * Does something about an activity.
     *
     * @param expected the version the asker saw, or {@link #ANY}
     * @param key made by the asker, on the phone if need be; the same key gives the same answer
     */
    public Tried act(Doer doer, long id, int expected, Ask ask, String key) {
        return once(doer, key, essence(id, ask), () -> {
            if (!activities.lock(id)) {
                return new Tried.NoSuch(id);
            }
            Activity so = activities.find(id).orElseThrow();
            Kind kind = parts.kinds().of(so);
            if (!parts.mayAsk(doer, kind, so, ask)) {
                return new Tried.NotYours();
            }
            if (parts.left(ask)) {
                return Tried.Refused.of(Wrong.LEFT);
            }
            if (!parts.known(doer, ask)) {
                return Tried.Refused.of(Wrong.NOBODY);
            }
            if (expected != ANY && expected != so.version()) {
                return new Tried.Stale(expected, so.version());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return switch (parts.rules().decide(kind, so, ask, now)) {
                case Decided.No(var why, var fields) -> new Tried.Refused(why, fields);
                case Decided.Deeds(var deeds) -> done(doer, id, so, deeds, now);
            };
        });
    }

    private Tried done(Doer doer, long id, Activity so, List<Deed> deeds, Instant now) {
        List<Act> acts = new ArrayList<>();
        Activity next = so;
        for (Deed deed : deeds) {
            Instant at = deed instanceof Deed.Attended attended && attended.at().isBefore(now) ? attended.at() : now;
            Act act = new Act(next.version() + 1, deed, at, now, doer.by());
            next = next.after(act);
            acts.add(act);
        }
        rows.write(id, acts, next);
        acts.forEach(act -> keep(id, act));
        parts.told().tell(id, so, next, acts);
        return new Tried.Done(id, next.version(), deeds);
    }

    /** Photographs belong to the report or finding they came with. */
    private void keep(long id, Act act) {
        List<String> photos = switch (act.deed()) {
            case Deed.Reported reported -> reported.photos();
            case Deed.Found found -> found.photos();
            default -> List.of();
        };
        if (!photos.isEmpty()) {
            parts.attachments().keep(new Keeper(Photos.KIND, Photos.keeper(id, act.seq())), photos);
        }
    }

    private interface Work {
        Tried come();
    }

    /** What was refused leaves no trace: it may be asked again under the same key when its cause is gone. */
    private Tried once(Doer doer, String key, String asked, Work work) {
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("An idempotency key has 1 to 100 characters");
        }
        String scoped = doer.scoped(key);
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            database.sql(ONE_AT_A_TIME).param("key", scoped).query(Long.class).single();
            Optional<Asked> before = database.sql(ASKED)
                    .param("key", scoped)
                    .query((row, n) -> new Asked(row.getLong(1), row.getInt(2), row.getString(3)))
                    .optional();
            if (before.isPresent()) {
                Asked was = before.get();
                return was.asked().equals(asked)
                        ? new Tried.Done(was.activity(), was.seq(), List.of())
                        : new Tried.KeyReused();
            }
            Tried tried = work.come();
            if (tried instanceof Tried.Done(long activity, int version, var deeds)) {
                database.sql(ASK)
                        .param("key", scoped)
                        .param("activity", activity)
                        .param("seq", version)
                        .param("asked", asked)
                        .param("now", ActivityRows.time(clock.instant()))
                        .update();
            }
            return tried;
        }));
    }

    /** What makes two requests the same: a phone that asks again may be elsewhere and later. */
    private static String essence(long id, Ask ask) {
        Ask bare = switch (ask) {
            case Ask.Find(UUID token, String title, String detail, String place, String position, var photos) ->
                new Ask.Find(new UUID(0, 0), title, detail, place, "", List.of());
            case Ask.Attend(int session, var who, Deed.Way way, Instant at, String position, String reason) ->
                new Ask.Attend(session, who, way, Instant.EPOCH, "", reason);
            case Ask.Report(var values, String note, var photos) -> new Ask.Report(values, note, List.of());
            default -> ask;
        };
        return hash(id + " " + bare);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
