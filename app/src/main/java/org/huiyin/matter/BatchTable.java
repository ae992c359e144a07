package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiyin.matter.Decision.Accepted;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/** What lies on the table while one batch is decided: the locked matters, what earlier requests made of them, and receipts already given. */
final class BatchTable {

    /** An accepted step; a matter that begins gets its number later. */
    static final class Slot {

        private Accepted accepted;

        private Slot(Accepted accepted) {
            this.accepted = accepted;
        }

        Accepted accepted() {
            return accepted;
        }

        void number(MatterNumber number) {
            accepted = accepted.withMatter(number.id());
        }

        private Outcome done() {
            return new Outcome.Done(receipt(false));
        }

        /** The answer to whoever uses the same key again within the batch. */
        private Outcome again(String step) {
            return accepted.step().name().equals(step)
                    ? new Outcome.Done(receipt(true))
                    : new Outcome.Refused(new Refusal.KeyReused(accepted.step().name()));
        }

        private Receipt receipt(boolean again) {
            Step step = accepted.step();
            MatterNumber number = new MatterNumber(step.matter());
            return new Receipt(number, step.seq(), step.name(), step.toState(), step.recordedAt(), again);
        }
    }

    /** The matters a batch began and changed, each as it stands at the end. */
    record Changes(Collection<Matter> begun, Collection<Matter> changed) {

        Collection<Matter> all() {
            List<Matter> all = new ArrayList<>(begun);
            all.addAll(changed);
            return all;
        }
    }

    private final Map<Long, Matter> locked = new HashMap<>();
    private final Map<Long, Matter> current = new HashMap<>();
    private final Map<String, Receipt> earlier = new HashMap<>();
    private final Map<String, Slot> here = new HashMap<>();
    private final List<Slot> accepted = new ArrayList<>();
    private final Set<Long> recalling = new HashSet<>();
    private final List<Step> recalled = new ArrayList<>();
    private Askers askers = Askers.NONE;

    private BatchTable() {}

    /**
     * Locks every matter the requests bear on and looks up the keys that may have been used before.
     *
     * @param rules the rule of a step of a matter
     */
    static BatchTable load(
            Connection connection, List<StepRequest> requests, BiFunction<Matter, String, Optional<StepRule>> rules)
            throws SQLException {
        BatchTable table = new BatchTable();
        Set<Long> ids = new LinkedHashSet<>();
        Set<String> beginKeys = new LinkedHashSet<>();
        for (StepRequest request : requests) {
            if (request.begins()) {
                beginKeys.add(request.scopedKey());
            } else {
                ids.add(request.matter());
                Long target = MergeTargets.named(request.fields());
                if (target != null) {
                    ids.add(target);
                }
            }
        }
        table.put(Matters.lock(connection, ids));
        List<StepRequest> suspects =
                requests.stream().filter(table::mayBeRepeated).toList();
        if (!beginKeys.isEmpty() || !suspects.isEmpty()) {
            table.earlier.putAll(Steps.withKeys(connection, beginKeys, suspects));
        }
        table.loadKin(connection, requests, rules);
        table.loadRecalled(connection, requests, rules);
        table.askers = Askers.load(connection, requests);
        return table;
    }

    /** A matter that has had its first step only has no other key than that of its beginning. */
    private boolean mayBeRepeated(StepRequest request) {
        Matter matter = current.get(request.matter());
        return matter != null && matter.version() > 1;
    }

    private void loadKin(
            Connection connection, List<StepRequest> requests, BiFunction<Matter, String, Optional<StepRule>> rules)
            throws SQLException {
        Set<Long> parents = new LinkedHashSet<>();
        Set<Long> left = new LinkedHashSet<>();
        for (StepRequest request : requests) {
            Matter matter = current.get(request.matter());
            if (matter != null
                    && (matter.merged() > 0 || matter.mergedInto() != null)
                    && rules.apply(matter, request.step())
                            .map(StepRule::speaksToOthers)
                            .orElse(false)) {
                parents.add(matter.id());
                if (matter.mergedInto() != null) {
                    left.add(matter.mergedInto());
                }
            }
        }
        left.removeAll(current.keySet());
        put(Matters.lock(connection, left));
        Map<Long, Matter> children = new LinkedHashMap<>(Matters.lockMerged(connection, parents));
        children.keySet().removeAll(current.keySet());
        put(children);
    }

