package org.huiyin.sample;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.matter.MatterNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Draws a month again and compares: the seed with its commitment, the list with the recorded steps, the order and the choice with the lot. */
@Component
public class Verification {

    private final Samples samples;
    private final ZoneId zone;

    Verification(Samples samples, @Value("${huiyin.zone}") ZoneId zone) {
        this.samples = samples;
        this.zone = zone;
    }

    /** What was found of one sample. */
    public sealed interface Finding {

        /** Nobody committed to a seed before the month ended, so nothing is ever drawn. */
        record NoSample(String programme, String kind) implements Finding {}

        /** The month is not over. */
        record NotDrawnYet(Samples.Sample sample) implements Finding {}

        /** Everything agrees. */
        record True(Samples.Sample sample, int from, int chosen) implements Finding {}

        /** Something does not; each fault in words. */
        record False(Samples.Sample sample, List<String> faults) implements Finding {}
    }

    public List<Finding> of(YearMonth month) {
        return samples.plans().stream()
                .map(plan -> samples.find(plan.programme(), plan.kind(), month)
                        .map(sample -> check(plan, sample))
                        .orElseGet(() -> new Finding.NoSample(plan.programme(), plan.kind())))
                .toList();
    }

    private Finding check(Plan plan, Samples.Sample sample) {
        String seed = sample.seed();
        Instant drawnAt = sample.drawnAt();
        if (seed == null || drawnAt == null) {
            return new Finding.NotDrawnYet(sample);
        }
        List<Lot.Drawn> kept = samples.members(sample);
        List<String> faults = new ArrayList<>();
        if (!Lot.commitment(seed).equals(sample.commitment())) {
            faults.add("The seed is not the one that was committed to");
        }
        Instant end = sample.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        if (!sample.committedAt().isBefore(end)) {
            faults.add("The commitment was made after the month had ended");
        }
        compare(numbers(samples.entries(plan, sample.month(), drawnAt)), kept, faults);
        List<Lot.Drawn> again = Lot.draw(
                seed,
                kept.stream()
                        .map(one -> new Lot.Entry(one.matter(), one.unit()))
                        .toList(),
                sample.percent());
        if (!again.equals(kept)) {
            faults.add("The order or the choice is not that of the lot");
        }
        int chosen = (int) kept.stream().filter(Lot.Drawn::chosen).count();
        return faults.isEmpty()
                ? new Finding.True(sample, kept.size(), chosen)
                : new Finding.False(sample, List.copyOf(faults));
    }

    private static void compare(Set<MatterNumber> recorded, List<Lot.Drawn> kept, List<String> faults) {
        Set<MatterNumber> listed = kept.stream().map(Lot.Drawn::matter).collect(Collectors.toSet());
        Set<MatterNumber> left = new HashSet<>(recorded);
        left.removeAll(listed);
        Set<MatterNumber> added = new HashSet<>(listed);
        added.removeAll(recorded);
        if (!left.isEmpty()) {
            faults.add(left.size() + " matters were left out of the list, such as "
                    + left.iterator().next());
        }
        if (!added.isEmpty()) {
            faults.add(added.size() + " matters do not belong into the list, such as "
                    + added.iterator().next());
        }
    }

    private static Set<MatterNumber> numbers(List<Lot.Entry> entries) {
        return entries.stream().map(Lot.Entry::matter).collect(Collectors.toSet());
    }
}
