package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The last weeks of duty in the communities of the pilot district, and of patrols: some do more than they owe, some less. */
@Component
class DutyDays {

    private static final Duration TOLD = Duration.ofDays(45);
    private static final int HOUR = 9;

    private final Acting acting;
    private final Organisation organisation;
    private final ZoneId zone;
    private final Course course = Course.of("jingzhou");

    DutyDays(Acting acting, Organisation organisation, @Value("${huiyin.zone}") ZoneId zone) {
        this.acting = acting;
        this.organisation = organisation;
        this.zone = zone;
    }

    /** In the afternoon people write down where they were in the morning. */
    void afternoon(Stage stage, LocalDate today, Instant now) {
        if (now.isBefore(stage.customs().end().minus(TOLD))) {
            return;
        }
        String district = stage.script().shown().place().substring(0, 6);
        for (Unit unit : organisation.units().all()) {
            if (unit.kind() == Unit.Kind.TOWN
                    && unit.active()
                    && String.valueOf(unit.place()).startsWith(district)) {
                for (Role role : List.of(Role.DISPATCHER, Role.UNIT_HEAD)) {
                    stage.cast()
                            .at(unit.id(), role)
                            .ifPresent(who -> duty(stage, who, String.valueOf(unit.place()), today));
                }
            }
        }
        stage.cast().gridWorker(stage.script().shown().place()).ifPresent(who -> patrol(stage, who, today));
    }

    private void duty(Stage stage, Actor who, String place, LocalDate today) {
        SplittableRandom random = random(stage, who, today);
        // some are there twice a week, some hardly at all
        int zeal = (int) Math.floorMod(who.post() * 7, 5L);
        if (random.nextInt(20) <= zeal) {
            Map<String, Object> values = Map.of(
                    "received",
                    3 + random.nextInt(20),
                    "solved",
                    random.nextInt(4),
                    "note",
                    course.duty().note());
            done(who, "community-duty", course.duty(), place, today, values);
        }
    }

    private void patrol(Stage stage, Actor who, LocalDate today) {
        SplittableRandom random = random(stage, who, today);
        if (random.nextInt(10) < 9) {
            int kilometres = 2 + random.nextInt(3);
            String place = who.reach().places().getFirst();
            Map<String, Object> values = new HashMap<>(
                    Map.of("stretch", kilometres + ".5", "note", course.patrol().note()));
            Stroll.middle(organisation.places(), place)
                    .ifPresent(middle ->
                            values.put("gps", Stroll.around(middle, kilometres * 1000 + 500, begins(today), random)));
            done(who, "patrol", course.patrol(), place, today, values);
        }
    }

    private void done(
            Actor who, String kind, Course.Routine routine, String place, LocalDate day, Map<String, Object> values) {
        Instant starts = begins(day);
        Session session = new Session(starts, starts.plus(Duration.ofHours(2)), "", "");
        Plan plan = new Plan(
                routine.title(),
                "",
                place,
                routine.whereabouts(),
                "",
                List.of(session),
                List.of(Who.post(who.post())),
                List.of(),
                null,
                null,
                false);
        String key = "story-" + kind + "-" + day;
        if (acting.plan(who, kind, plan, key) instanceof Tried.Done(long id, int version, var deeds)) {
            Acting.Doer doer = Acting.Doer.of(who);
            Ask.Attend attend = new Ask.Attend(1, List.of(doer.self()), Deed.Way.LIST, starts, "", "");
            acting.act(doer, id, Acting.ANY, attend, key + "-there");
            acting.act(doer, id, Acting.ANY, new Ask.Report(values, "", List.of()), key + "-report");
        }
    }

    private Instant begins(LocalDate day) {
        return day.atTime(HOUR, 0).atZone(zone).toInstant();
    }

    private static SplittableRandom random(Stage stage, Actor who, LocalDate day) {
        return new SplittableRandom(stage.script().seed() ^ who.post() * 7919 ^ day.toEpochDay() * 31);
    }
}
