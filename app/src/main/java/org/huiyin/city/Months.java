package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.huiyin.assessment.Period;

/** The assessment months of the story, the running one last, and the days of each on which something is raised. */
final class Months {

    private final List<Period> periods;
    private final List<TreeMap<Double, LocalDate>> days = new ArrayList<>();
    private final Tempo tempo;

    Months(List<Period> periods, Tempo tempo) {
        this.periods = periods;
        this.tempo = tempo;
        for (Period period : periods) {
            TreeMap<Double, LocalDate> weights = new TreeMap<>();
            double sum = 0;
            LocalDate last = tempo.day(period.until().minusSeconds(1));
            for (LocalDate day = tempo.day(period.from()); !day.isAfter(last); day = day.plusDays(1)) {
                sum += tempo.busy(day);
                weights.put(sum, day);
            }
            days.add(weights);
        }
    }

    int count() {
        return periods.size();
    }

    Period period(int month) {
        return periods.get(month);
    }

    /** A moment of that month, more often on a working day than on a holiday, and in the day rather than at night. */
    Instant moment(int month, RandomGenerator random) {
        TreeMap<Double, LocalDate> weights = days.get(month);
        while (true) {
            LocalDate day =
                    weights.higherEntry(random.nextDouble() * weights.lastKey()).getValue();
            Instant at = tempo.raised(day, random);
            if (periods.get(month).holds(at)) {
                return at;
            }
        }
    }

    /** How many days a month has; of the running one too. */
    long length(int month) {
        return Duration.between(periods.get(month).from(), periods.get(month).until())
                .toDays();
    }
}
