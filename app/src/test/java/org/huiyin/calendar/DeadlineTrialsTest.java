package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.huiyin.calendar.Limit.Measure;
import org.huiyin.calendar.Span.Pause;
import org.junit.jupiter.api.Test;

/** Holds the calendar against the plain reference: seeded trials over all years, measures, pauses and extensions. */
class DeadlineTrialsTest {

    private static final int[] OFFICE = {510, 720, 870, 1050};
    private static final int[] NIGHT = {0, 120, 510, 720, 870, 1050, 1200, 1440};
    private static final int[] ALWAYS = {0, 1440};
    private static final Instant FIRST = Instant.parse("2005-06-01T00:00:00Z");
    private static final int DAYS = 24 * 365;

    @Test
    void eighty_thousand_spans_of_the_city_end_where_the_plain_walk_ends() {
        hold("cn", new PlainReference(false, 60, OFFICE), 60, 80_000, 20221012);
    }

    @Test
    void fifteen_thousand_spans_of_a_unit_with_a_night_shift_do() {
        hold("cn-night", new PlainReference(false, 60, NIGHT), 60, 15_000, 20221013);
    }

    @Test
    void ten_thousand_spans_around_the_clock_do() {
        hold("always", new PlainReference(true, 60, ALWAYS), 60, 10_000, 20221014);
    }

    @Test
    void two_thousand_spans_to_the_second_do() {
        hold("cn", new PlainReference(false, 1, OFFICE), 1, 2_000, 20221015);
    }

    private static void hold(String name, PlainReference reference, int beatSeconds, int trials, long seed) {
        WorkCalendar calendar = WorkCalendar.named(name);
        Random random = new Random(seed);
        for (int trial = 0; trial < trials; trial++) {
            Span span = span(random, beatSeconds);

            Deadline deadline = calendar.deadline(span);

            PlainReference.Answer expected = reference.answer(span);
            PlainReference.Answer actual = new PlainReference.Answer(
                    LocalDateTime.ofInstant(deadline.due(), calendar.offset()),
                    LocalDateTime.ofInstant(deadline.near(), calendar.offset()),
                    deadline.provisional());
            if (!actual.equals(expected)) { // a described assertion for every trial would cost more than the trials
                assertThat(actual)
                        .as("trial %d of seed %d: %s", trial, seed, span)
                        .isEqualTo(expected);
            }
        }
    }

    private static Span span(Random random, int beatSeconds) {
        Instant start = FIRST.plusSeconds(random.nextLong(DAYS * 86_400L / beatSeconds) * beatSeconds);
        Limit limit = limit(random, beatSeconds);
        List<Limit> extensions = new ArrayList<>();
        while (random.nextInt(10) < 3) {
            Limit other = limit(random, beatSeconds);
            extensions.add(random.nextInt(3) == 0 ? other : new Limit(5 + 5 * random.nextInt(2), limit.measure()));
        }
        List<Pause> pauses = new ArrayList<>();
        while (random.nextInt(10) < 5) {
            Instant from = start.plusSeconds((random.nextLong(30 * 86_400L) - 2 * 86_400L) / beatSeconds * beatSeconds);
            long seconds = random.nextLong(1 + random.nextInt(20 * 86_400)) / beatSeconds * beatSeconds;
            pauses.add(new Pause(from, random.nextInt(12) == 0 ? null : from.plus(Duration.ofSeconds(seconds))));
        }
        return new Span(start, limit, pauses, extensions);
    }

    /** Minutes in fives when a beat is a minute, so that a fifth of them is whole too. */
    private static Limit limit(Random random, int beatSeconds) {
        Measure measure = Measure.values()[random.nextInt(6)];
        int most = switch (measure) {
            case WORKING_MINUTES -> 500;
            case WORKING_HOURS, HOURS -> 60;
            case WORKING_DAYS -> random.nextInt(20) == 0 ? 700 : 20;
            case DAYS -> random.nextInt(20) == 0 ? 1_000 : 90;
            case MONTHS -> 15;
        };
        int amount = 1 + random.nextInt(most);
        boolean inFives = measure == Measure.WORKING_MINUTES && beatSeconds == 60;
        return new Limit(inFives ? amount * 5 : amount, measure);
    }
}
