package org.huiyin.matter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Phrases;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Scenarios;
import org.huiyin.programme.Scenarios.Act;
import org.huiyin.programme.Scenarios.Person;
import org.huiyin.programme.Scenarios.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Plays the scenarios of a programme through the very Lifecycle that the Desk uses, in memory: no database, no clock but the scenario's.
 */
public final class ScenarioRun {

    private static final int FIRST_UNIT = 1;

    private final Programme programme;
    private final Scenarios scenarios;
    private final ZoneId zone;
    private final Calendars calendars;
    private final Lifecycle lifecycle;

    public ScenarioRun(Programme programme, Scenarios scenarios, WorkCalendar calendar, ZoneId zone) {
        this.programme = programme;
        this.scenarios = scenarios;
        this.zone = zone;
        this.calendars = Calendars.only(calendar);
        this.lifecycle = new Lifecycle(calendars, new Stage(), zone);
    }

    /**
     * One way in which a scenario came out otherwise than told.
     *
     * @param what what was expected by its name, such as {@code state}; {@code given} when an act before was refused
     */
    public record Difference(String what, String expected, String actual) {

        public String text(Locale locale) {
            Phrases say = Phrases.of(locale);
            return what.equals("given")
                    ? say.say("check.given-refused", List.of(expected, actual))
                    : say.say("check.difference", List.of(what, shown(say, expected), shown(say, actual)));
        }

        private static String shown(Phrases say, String value) {
            return value.isEmpty() ? say.say("check.nothing", List.of()) : value;
        }
    }

    /** Plays one scenario. Returns every way in which it came out otherwise; nothing when it came out as told. */
    public List<Difference> play(Scenario scenario) {
        Play play = new Play();
        for (Act act : scenario.given()) {
            Optional<Outcome> refused = play.perform(act);
            if (refused.isPresent()) {
                return List.of(new Difference(
                        "given", act.at() + " " + act.who() + " " + act.does(), Expected.slug(refused.get())));
            }
        }
        Optional<Outcome> refused = play.perform(scenario.when());
        Expected expected = new Expected(play, scenario.when(), refused);
        return scenario.then().stream()
                .flatMap(then -> expected.differences(then).stream())
                .toList();
    }

    /** The small world a scenario is played in: its own units, and any place. */
    private final class Stage implements Directory {
        @Override
        public boolean hasUnit(int unit) {
            return unit >= FIRST_UNIT && unit < FIRST_UNIT + scenarios.units().size();
        }

        @Override
        public boolean hasPlace(String place) {
            return true;
        }

        @Override
        public int officeFor(String place) {
            return FIRST_UNIT;
        }
    }

    /** One scenario being played: its matters as they stand. */
    final class Play {
        private final Map<String, Matter> matters = new LinkedHashMap<>();
        private final Map<String, List<Step>> steps = new HashMap<>();
        private int requests;

        Optional<Outcome> perform(Act act) {
            Instant at = instant(act.at());
            Matter before = matters.get(act.matter());
            LocalDateTime occurred = act.occurred();
            StepRequest request = new StepRequest(
                    programme.name(),
                    before == null ? 0 : before.id(),
                    StepRequest.ANY,
                    act.does(),
                    actor(act.who()),
                    resolved(act),
                    Collections.nCopies(act.evidence(), "photo"),
                    "scenario-" + ++requests,
                    occurred == null ? null : instant(occurred),
                    shown(act.who()));
            return decide(act.matter(), before, request, at);
        }

        private Optional<Outcome> decide(String name, @Nullable Matter before, StepRequest request, Instant at) {
            Situation.Kin kin = new Situation.Kin(
                    byId(MergeTargets.named(request.fields())),
                    mergedInto(before),
                    last(name, before),
                    holding(request));
            return switch (lifecycle.decide(programme, before, request, kin, calendars.current(), at)) {
                case Decision.Denied(Outcome outcome) -> Optional.of(outcome);
                case Decision.Accepted accepted -> {
                    long id = MatterNumber.of(act(accepted).getYear(), matters.size() + 1)
                            .id();
                    steps.computeIfAbsent(name, it -> new ArrayList<>()).add(accepted.step());
                    matters.put(name, before == null ? accepted.after().withId(id) : accepted.after());
                    accepted.carries().forEach(carried -> carry(carried, at));
                    yield Optional.empty();
                }
            };
        }

        private Map<String, Step> last(String name, @Nullable Matter before) {
            Map<String, Step> last = new HashMap<>();
            steps.getOrDefault(name, List.of()).stream()
                    .filter(step -> before != null && step.round() == before.round())
                    .forEach(step -> last.put(step.name(), step));
            return last;
        }

