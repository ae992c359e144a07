package org.huiyin.mechanism;

import java.time.Instant;
import java.util.List;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;

/** How a task stands, by its clocks alone. */
enum Light {
    RED("late"),
    YELLOW("problem"),
    GREEN("result"),
    /** Said to be done and not yet checked: its clocks stand still. */
    WAITING("task"),
    /** Nothing runs any more. */
    OVER("rest");

    private final String tone;

    Light(String tone) {
        this.tone = tone;
    }

    String tone() {
        return tone;
    }

    String key() {
        return "mechanism.light." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @param clocks those that count */
    static Light of(Matter matter, List<String> clocks, boolean ended, Instant now) {
        if (ended) {
            return OVER;
        }
        List<Clock> open = matter.clocks().stream()
                .filter(clock -> clock.open() && clock.unit() == null && clocks.contains(clock.name()))
                .toList();
        if (open.stream().anyMatch(clock -> clock.overdueAt(now))) {
            return RED;
        }
        if (!open.isEmpty() && open.stream().allMatch(Clock::paused)) {
            return WAITING;
        }
        boolean near = open.stream()
                .filter(Clock::running)
                .anyMatch(clock -> !now.isBefore(clock.deadline().near()));
        return near ? YELLOW : GREEN;
    }
}
