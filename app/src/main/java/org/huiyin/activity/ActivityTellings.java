package org.huiyin.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what concerns them of an activity, in the transaction of the act: staff in their inbox, guests by short message. */
@Component
class ActivityTellings {

    private static final String TEXT = """
            insert into activity_text (guest, activity, words, due_at)
            select g.guest, :activity, :words, :due from unnest(:guests::bigint[]) g(guest)
            """;

    private final JdbcClient database;
    private final Messages messages;
    private final TextWords words;

    ActivityTellings(JdbcClient database, Messages messages, TextWords words) {
        this.database = database;
        this.messages = messages;
        this.words = words;
    }

    /** @param before the same before these acts; the same object for a new one */
    void tell(long id, Activity before, Activity after, List<Act> acts) {
        for (Act act : acts) {
            switch (act.deed()) {
                case Deed.Planned planned -> all("planned", id, after, act, after.list());
                case Deed.Changed changed -> {
                    if (otherwise(before.plan(), after.plan())) {
                        all("changed", id, after, act, concerned(after));
                    } else {
                        all("planned", id, after, act, fresh(before, after));
                    }
                }
                case Deed.Cancelled cancelled -> all("cancelled", id, after, act, concerned(after));
                case Deed.SignedUp(Who who, boolean waiting) ->
                    all(waiting ? "waiting" : "signed", id, after, act, List.of(who));
                case Deed.MovedUp(Who who) -> all("moved-up", id, after, act, List.of(who));
                case Deed.Withdrew withdrew -> {}
                case Deed.Attended attended -> {}
                case Deed.Corrected corrected -> {}
                case Deed.Reported reported -> {}
                case Deed.Found found -> {}
                case Deed.Rated rated -> {}
            }
        }
    }

    /** Reminds whoever is awaited of a sitting. */
    void remind(long id, Activity so, Session session, Instant now) {
        List<Who> awaited = so.list();
        staff("reminder", id, so, session.starts(), awaited, now, 0);
        guests("reminder", id, so, session.starts(), awaited, now);
    }

    private void all(String kind, long id, Activity so, Act act, Collection<Who> who) {
        staff(kind, id, so, so.plan().starts(), who, act.recordedAt(), act.by().account());
        guests(kind, id, so, so.plan().starts(), who, act.recordedAt());
    }

    private void staff(
            String kind, long id, Activity so, Instant starts, Collection<Who> who, Instant now, long except) {
        List<Audience> posts = who.stream()
                .filter(one -> one.sort() == Who.Sort.POST)
                .map(one -> Audience.post(one.id()))
                .toList();
        if (!posts.isEmpty()) {
            messages.tell(
                    database,
                    List.of(new Telling(
                            "activity-" + kind,
                            posts,
                            List.of(
                                    Word.of(so.plan().title()),
                                    Word.of(starts),
                                    Word.of(so.plan().where())),
                            "/desk/activities/" + id,
                            0,
                            now,
                            except)),
                    now);
        }
    }

    private void guests(String kind, long id, Activity so, Instant starts, Collection<Who> who, Instant now) {
        Long[] guests = who.stream()
                .filter(one -> one.sort() == Who.Sort.GUEST)
                .map(Who::id)
                .toArray(Long[]::new);
        if (guests.length > 0) {
            database.sql(TEXT)
                    .param("guests", guests)
                    .param("activity", id)
                    .param("words", words.of(kind, so.plan(), starts, now))
                    .param("due", ActivityRows.time(messages.deliverAt(now)))
                    .update();
        }
    }

    private static List<Who> concerned(Activity so) {
        return so.people().entrySet().stream()
                .filter(one -> one.getValue().place() != Activity.Place.WITHDRAWN)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static List<Who> fresh(Activity before, Activity after) {
        List<Who> fresh = new ArrayList<>(after.list());
        fresh.removeAll(before.list());
        return fresh;
    }

    /** Whether people have to come at another time or to another place. */
    private static boolean otherwise(Plan was, Plan now) {
        List<Instant> before = was.sessions().stream().map(Session::starts).toList();
        List<Instant> after = now.sessions().stream().map(Session::starts).toList();
        return !before.equals(after)
                || !was.place().equals(now.place())
                || !was.where().equals(now.where());
    }
}
