package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Part;
import org.huiyin.programme.Measuring;
import org.jspecify.annotations.Nullable;

/**
 * What a step counts as. Pure: the scribe uses it when the step is taken, doctor and every recount when they fold all steps again, so that they
 * cannot disagree.
 */
public final class Counting {

    private static final int TOWN_LENGTH = 9;

    private final ZoneId zone;
    private final Map<String, List<Rules>> rules = new HashMap<>();

    public Counting(Measuring measuring, ZoneId zone) {
        this.zone = zone;
        for (String programme : measuring.programmes()) {
            rules.put(
                    programme,
                    measuring.of(programme).stream()
                            .map(measures -> Rules.of(measures, zone))
                            .toList()
                            .reversed());
        }
    }

    /** The parts of one version from a moment on, found by step and by clock. */
    private record Rules(
            Instant from, Measures measures, Map<String, List<Part>> bySteps, Map<String, List<Part>> byClocks) {

        static Rules of(Measures measures, ZoneId zone) {
            Map<String, List<Part>> steps = new HashMap<>();
            Map<String, List<Part>> clocks = new HashMap<>();
            for (Part part : measures.parts().values()) {
                part.on()
                        .forEach(step -> steps.computeIfAbsent(step, s -> new ArrayList<>())
                                .add(part));
                if (part.clock() != null) {
                    clocks.computeIfAbsent(part.clock(), c -> new ArrayList<>()).add(part);
                }
            }
            return new Rules(measures.effectiveFrom().atStartOfDay(zone).toInstant(), measures, steps, clocks);
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The measures that count what happens then; empty when the programme is not measured. */
    Optional<Measures> inForce(String programme, Instant at) {
        return Optional.ofNullable(rules(programme, at)).map(Rules::measures);
    }

    private @Nullable Rules rules(String programme, Instant at) {
        for (Rules one : rules.getOrDefault(programme, List.of())) {
            if (!at.isBefore(one.from())) {
                return one;
            }
        }
        return null;
    }

    /** The facts of a step: one for each unit it counts for. */
    List<Fact> facts(Accepted one) {
        Matter after = one.after();
        Instant at = one.step().occurredAt();
        Rules inForce = rules(after.programme(), at);
        List<Part> candidates = inForce == null
                ? List.of()
                : inForce.bySteps().getOrDefault(one.step().name(), List.of());
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<String>> byUnit = new LinkedHashMap<>();
        Map<String, Object> known = null;
        for (Part part : candidates) {
            if (part.when() != null) {
                known = known == null ? known(one) : known;
                if (!part.when().holds(known)) {
                    continue;
                }
            }
            byUnit.computeIfAbsent(unit(part, one), unit -> new ArrayList<>()).add(part.name());
        }
        List<Fact> facts = new ArrayList<>(byUnit.size());
        byUnit.forEach((unit, parts) -> facts.add(new Fact(
                after.id(),
                one.step().seq(),
                after.programme(),
                unit,
                town(after.place()),
                after.category(),
                at,
                List.copyOf(parts))));
        return facts;
    }

    /** How a step, or another calendar, changes the clocks that are judged. */
    List<Judged.Change> judged(@Nullable Matter before, Matter after) {
        List<Clock> known = before == null ? List.of() : before.clocks();
        List<Judged.Change> changes = new ArrayList<>(1);
        for (Clock clock : after.clocks()) {
            boolean old = clock.ordinal() < known.size();
            if (old && !known.get(clock.ordinal()).open() || clock.unit() != null) {
                continue;
            }
            Judged was = old && before != null ? judged(before, known.get(clock.ordinal())) : null;
            Judged is = judged(after, clock);
            if (!Objects.equals(was, is)) {
                changes.add(new Judged.Change(new Judged.Place(after.id(), clock.ordinal()), was, is));
            }
        }
        return changes;
    }

    /** As long as it is open a clock counts for the matter as it stands; once stopped it stays as it was then. */
    private @Nullable Judged judged(Matter matter, Clock clock) {
        boolean counts = clock.open() ? clock.running() : clock.met();
        if (!counts
                || clockParts(matter.programme(), clock.name(), clock.span().start())
                        .isEmpty()) {
            return null;
        }
        Instant stopped = clock.stoppedAt();
        Integer lead = matter.lead();
        return new Judged(
                matter.id(),
                clock.ordinal(),
                matter.programme(),
                clock.name(),
                lead == null ? 0 : lead,
                town(matter.place()),
                matter.category(),
                clock.deadline().due(),
                stopped != null && !stopped.isAfter(clock.deadline().due()));
    }

    /** What a judged clock counts as. */
    List<String> parts(Judged judged) {
        return clockParts(judged.programme(), judged.clock(), judged.due()).stream()
                .filter(part -> judged.kept() || !part.kept())
                .map(Part::name)
                .toList();
    }

    private List<Part> clockParts(String programme, String clock, Instant at) {
        Rules inForce = rules(programme, at);
        return inForce == null ? List.of() : inForce.byClocks().getOrDefault(clock, List.of());
    }

    /** Those of a fact's parts that are counted by the day too. */
    List<String> daily(Fact fact) {
        Rules inForce = rules(fact.programme(), fact.at());
        return inForce == null
                ? List.of()
                : fact.parts().stream()
                        .filter(part -> {
                            Part known = inForce.measures().parts().get(part);
                            return known != null && known.daily();
                        })
                        .toList();
    }

    private static int unit(Part part, Accepted one) {
        return switch (part.owner()) {
            case OFFICE -> one.after().office();
            case ACTOR -> one.step().by().unit();
            case LEAD -> {
                Integer lead = one.after().lead();
                yield lead == null ? 0 : lead;
            }
        };
    }

    static String town(String place) {
        return place.length() <= TOWN_LENGTH ? place : place.substring(0, TOWN_LENGTH);
    }

    private static Map<String, Object> known(Accepted one) {
        Matter before = one.before();
        Instant at = one.step().occurredAt();
        Map<String, Object> times = new HashMap<>();
        Map<String, Object> overdue = new HashMap<>();
        Map<String, Object> left = new HashMap<>();
        if (before != null) {
            before.times().forEach((step, taken) -> times.put(step, (long) taken.thisRound()));
            for (Clock clock : before.clocks()) {
                if (clock.open() && clock.unit() == null) {
                    overdue.put(clock.name(), clock.overdueAt(at));
                    left.put(clock.name(), left(clock, at));
                }
            }
        }
        Map<String, Object> known = new HashMap<>();
        known.put("fields", one.step().fields());
        known.put("times", times);
        known.put("overdue", overdue);
        known.put("left", left);
        known.put("state", one.step().fromState());
        known.put("to", one.step().toState());
        known.put("round", (long) one.step().round());
        known.put("kind", one.after().kind());
        known.put("urgency", one.after().urgency());
        known.put("category", one.after().category());
        known.put("by", by(one));
        return known;
    }

    /** The role of whoever took it; nobody can tell who showed a code that staff know too. */
    private static String by(Accepted one) {
        return one.step().byCodeStaffKnow(one.after().onBehalf())
                ? "known-code"
                : one.step().by().role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long left(Clock clock, Instant at) {
        long minutes = Math.floorDiv(
                Duration.between(at, clock.deadline().due()).toSeconds(),
                Duration.ofMinutes(1).toSeconds());
        return clock.running() ? Math.max(-1, minutes) : -1;
    }
}
