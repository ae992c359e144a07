package org.huiyin.city;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Guests;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.evidence.Attachments;
import org.huiyin.org.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The course of five days: planned, filled beyond its seats, held with the code on the wall, rated and reported, all as anybody would. */
@Component
class CourseDays {

    private static final int GUESTS = 38;
    private static final int HOUR = 9;

    private final Acting acting;
    private final Guests guests;
    private final Attachments attachments;
    private final ZoneId zone;
    private final Course course = Course.of("jingzhou");

    CourseDays(Acting acting, Guests guests, Attachments attachments, @Value("${huiyin.zone}") ZoneId zone) {
        this.acting = acting;
        this.guests = guests;
        this.attachments = attachments;
        this.zone = zone;
    }

    /** What of it takes place in the hour that begins now. */
    void hour(Stage stage, LocalDate today, int hour, Instant now) {
        List<LocalDate> days = days(stage);
        long before = ChronoUnit.DAYS.between(today, days.getFirst());
        if (before > 11 || before == 11 && hour < 10 || today.isAfter(days.getLast())) {
            return;
        }
        Actor dispatcher = stage.cast().dispatcherFor(course.place()).orElseThrow();
        long id = planned(dispatcher, days);
        if (before > 1 && before <= 10 && hour == 11) {
            for (int who = 0; who < GUESTS; who++) {
                if (who % 9 == before % 9) {
                    signUp(stage, id, who, now);
                }
            }
        }
        if (before == 1 && hour == 15) {
            for (int who = 0; who < 4; who++) {
                Acting.Doer doer = doer(stage, who * 7, now);
                acting.act(doer, id, Acting.ANY, new Ask.Withdraw(doer.self(), "临时有事"), "story-withdraw-" + who);
            }
        }
        int session = days.indexOf(today) + 1;
        if (session > 0 && hour == HOUR) {
            attend(stage, id, session, now);
        }
        if (session == days.size() && hour == 11) {
            rate(stage, id, now);
        }
        if (session == days.size() && hour == 15) {
            report(dispatcher, id);
        }
    }

    /** The first five working days from a Monday on, two weeks before the story ends. */
    private List<LocalDate> days(Stage stage) {
        LocalDate end = stage.customs().end().atZone(zone).toLocalDate();
        LocalDate day = end.minusDays(16).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> days = new ArrayList<>();
        for (; days.size() < course.sessions().size(); day = day.plusDays(1)) {
            if (stage.tempo().worked(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private Plan plan(Actor dispatcher, List<LocalDate> days) {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Course.Lesson lesson = course.sessions().get(i);
            sessions.add(
                    new Session(at(days.get(i), HOUR), at(days.get(i), HOUR + 2), lesson.topic(), lesson.speaker()));
        }
        return new Plan(
                course.title(),
                course.details(),
                course.place(),
                course.where(),
                "",
                sessions,
                List.of(Who.post(dispatcher.post())),
                List.of(),
                course.seats(),
                null,
                true);
    }

    /** Its number: the key that planned it finds it again. */
    private long planned(Actor dispatcher, List<LocalDate> days) {
        return acting.plan(dispatcher, "open-course", plan(dispatcher, days), "story-course")
                        instanceof Tried.Done(long id, int version, var deeds)
                ? id
                : 0;
    }

    private void signUp(Stage stage, long id, int who, Instant now) {
        Acting.Doer doer = doer(stage, who, now);
        acting.act(doer, id, Acting.ANY, new Ask.SignUp(doer.self()), "story-sign-up");
    }

    private void attend(Stage stage, long id, int session, Instant now) {
        for (int who = 0; who < GUESTS; who++) {
            boolean withdrew = who % 7 == 0 && who < 28;
            if (!withdrew && random(stage, who, session).nextInt(10) < 8) {
                Acting.Doer doer = doer(stage, who, now);
                Ask.Attend attend = new Ask.Attend(session, List.of(doer.self()), Deed.Way.CODE, now, "", "");
                acting.act(doer, id, Acting.ANY, attend, "story-arrival-" + session);
            }
        }
    }

    private void rate(Stage stage, long id, Instant now) {
        for (int who = 0; who < GUESTS; who++) {
            SplittableRandom random = random(stage, who, 99);
            if (random.nextInt(3) > 0) {
                Acting.Doer doer = doer(stage, who, now);
                Deed.Satisfied satisfied = random.nextInt(12) == 0
                        ? Deed.Satisfied.NO
                        : random.nextInt(4) == 0 ? Deed.Satisfied.MOSTLY : Deed.Satisfied.YES;
                String words = course.said().get(random.nextInt(course.said().size()));
                acting.act(doer, id, Acting.ANY, new Ask.Rate(doer.self(), satisfied, words), "story-rating");
            }
        }
    }

    private void report(Actor dispatcher, long id) {
        String photo = new StoryPictures(attachments).of("course", dispatcher);
        acting.act(
                Acting.Doer.of(dispatcher),
                id,
                Acting.ANY,
                new Ask.Report(
                        Map.of("listeners", 34, "summary", course.summary(), "materials", 60), "", List.of(photo)),
                "story-report");
    }

    /** Somebody with an invented name and a telephone nobody has. */
    private Acting.Doer doer(Stage stage, int who, Instant now) {
        SplittableRandom random = random(stage, who, 0);
        String surname = course.surnames()
                .substring(
                        who % course.surnames().length(),
                        who % course.surnames().length() + 1);
        String name = surname + course.given().get(random.nextInt(course.given().size()));
        return Acting.Doer.guest(guests.known("1990000" + (1000 + who), name, now));
    }

    private static SplittableRandom random(Stage stage, int who, int what) {
        return new SplittableRandom(stage.script().seed() ^ who * 1009L ^ what * 31L);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
