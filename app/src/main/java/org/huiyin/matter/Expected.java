package org.huiyin.matter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.matter.ScenarioRun.Difference;
import org.huiyin.programme.Scenarios.Act;
import org.huiyin.programme.Scenarios.Expectation;
import org.jspecify.annotations.Nullable;

/** Compares what a scenario expects with what came of it. */
final class Expected {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ScenarioRun.Play play;
    private final Act when;
    private final Optional<Outcome> refused;

    Expected(ScenarioRun.Play play, Act when, Optional<Outcome> refused) {
        this.play = play;
        this.when = when;
        this.refused = refused;
    }

    List<Difference> differences(Expectation then) {
        Matter matter = play.matter(then.of());
        List<Difference> differences = new ArrayList<>();
        String actual = refused.map(Expected::slug).orElse("");
        Object wanted = then.expected().getOrDefault("refused", "");
        if (!wanted.equals(actual)) {
            differences.add(new Difference("refused", String.valueOf(wanted), actual));
        }
        then.expected().forEach((what, value) -> {
            Object found = found(what, value, matter);
            if (!Objects.equals(found, value)) {
                differences.add(
                        new Difference(what, String.valueOf(value), found == null ? "" : String.valueOf(found)));
            }
        });
        return differences;
    }

    /** What was found, in the form in which it was expected. */
    private @Nullable Object found(String what, Object value, @Nullable Matter matter) {
        if (what.equals("refused")) {
            return value;
        }
        if (what.equals("field")) {
            return wrongFields().contains(value) ? value : wrongFields();
        }
        if (matter == null) {
            return null;
        }
        return switch (what) {
            case "state" -> matter.state();
            case "list" -> matter.list();
            case "worklist" -> matter.worklist();
            case "lead" -> play.unitName(matter.lead());
            case "round" -> (long) matter.round();
            case "merged" -> (long) matter.merged();
            case "due", "co-due" -> dues(what, value, matter);
            case "running" -> among(value, clock(matter, Clock::running));
            case "paused" -> among(value, clock(matter, Clock::paused));
            case "met" -> among(value, clock(matter, clock -> !clock.open() && clock.met()));
            case "late" -> among(value, clock(matter, clock -> clock.overdueAt(play.instant(when.at()))));
            case "may" -> may(value, matter, true);
            case "may-not" -> may(value, matter, false);
            default -> throw new IllegalStateException(what);
        };
    }

    private List<String> wrongFields() {
        return refused.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(outcome -> ((Outcome.Refused) outcome).why())
                .filter(Refusal.BadFields.class::isInstance)
                .flatMap(why -> ((Refusal.BadFields) why).errors().stream())
                .map(error -> error.field())
                .toList();
    }

    private Map<String, Object> dues(String what, Object value, Matter matter) {
        Map<String, Object> found = new java.util.HashMap<>();
        ((Map<?, ?>) value)
                .forEach((name, wanted) -> found.put(
                        String.valueOf(name),
                        what.equals("due")
                                ? due(matter, String.valueOf(name), null)
                                : coDues(matter, String.valueOf(name), (Map<?, ?>) wanted)));
        return found;
    }

    private Map<String, Object> coDues(Matter matter, String unit, Map<?, ?> clocks) {
        Map<String, Object> found = new java.util.HashMap<>();
        clocks.keySet().forEach(clock -> found.put(String.valueOf(clock), due(matter, String.valueOf(clock), unit)));
        return found;
    }

    private String due(Matter matter, String name, @Nullable String unit) {
        return matter.clocks().stream()
                .filter(clock -> clock.open() && clock.name().equals(name))
                .filter(clock -> play.unitName(clock.unit()).equals(unit == null ? "" : unit))
                .map(clock -> minute(clock.deadline().due()))
                .findFirst()
                .orElse("stopped");
    }

    /** Midnight belongs to the day it ends: 24:00. */
    private String minute(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, play.zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1) + " 24:00"
                : MINUTE.format(local);
    }

    private static List<String> clock(Matter matter, java.util.function.Predicate<Clock> which) {
        return matter.clocks().stream()
                .filter(clock -> clock.unit() == null && which.test(clock))
                .map(Clock::name)
                .distinct()
                .toList();
    }

    /** Those of the expected names that are there, in the order expected; what is more does not matter. */
    private static List<Object> among(Object value, List<String> found) {
        List<Object> there = new ArrayList<>();
        ((List<?>) value).stream().filter(found::contains).forEach(there::add);
        return there;
    }

    private Map<String, Object> may(Object value, Matter matter, boolean expected) {
        Map<String, Object> found = new java.util.HashMap<>();
        ((Map<?, ?>) value).forEach((who, steps) -> {
            List<String> open = play.open(matter, String.valueOf(who), when);
            List<Object> right = new ArrayList<>();
            ((List<?>) steps)
                    .stream().filter(step -> open.contains(step) == expected).forEach(right::add);
            found.put(String.valueOf(who), right);
        });
        return found;
    }

    static String slug(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(Refusal why) -> why.slug();
            case Outcome.NotYours notYours -> "not-yours";
            case Outcome.Stale stale -> "stale";
            case Outcome.NoSuchMatter none -> "no-such-matter";
            case Outcome.Done done -> "";
        };
    }
}
