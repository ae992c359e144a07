package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.city.DeputyMeetings.County;
import org.huiyin.city.DeputyMeetings.Meeting;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Formats;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Half a year of deputies' activities, group by group: each is planned a week before by the office of its place, its list is taken, and its
 * report handed in with a photograph. What is written down on one day goes to disk together.
 */
@Component
public class DeputyDays {

    private static final String KIND = "deputy-activity";
    private static final int AHEAD = 7;
    private static final int BEGINS = 9;
    private static final int WRITTEN = 17;
    private static final Duration LASTS = Duration.ofHours(2);

    private final Acting acting;
    private final Attachments attachments;
    private final DeputyMeetings meetings;
    private final Organisation organisation;
    private final Actors actors;
    private final TransactionTemplate transaction;

    DeputyDays(
            Acting acting,
            Attachments attachments,
            DeputyMeetings meetings,
            Organisation organisation,
            Actors actors,
            TransactionTemplate transaction) {
        this.acting = acting;
        this.attachments = attachments;
        this.meetings = meetings;
        this.organisation = organisation;
        this.actors = actors;
        this.transaction = transaction;
    }

    /** What stands in {@code deputy-days.yaml}. */
    private record Script(
            int days,
            String title,
            List<String> whats,
            String where,
            String details,
            String summary,
            Map<String, County> counties) {

        String titled(Meeting meeting) {
            return title.replace("{group}", meeting.group().name())
                    .replace("{what}", whats.get(meeting.nth() % whats.size()));
        }
    }

    /**
     * Tells them up to the day before that moment, at which the clock stands again afterwards.
     *
     * @param clock moves the application's clock along
     */
    public void tell(Instant now, Consumer<Instant> clock, Progress progress) {
        Script script = CityYaml.read("jingzhou", "deputy-days.yaml", Script.class);
        LocalDate today = now.atZone(Formats.ZONE).toLocalDate();
        LocalDate first = today.minusDays(script.days());
        TreeMap<LocalDate, List<Meeting>> byDay = meetings.all(script.counties(), first, today.minusDays(1));
        Office office = new Office(script, new Cast(organisation, actors.everybody()), new StoryPictures(attachments));
        int done = 0;
        for (LocalDate day : first.minusDays(AHEAD).datesUntil(today).toList()) {
            List<Meeting> next = byDay.getOrDefault(day.plusDays(AHEAD), List.of());
            List<Meeting> held = byDay.getOrDefault(day, List.of());
            if (!next.isEmpty() || !held.isEmpty()) {
                clock.accept(at(day, WRITTEN));
                transaction.executeWithoutResult(status -> {
                    next.forEach(meeting -> office.plan(meeting, day.plusDays(AHEAD)));
                    held.forEach(meeting -> office.hold(meeting, day));
                });
            }
            progress.at("deputies", done++, script.days() + AHEAD);
        }
        clock.accept(now);
        progress.at("deputies", done, done);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Formats.ZONE).toInstant();
    }

    /** Does what the offices of the places do. */
    private final class Office {

        private final Script script;
        private final Cast cast;
        private final StoryPictures pictures;
        private final Map<Meeting, Long> planned = new IdentityHashMap<>();

        Office(Script script, Cast cast, StoryPictures pictures) {
            this.script = script;
            this.cast = cast;
            this.pictures = pictures;
        }

        void plan(Meeting meeting, LocalDate day) {
            Actor planner = planner(meeting);
            Instant starts = at(day, BEGINS);
            Plan plan = new Plan(
                    script.titled(meeting),
                    script.details(),
                    meeting.group().place(),
                    script.where(),
                    "",
                    List.of(new Session(starts, starts.plus(LASTS), "", "")),
                    List.of(Who.post(planner.post())),
                    meeting.asked(),
                    null,
                    null,
                    false);
            planned.put(meeting, done(acting.plan(planner, KIND, plan, key(meeting)), meeting));
        }

        void hold(Meeting meeting, LocalDate day) {
            long id = Objects.requireNonNull(planned.remove(meeting));
            Acting.Doer doer = Acting.Doer.of(planner(meeting));
            Ask attended = new Ask.Attend(1, meeting.came(), Deed.Way.LIST, at(day, BEGINS), "", "");
            done(acting.act(doer, id, Acting.ANY, attended, key(meeting) + "-there"), meeting);
            Map<String, Object> values = Map.of("electors", 12 + meeting.nth() * 7 % 40, "summary", script.summary());
            String photo = pictures.of(KIND + meeting.nth() % 4, doer.actor());
            Ask report = new Ask.Report(values, "", List.of(photo));
            done(acting.act(doer, id, Acting.ANY, report, key(meeting) + "-report"), meeting);
        }

        /** The office of the place, else the one above it. */
        private Actor planner(Meeting meeting) {
            String place = meeting.group().place();
            return cast.dispatcherFor(place)
                    .or(() -> cast.dispatcherFor(place.substring(0, 6)))
                    .orElseGet(cast::cityHotline);
        }

        private static String key(Meeting meeting) {
            return "story-" + meeting.group().id() + "-" + meeting.nth();
        }

        private static long done(Tried tried, Meeting meeting) {
            if (tried instanceof Tried.Done(long id, int version, var deeds)) {
                return id;
            }
            throw new IllegalStateException("The story's activity of " + meeting.group() + " was refused: " + tried);
        }
    }
}