        /** How many of the other matters stand where this step of whoever asks took them. */
        private long holding(StepRequest request) {
            return matters.entrySet().stream()
                    .filter(matter -> matter.getValue().id() != request.matter())
                    .flatMap(matter -> Stream.ofNullable(
                                    last(matter.getKey(), matter.getValue()).get(request.step()))
                            .filter(step -> !request.shown().isEmpty()
                                    && step.asker().equals(request.shown())
                                    && step.toState().equals(matter.getValue().state())))
                    .count();
        }

        private LocalDateTime act(Decision.Accepted accepted) {
            return LocalDateTime.ofInstant(accepted.step().occurredAt(), zone);
        }

        private void carry(Decision.Carried carried, Instant at) {
            for (Map.Entry<String, Matter> entry : List.copyOf(matters.entrySet())) {
                Matter matter = entry.getValue();
                if (matter.id() == carried.matter()) {
                    decide(
                            entry.getKey(),
                            matter,
                            new StepRequest(
                                    programme.name(),
                                    matter.id(),
                                    StepRequest.ANY,
                                    carried.step(),
                                    Actor.SYSTEM,
                                    carried.fields(),
                                    carried.evidence(),
                                    "scenario-" + ++requests,
                                    null,
                                    ""),
                            at);
                }
            }
        }

        private @Nullable Matter byId(@Nullable Long id) {
            return matters.values().stream()
                    .filter(m -> id != null && m.id() == id)
                    .findFirst()
                    .orElse(null);
        }

        private List<Matter> mergedInto(@Nullable Matter into) {
            return matters.values().stream()
                    .filter(m -> into != null && m.mergedInto() != null && m.mergedInto() == into.id())
                    .toList();
        }

        @Nullable
        Matter matter(String name) {
            return matters.get(name);
        }

        List<String> open(Matter matter, String who, Act now) {
            return lifecycle.open(programme, matter, actor(who), instant(now.at())).stream()
                    .map(rule -> rule.name())
                    .toList();
        }

        Instant instant(LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }

        String unitName(@Nullable Integer unit) {
            return unit == null ? "" : scenarios.units().get(unit - FIRST_UNIT);
        }

        ZoneId zone() {
            return zone;
        }

        /** Names of units and matters in the form become their numbers. */
        private Map<String, Object> resolved(Act act) {
            Map<String, Object> fields = new HashMap<>(act.with());
            programme
                    .step(act.does())
                    .ifPresent(rule -> fields.replaceAll((name, value) -> rule.form()
                            .field(name)
                            .map(field -> resolved(field, value))
                            .orElse(value)));
            return fields;
        }

        private Object resolved(Field field, Object value) {
            return switch (field.type()) {
                case UNIT -> unit(value);
                case UNITS ->
                    value instanceof List<?> many
                            ? many.stream().map(ScenarioRun.this::unit).toList()
                            : value;
                case MATTER -> matters.containsKey(value) ? numberOf(String.valueOf(value)) : value;
                default -> value;
            };
        }

        private Object numberOf(String name) {
            Matter matter = matters.get(name);
            return matter == null ? name : matter.number().toString();
        }
    }

    private Object unit(Object name) {
        int index = scenarios.units().indexOf(name);
        return index < 0 ? name : (Object) (long) (index + FIRST_UNIT);
    }

    /** Residents of scenarios have shown who they are wherever a step asks for it. */
    private String shown(String who) {
        Person person = scenarios.people().get(who);
        return person != null && person.role().equals("resident") ? "resident:" + who : "";
    }

    private Actor actor(String who) {
        Person person = scenarios.people().get(who);
        if (person == null) {
            throw new IllegalStateException("Nobody is called " + who);
        }
        Role role = Role.valueOf(person.role().toUpperCase(Locale.ROOT).replace('-', '_'));
        int number = 1 + List.copyOf(scenarios.people().keySet()).indexOf(who);
        int unit = Math.max(0, scenarios.units().indexOf(person.unit()) + FIRST_UNIT);
        return switch (role) {
            case SYSTEM -> Actor.SYSTEM;
            case RESIDENT -> new Actor(number, 0, 0, role, who, Reach.NOWHERE, null);
            case GRID_WORKER, SUPERVISOR, LEADER, ADMIN, IMPORTER ->
                new Actor(number, number, unit, role, who, Reach.EVERYWHERE, null);
            case DISPATCHER, HANDLER, UNIT_HEAD ->
                new Actor(number, number, unit, role, who, new Reach(false, java.util.Set.of(unit), List.of()), null);
        };
    }
}
