package org.huiyin.sample;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.matter.MatterNumber;
import org.huiyin.sample.Lot.Drawn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Draws a month again and compares: the seed with its commitment, the list with the recorded steps, the order and the choice with the lot. */
@Component
public class Verification {

    private final Samples samples;
    private final InstantSource clock;
    private final ZoneId zone;

    Verification(Samples samples, InstantSource clock, @Value("${huiyin.zone}") ZoneId zone) {
        this.samples = samples;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was found of one sample. */
    public sealed interface Finding {

        /** Nobody committed to a seed before the month ended, so nothing is ever drawn. */
        record NoSample(String programme, String kind) implements Finding {}

        /** It is not drawn yet. */
        record NotDrawnYet(Samples.Sample sample) implements Finding {}

        /** Everything agrees. */
        record True(Samples.Sample sample, int from, int chosen) implements Finding {}

        /** Something does not. */
        record False(String programme, String kind, List<Fault> faults) implements Finding {}
    }

    /** The last month a seed is committed to by now. */
    public YearMonth last() {
        return YearMonth.from(clock.instant().atZone(zone)).plusMonths(1);
    }

    public List<Finding> of(YearMonth month) {
        return samples.plans().stream()
                .map(plan -> samples.find(plan.programme(), plan.kind(), month)
                        .map(sample -> check(plan, sample))
                        .orElseGet(() -> missing(plan, month)))
                .toList();
    }

    private Finding missing(Plan plan, YearMonth month) {
        return samples.anyBefore(plan.programme(), plan.kind(), month)
                ? new Finding.False(plan.programme(), plan.kind(), List.of(new Fault.Missing()))
                : new Finding.NoSample(plan.programme(), plan.kind());
    }

    private Finding check(Plan plan, Samples.Sample sample) {
        String seed = sample.seed();
        Instant drawnAt = sample.drawnAt();
        if (seed == null || drawnAt == null) {
            return new Finding.NotDrawnYet(sample);
        }
        Map<MatterNumber, Drawn> kept = byMatter(samples.members(sample));
        Map<MatterNumber, Drawn> again =
                byMatter(Lot.draw(seed, samples.entries(plan, sample.month(), drawnAt), sample.percent()));
        List<Fault> differences = differences(again, kept);
        List<Fault> faults = new ArrayList<>();
        if (!Lot.commitment(seed).equals(sample.commitment())) {
            faults.add(new Fault.SeedAgainstCommitment(differences.isEmpty()));
        }
        Instant end = sample.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        if (!sample.committedAt().isBefore(end)) {
            faults.add(new Fault.CommittedLate(sample.committedAt(), end));
        }
        faults.addAll(differences);
        int chosen = (int) kept.values().stream().filter(Drawn::chosen).count();
        return faults.isEmpty()
                ? new Finding.True(sample, kept.size(), chosen)
                : new Finding.False(sample.programme(), sample.kind(), List.copyOf(faults));
    }

    private static List<Fault> differences(Map<MatterNumber, Drawn> again, Map<MatterNumber, Drawn> kept) {
        List<Fault> faults = new ArrayList<>();
        tell(faults, without(again, kept), Fault.LeftOut::new);
        tell(faults, without(kept, again), Fault.PutIn::new);
        tell(faults, otherwise(again, kept, Drawn::unit), Fault.UnderOtherUnit::new);
        tell(faults, otherwise(again, kept, Drawn::place), Fault.OutOfOrder::new);
        tell(faults, otherwise(again, kept, Drawn::chosen), Fault.ChosenOtherwise::new);
        return faults;
    }

    private static List<MatterNumber> without(Map<MatterNumber, Drawn> some, Map<MatterNumber, Drawn> others) {
        return some.keySet().stream().filter(one -> !others.containsKey(one)).toList();
    }

    /** The matters in both of which this is not the same. */
    private static List<MatterNumber> otherwise(
            Map<MatterNumber, Drawn> again, Map<MatterNumber, Drawn> kept, Function<Drawn, Object> what) {
        return kept.values().stream()
                .filter(one -> {
                    Drawn other = again.get(one.matter());
                    return other != null && !what.apply(one).equals(what.apply(other));
                })
                .map(Drawn::matter)
                .toList();
    }

    private static void tell(
            List<Fault> faults, List<MatterNumber> found, BiFunction<Integer, MatterNumber, Fault> fault) {
        found.stream()
                .min(Comparator.comparingLong(MatterNumber::id))
                .ifPresent(such -> faults.add(fault.apply(found.size(), such)));
    }

    private static Map<MatterNumber, Drawn> byMatter(List<Drawn> drawn) {
        return drawn.stream().collect(Collectors.toMap(Drawn::matter, Function.identity()));
    }
}
