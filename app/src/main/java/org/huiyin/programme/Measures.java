package org.huiyin.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One version of how a programme is counted, measured and ranked, as read from {@code programmes/<name>/measures.yaml}; immutable. Maps keep
 * the order of the file. What happens on a day is counted under the version in force on that day.
 *
 * @param fingerprint SHA-256 of the file it was read from
 */
public record Measures(
        String programme,
        int version,
        LocalDate effectiveFrom,
        String fingerprint,
        Map<String, Part> parts,
        Map<String, Measure> measures,
        Map<String, PeriodRule> periods,
        Map<String, Campaign> campaigns,
        Ranking ranking,
        Exclusions exclusions,
        Map<String, Alarm> alarms) {

    /**
     * Something that is counted: a step under a condition, or a clock whose deadline has come.
     *
     * @param on the steps it happens by; empty for a part of a clock
     * @param clock the clock whose deadlines are counted; null for a part of steps
     * @param kept of a clock: only deadlines that were kept
     * @param daily whether it is counted by the day too
     */
    public record Part(
            String name,
            Text title,
            Set<String> on,
            @Nullable Condition when,
            Owner owner,
            @Nullable String clock,
            boolean kept,
            boolean daily) {}

    /** For which unit a part counts. */
    public enum Owner {
        LEAD,
        OFFICE,
        ACTOR
    }

    /**
     * A rate, or a weighted sum of rates.
     *
     * @param of weights of parts, or of measures when there is nothing it is over
     * @param over the parts whose sum it is divided by; empty for a sum of measures
     * @param by whether it means anything for a unit, a town, a category
     */
    public record Measure(String name, Text title, Map<String, BigDecimal> of, List<String> over, Set<Dimension> by) {

        public boolean sumOfMeasures() {
            return over.isEmpty();
        }
    }

    /** What figures are told apart by. */
    public enum Dimension {
        UNIT,
        TOWN,
        CATEGORY
    }

    /**
     * Periods that follow each other without a gap.
     *
     * @param months how many months one lasts; it is named by the month it ends in
     * @param day the day it ends on; 0 for the last of the month
     * @param at the time of that day it ends at; midnight, which ends the day, when the day is 0
     */
    public record PeriodRule(String name, Text title, int months, int day, LocalTime at) {}

    /** A stretch of days that is assessed by itself, both days included. */
    public record Campaign(String name, Text title, LocalDate from, LocalDate until) {}

    /**
     * How units are ranked.
     *
     * @param by the measure ranks follow
     * @param least the smallest number of cases that is ranked
     * @param z how many standard deviations the interval beside a rate spans to either side
     * @param classes the classes of units that are ranked, each within itself
     * @param notice how long anybody may object to a published ranking
     * @param decide how long a supervisor has to decide on an objection
     */
    public record Ranking(String by, int least, BigDecimal z, List<String> classes, Limit notice, Limit decide) {}

    /** Why a matter may be left out of figures, and how long a unit may appeal and others have to decide. */
    public record Exclusions(Map<String, Text> classes, Limit appeal, Limit decide) {}

    /**
     * A sign that figures are made rather than earned; shares in percent.
     *
     * @param of the part looked at; "" for rates
     * @param over the parts it is a share of, or the one it comes after
     * @param within minutes before the end of the period
     */
    public record Alarm(
            String name,
            Text title,
            Kind kind,
            List<String> measures,
            String of,
            List<String> over,
            BigDecimal above,
            int least,
            int within) {

        /** How it is found out. */
        public enum Kind {
            /** a rate above what is plausible */
            RATE,
            /** one part is too large a share of others */
            SHARE,
            /** one part comes after another of the same matter */
            AFTER,
            /** too much of a part in the last minutes of the period */
            RUSH,
            /** too much of a part from one account */
            RATER
        }
    }

    public Optional<Measure> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** The parts the figures of a measure rest on, its divisor's first. */
    public List<String> partsOf(Measure measure) {
        if (measure.sumOfMeasures()) {
            return measure.of().keySet().stream()
                    .flatMap(name -> measure(name).stream())
                    .flatMap(one -> partsOf(one).stream())
                    .distinct()
                    .toList();
        }
        return java.util.stream.Stream.concat(measure.over().stream(), measure.of().keySet().stream())
                .distinct()
                .toList();
    }
}
