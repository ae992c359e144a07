package org.huiyin.circuit;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what became of findings: it follows their matters, and of a merged one the matter it went into. */
@Component
class Outcomes {

    private final MatterLookup lookup;
    private final InstantSource clock;

    Outcomes(MatterLookup lookup, InstantSource clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    /**
     * What became of one finding.
     *
     * @param state of its matter, in both languages; null while it is none
     * @param matter null while it is none
     * @param late whether the time to answer it has run out
     */
    record Outcome(
            Finding finding,
            Became became,
            @Nullable Text state,
            @Nullable Matter matter,
            boolean late) {}

    List<Outcome> of(List<Finding> findings) {
        Map<Long, Matter> matters = lookup.findAll(findings.stream()
                .map(Finding::matter)
                .filter(Objects::nonNull)
                .map(MatterNumber::id)
                .toList());
        Map<Long, Matter> targets = lookup.findAll(matters.values().stream()
                .map(Matter::mergedInto)
                .filter(Objects::nonNull)
                .toList());
        return findings.stream().map(one -> outcome(one, matters, targets)).toList();
    }

    private Outcome outcome(Finding finding, Map<Long, Matter> matters, Map<Long, Matter> targets) {
        MatterNumber number = finding.matter();
        Matter own = number == null ? null : matters.get(number.id());
        if (own == null) {
            return new Outcome(
                    finding, finding.settled().isEmpty() ? Became.UNRAISED : Became.SETTLED, null, null, false);
        }
        Long into = own.mergedInto();
        Matter tells = into == null ? own : targets.getOrDefault(into, own);
        Programme programme = lookup.programmeOf(tells);
        Programme.StateRule state = programme.state(tells.state());
        return new Outcome(finding, became(programme, tells, state), state.title(), own, late(programme, tells));
    }

    private static Became became(Programme programme, Matter matter, Programme.StateRule state) {
        return switch (matter.list()) {
            case "problem", "task" -> Became.IN_HAND;
            case "result" -> state.end() ? Became.CLOSED : Became.ANSWERED;
            default -> state.end() ? Became.DROPPED : Became.IN_HAND;
        };
    }

    private boolean late(Programme programme, Matter matter) {
        return matter.clocks().stream()
                .filter(one -> one.running() && one.unit() == null)
                .filter(one -> programme.clocks().containsKey(one.name())
                        && programme.clocks().get(one.name()).judged())
                .anyMatch(one -> one.deadline().due().isBefore(clock.instant()));
    }
}
