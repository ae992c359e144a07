package org.huiyin.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * What comes next and by when, from the clocks of a matter: the answer first if it is under way, then whatever else runs.
 *
 * @param what the sentence that stands on top, large
 * @param due null when nothing runs
 * @param late by how much it is late; null while it is not
 * @param provisional whether the holidays of a year it reaches into are not published yet
 * @param others the other clocks that run, soonest first
 */
public record Promised(
        String what, @Nullable Instant due, @Nullable Duration late, boolean provisional, List<Other> others) {

    /** One more thing that is promised. */
    public record Other(String what, Instant due) {}

    static Promised of(Page page, Programme programme, Matter matter) {
        Instant now = page.formats().now();
        List<Clock> running = matter.clocks().stream()
                .filter(clock -> clock.running() && clock.unit() == null)
                .sorted(Comparator.comparing((Clock clock) -> !judged(programme, clock))
                        .thenComparing(clock -> clock.deadline().due()))
                .toList();
        if (running.isEmpty()) {
            return new Promised(standing(page, programme, matter), null, null, false, List.of());
        }
        Clock first = running.getFirst();
        Instant due = first.deadline().due();
        List<Other> others = running.stream()
                .skip(1)
                .filter(clock -> clock.deadline().due().isAfter(now))
                .sorted(Comparator.comparing(clock -> clock.deadline().due()))
                .map(clock -> new Other(
                        said(page, programme, clock, "other"), clock.deadline().due()))
                .toList();
        boolean late = now.isAfter(due);
        return new Promised(
                said(page, programme, first, late ? "late" : "next"),
                due,
                late ? Duration.between(due, now) : null,
                running.stream().anyMatch(clock -> clock.deadline().provisional()),
                others);
    }

    private static boolean judged(Programme programme, Clock clock) {
        return Optional.ofNullable(programme.clocks().get(clock.name()))
                .map(Programme.ClockRule::judged)
                .orElse(false);
    }

    /** Clocks of the known programmes have sentences of their own; any other is named. */
    private static String said(Page page, Programme programme, Clock clock, String how) {
        String key = "track.clock." + clock.name() + "." + how;
        String due = page.ending(clock.deadline().due());
        if (page.texts().has(key)) {
            return page.t(key, due);
        }
        String name = Optional.ofNullable(programme.clocks().get(clock.name()))
                .map(rule -> page.t(rule.title()))
                .orElse(clock.name());
        return page.t("track.clock.any." + how, name, due);
    }

    /** Where it stands while no clock runs. */
    private static String standing(Page page, Programme programme, Matter matter) {
        String key = "track.standing." + matter.state();
        return page.texts().has(key)
                ? page.t(key)
                : page.t(programme.state(matter.state()).title());
    }
}