    /** Reads the earlier steps that the conditions of these requests look at, or whose evidence they carry. */
    private void loadRecalled(
            Connection connection, List<StepRequest> requests, BiFunction<Matter, String, Optional<StepRule>> rules)
            throws SQLException {
        List<Long> matters = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (StepRequest request : requests) {
            Matter matter = current.get(request.matter());
            Set<String> recalls = matter == null
                    ? Set.of()
                    : rules.apply(matter, request.step()).map(StepRule::recalls).orElse(Set.of());
            for (String name : recalls) {
                recalling.add(request.matter());
                matters.add(request.matter());
                names.add(name);
            }
        }
        if (!matters.isEmpty()) {
            recalled.addAll(Steps.last(connection, matters, names));
        }
    }

    private void put(Map<Long, Matter> found) {
        locked.putAll(found);
        current.putAll(found);
    }

    List<Slot> accepted() {
        return accepted;
    }

    /** The matters as they were when they were locked. */
    Map<Long, Matter> locked() {
        return locked;
    }

    /** The answer given to the same key before, in the database or earlier in this batch. */
    Optional<Supplier<Outcome>> earlier(StepRequest request) {
        Receipt receipt = earlier.get(key(request));
        if (receipt != null) {
            Outcome outcome = receipt.step().equals(request.step())
                    ? new Outcome.Done(receipt)
                    : new Outcome.Refused(new Refusal.KeyReused(receipt.step()));
            return Optional.of(() -> outcome);
        }
        return Optional.ofNullable(here.get(key(request))).map(slot -> () -> slot.again(request.step()));
    }

    private static String key(StepRequest request) {
        return request.begins() ? request.scopedKey() : request.matter() + "/" + request.scopedKey();
    }

    Together together() {
        return new Together();
    }

    /** Takes over a step and all it carried. */
    Supplier<Outcome> accept(StepRequest request, Together together) {
        List<Slot> slots = together.steps.stream().map(Slot::new).toList();
        accepted.addAll(slots);
        current.putAll(together.staged);
        Slot first = slots.getFirst();
        here.put(key(request), first);
        return first::done;
    }

    Changes changes() {
        Map<Long, Matter> begun = new LinkedHashMap<>();
        Map<Long, Matter> changed = new LinkedHashMap<>();
        for (Slot slot : accepted) {
            Matter after = slot.accepted().after();
            (locked.containsKey(after.id()) ? changed : begun).put(after.id(), after);
        }
        return new Changes(begun.values(), changed.values());
    }

    /** One request's step and the steps it carries: all are taken or none. */
    final class Together {

        private final Map<Long, Matter> staged = new HashMap<>();
        private final List<Accepted> steps = new ArrayList<>();

        @Nullable
        Matter matter(long id) {
            Matter mine = staged.get(id);
            return mine != null ? mine : current.get(id);
        }

        Situation.Kin kin(@Nullable Matter before, StepRequest request) {
            if (before == null) {
                return Situation.Kin.NONE;
            }
            Long target = MergeTargets.named(request.fields());
            List<Matter> merged = before.merged() == 0
                    ? List.of()
                    : current.values().stream()
                            .filter(m -> m.mergedInto() != null && m.mergedInto() == before.id())
                            .map(m -> staged.getOrDefault(m.id(), m))
                            .sorted(Comparator.comparingLong(Matter::id))
                            .toList();
            return new Situation.Kin(
                    target == null ? null : matter(target),
                    merged,
                    last(before),
                    askers.holding(before, request, accepted.stream().map(Slot::accepted)));
        }

        /** The recalled steps of this round, those of this very batch included. */
        private Map<String, Step> last(Matter before) {
            Map<String, Step> last = new HashMap<>();
            if (recalling.contains(before.id())) {
                Stream.concat(
                                recalled.stream(),
                                accepted.stream().map(slot -> slot.accepted().step()))
                        .filter(step -> step.matter() == before.id() && step.round() == before.round())
                        .forEach(step -> last.put(step.name(), step));
            }
            return last;
        }

        void add(Accepted decision) {
            steps.add(decision);
            if (decision.before() != null) {
                staged.put(decision.after().id(), decision.after());
            }
        }
    }
}
