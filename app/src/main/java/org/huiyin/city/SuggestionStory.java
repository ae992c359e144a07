package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.huiyin.frame.Formats;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.EntryFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deputies' suggestions of a year, taken over by the import post step by step through the Desk, each at its own moment in the past. */
@Component
public class SuggestionStory {

    private static final String PROGRAMME = "deputy-suggestions";
    private static final Duration DAY = Duration.ofDays(1);
    /** Days after the beginning by which something was promised, and when its delivery is rated. */
    private static final int PROMISED = 72;

    private static final int DELIVERED = 80;
    private static final Map<String, String> ANSWER =
            Map.of("answer", "已实地查看并与代表沟通，按建议办理，完成情况见附件说明。", "result-class", "a");

    private final Desk desk;
    private final Entries entries;
    private final Actors actors;
    private final Organisation organisation;
    private final InstantSource clock;

    SuggestionStory(Desk desk, Entries entries, Actors actors, Organisation organisation, InstantSource clock) {
        this.desk = desk;
        this.entries = entries;
        this.actors = actors;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** How many suggestions a county's deputies make, and how many of them are concluded. */
    record County(int made, int concluded) {}

    /** What stands in {@code suggestions.yaml}. */
    record Plan(List<String> titles, String description, Map<String, County> counties) {}

    /** One suggestion on its way. */
    private static final class Course {

        private final Map<String, Object> first;
        private final Instant at;
        private final int lead;
        private final boolean concluded;
        private final int stops;
        private @Nullable MatterNumber matter;

        private Course(Map<String, Object> first, Instant at, int lead, boolean concluded, int stops) {
            this.first = first;
            this.at = at;
            this.lead = lead;
            this.concluded = concluded;
            this.stops = stops;
        }

        private MatterNumber number() {
            return Objects.requireNonNull(matter);
        }

        /** Whether its answer promises something whose day has come. */
        private boolean promised(Instant now) {
            return concluded
                    && number().id() % 6 == 0
                    && at.plus(DAY.multipliedBy(DELIVERED + 1)).isBefore(now);
        }
    }

    /** One step of every course that gets so far: how many days after the beginning, and what is filled in. */
    private record Leg(int ordinal, String step, int days, Map<String, Object> fields) {}

    public void tell(Progress progress) {
        Plan plan = CityYaml.read("jingzhou", "suggestions.yaml", Plan.class);
        Actor importer = actors.everybody().stream()
                .filter(actor -> actor.role() == Role.IMPORTER)
                .findFirst()
                .orElseThrow();
        List<Course> courses = courses(plan);
        begin(importer, courses);
        List<Leg> legs = List.of(
                new Leg(1, "assign", 3, Map.of("kind", "ordinary")),
                new Leg(2, "sign", 4, Map.of()),
                new Leg(3, "contact", 14, Map.of("means", "survey")),
                new Leg(4, "conclude", 50, Map.copyOf(ANSWER)),
                new Leg(5, "answer", 52, Map.copyOf(ANSWER)),
                new Leg(6, "rate", 56, Map.of("contacted", "yes", "satisfied", "satisfied")));
        for (Leg leg : legs) {
            progress.at("suggestions", leg.ordinal(), legs.size());
            List<StepRequest> wishes = courses.stream()
                    .filter(course -> course.concluded || course.stops >= leg.ordinal())
                    .map(course -> further(importer, course, leg))
                    .toList();
            demand(desk.performAll(wishes));
        }
        Leg delivery = new Leg(7, "deliver-rating", DELIVERED, Map.of("delivered", "yes"));
        demand(desk.performAll(courses.stream()
                .filter(course -> course.promised(clock.instant()))
                .map(course -> further(importer, course, delivery))
                .toList()));
    }

    private StepRequest further(Actor importer, Course course, Leg leg) {
        Map<String, Object> fields = new HashMap<>(leg.fields());
        if (leg.step().equals("assign")) {
            fields.put("lead", (long) course.lead);
        }
        if (leg.step().equals("rate") && course.number().id() % 17 == 0) {
            fields.put("satisfied", "basically");
        }
        if (fields.containsKey("result-class") && course.promised(clock.instant())) {
            fields.put("result-class", "b");
            fields.put(
                    "promised-on",
                    course.at
                            .plus(DAY.multipliedBy(PROMISED))
                            .atZone(Formats.ZONE)
                            .toLocalDate()
                            .toString());
        }
        if (leg.step().equals("deliver-rating") && course.number().id() % 10 == 0) {
            fields.put("delivered", "no");
        }
        return StepRequest.further(
                        course.number(),
                        StepRequest.ANY,
                        leg.step(),
                        importer,
                        fields,
                        "story-" + course.number() + leg.step())
                .at(course.at.plus(DAY.multipliedBy(leg.days())));
    }

    private void begin(Actor importer, List<Course> courses) {
        List<StepRequest> wishes = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            Course course = courses.get(i);
            wishes.add(
                    StepRequest.begin(PROGRAMME, "suggest", importer, course.first, List.of(), "story-suggestion-" + i)
                            .at(course.at));
        }
        List<Outcome> outcomes = desk.performAll(wishes);
        demand(outcomes);
        for (int i = 0; i < courses.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done(var receipt)) {
                courses.get(i).matter = receipt.number();
            }
        }
    }

    private static void demand(List<Outcome> outcomes) {
        outcomes.stream()
                .filter(one -> !(one instanceof Outcome.Done))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalStateException("The story's suggestions were refused: " + one);
                });
    }

    private List<Course> courses(Plan plan) {
        RandomGenerator random = new SplittableRandom(Script.of("jingzhou").seed());
        Instant now = clock.instant();
        List<Course> courses = new ArrayList<>();
        plan.counties().forEach((county, counts) -> {
            List<Entry> deputies = entries.all(
                    EntryFilter.present("deputies", Reach.EVERYWHERE, 1000).in(county));
            List<Integer> leads = leads(county);
            for (int i = 0; i < counts.made(); i++) {
                boolean concluded = i < counts.concluded();
                int stops = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
                int daysAgo = concluded ? 70 + random.nextInt(240) : stops == 0 ? 2 : 16 + random.nextInt(45);
                Instant at = now.minus(DAY.multipliedBy(daysAgo));
                Entry deputy = deputies.get(random.nextInt(deputies.size()));
                courses.add(new Course(
                        first(plan, deputy, random), at, leads.get(random.nextInt(leads.size())), concluded, stops));
            }
        });
        return courses;
    }

    private static Map<String, Object> first(Plan plan, Entry deputy, RandomGenerator random) {
        String[] titled =
                plan.titles().get(random.nextInt(plan.titles().size())).split("\\|");
        Map<String, Object> fields = new HashMap<>();
        fields.put("category", titled[0]);
        fields.put("title", titled[1]);
        fields.put("description", plan.description());
        fields.put("place", deputy.place());
        fields.put("at-session", random.nextInt(3) == 0 ? "session" : "between");
        fields.put("deputy", "RD-" + deputy.number());
        fields.put("deputy-name", deputy.name());
        return fields;
    }

    /** The departments of a county, or the city's where it has none. */
    private List<Integer> leads(String county) {
        List<Integer> own = departments(county);
        return own.isEmpty() ? departments("4210") : own;
    }

    private List<Integer> departments(String place) {
        return organisation.units().all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.DEPARTMENT && unit.active() && place.equals(unit.place()))
                .map(Unit::id)
                .toList();
    }
}
