package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.huiyin.assessment.Period;
import org.huiyin.matter.MatterNumber;
import org.huiyin.notice.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What goes on beside the matters, hour by hour: the machine looks at clocks and draws lots, and people answer instruments, make calls, visit,
 * decide exclusions and publish rankings.
 */
@Component
class StoryDays {

    private static final int MORNING = 8;
    private static final int EVENING = 18;
    private static final Duration READ_BY_NOW = Duration.ofDays(4);

    private final StoryMachine machine;
    private final StoryPeople people;
    private final MonthEnd monthEnd;
    private final Messages messages;
    private final ZoneId zone;

    StoryDays(
            StoryMachine machine,
            StoryPeople people,
            MonthEnd monthEnd,
            Messages messages,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.machine = machine;
        this.people = people;
        this.monthEnd = monthEnd;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Begins with the story.
     *
     * @param undone told what somebody found undone, and when
     */
    Going from(Stage stage, List<Period> periods, BiConsumer<MatterNumber, Instant> undone, Consumer<Instant> clock) {
        return new Going(stage, periods, undone, clock);
    }

    /** People have read what is some days old. */
    void settle(Instant now) {
        messages.readUntil(now.minus(READ_BY_NOW));
    }

    /** The hours of the story as they pass. */
    final class Going {

        private final Stage stage;
        private final List<Period> periods;
        private final BiConsumer<MatterNumber, Instant> undone;
        private final Consumer<Instant> clock;
        private Instant next;

        private Going(
                Stage stage, List<Period> periods, BiConsumer<MatterNumber, Instant> undone, Consumer<Instant> clock) {
            this.stage = stage;
            this.periods = periods;
            this.undone = undone;
            this.clock = clock;
            this.next = stage.begin().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));
        }

        /** Up to when nothing goes on beside the matters. */
        Instant next() {
            return next;
        }

        /** Lets every half past the hour up to that moment pass. */
        void until(Instant to) {
            while (!next.isAfter(to)) {
                pass(next.atZone(zone));
                next = next.plus(Duration.ofHours(1));
            }
        }

        private void pass(ZonedDateTime here) {
            Instant now = here.toInstant();
            int hour = here.getHour();
            clock.accept(now);
            if (hour >= MORNING && hour <= EVENING && hour % 2 == 0) {
                machine.watch(now);
            }
            if (hour == 0) {
                machine.night(now);
            }
            LocalDate today = here.toLocalDate();
            people.course().hour(stage, today, hour, now);
            if (!stage.tempo().worked(today)) {
                return;
            }
            switch (hour) {
                case 9 -> people.supervising().morning(stage, now);
                case 10, 15 -> people.calling().calls(stage, now, undone);
                case 11 -> people.calling().visits(stage, now, undone);
                case 16 -> monthEnd.day(stage, periods, now);
                case 17 -> {
                    people.duty().afternoon(stage, today, now);
                    people.rounds().afternoon(stage, today);
                }
                default -> {}
            }
        }
    }
}
