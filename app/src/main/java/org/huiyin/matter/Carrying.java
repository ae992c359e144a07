package org.huiyin.matter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Effects;
import org.jspecify.annotations.Nullable;

/** Which steps a step brings about on other matters. Pure. */
final class Carrying {

    private Carrying() {}

    /** A merge speaks to the matter merged into, an unmerge to the one left; any other such step to every merged matter. */
    static List<Decision.Carried> of(
            Programme programme, StepRule rule, @Nullable Matter before, Situation.Kin kin, Step step) {
        Effects effects = rule.effects(step.toState());
        String carried = effects.carries();
        if (carried == null || before == null) {
            return List.of();
        }
        if (effects.merge() || effects.unmerge()) {
            Long other = effects.merge() ? MergeTargets.named(step.fields()) : before.mergedInto();
            Map<String, Object> fields = Map.of("matter", before.number().toString());
            return other == null ? List.of() : List.of(new Decision.Carried(other, carried, fields, List.of()));
        }
        // A merged matter that has gone its own way since (rated, closed) no longer follows.
        Set<String> from = programme.step(carried).map(StepRule::from).orElse(Set.of());
        List<String> evidence = evidence(rule, kin, step);
        return kin.merged().stream()
                .filter(child -> from.contains(child.state()))
                .map(child -> new Decision.Carried(child.id(), carried, Fold.filledIn(step), evidence))
                .toList();
    }

    /** What proves the answer was handed in with an earlier step; whoever is told the answer sees the proof too. */
    private static List<String> evidence(StepRule rule, Situation.Kin kin, Step step) {
        Set<String> all = new LinkedHashSet<>(step.evidence());
        for (String earlier : rule.carriesEvidenceOf()) {
            Step handedIn = kin.last().get(earlier);
            all.addAll(handedIn == null ? List.of() : handedIn.evidence());
        }
        return List.copyOf(all);
    }
}
