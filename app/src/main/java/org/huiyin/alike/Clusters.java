package org.huiyin.alike;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Worklist;
import org.huiyin.matter.Worklists;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.stereotype.Component;

/** Groups of matters waiting on somebody's desk that seem to be one, each with those handled already that they could join. */
@Component
class Clusters {

    /** Beyond this many waiting matters only the most urgent are compared. */
    static final int MOST = 500;

    private static final int MOST_GROUPS = 30;
    private static final int MOST_HANDLED = 3;

    private final Alikes alikes;
    private final MatterLookup lookup;
    private final Worklists worklists;
    private final Beside beside;
    private final Set<String> lists = new LinkedHashSet<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    Clusters(Alikes alikes, MatterLookup lookup, Worklists worklists, Beside beside, Programmes programmes) {
        this.alikes = alikes;
        this.lookup = lookup;
        this.worklists = worklists;
        this.beside = beside;
        for (Programme programme : programmes.versions()) {
            programme.states().values().stream()
                    .map(Programme.StateRule::worklist)
                    .filter(Objects::nonNull)
                    .forEach(lists::add);
            programme.steps().values().stream()
                    .filter(rule -> rule.merges() && rule.bulk())
                    .flatMap(rule -> rule.from().stream())
                    .map(programme::state)
                    .filter(state -> state.desk() == Programme.Desk.OFFICE && state.worklist() != null)
                    .map(Programme.StateRule::worklist)
                    .forEach(waiting::add);
        }
    }

    /** Groups of two or more matters, the largest first; in each the oldest first. */
    List<List<Matter>> of(Actor actor, Instant now) {
        List<Long> ids = waiting.stream()
                .flatMap(list ->
                        worklists.page(actor, Worklist.Query.of(list, MOST), List.copyOf(lists), now).rows().stream())
                .map(row -> row.number().id())
                .distinct()
                .limit(MOST)
                .toList();
        List<Matter> matters = lookup.findAll(ids).values().stream()
                .filter(matter -> beside.merges(actor, matter))
                .sorted(Comparator.comparing(Matter::id))
                .toList();
        Map<Long, Told> told = alikes.told(matters.stream().map(Matter::id).toList());
        return grouped(matters, told).stream()
                .sorted(Comparator.comparing((List<Matter> group) -> group.size())
                        .reversed())
                .limit(MOST_GROUPS)
                .map(group -> withHandled(actor, group, told))
                .toList();
    }

    private List<List<Matter>> grouped(List<Matter> matters, Map<Long, Told> told) {
        int[] head = IntStream.range(0, matters.size()).toArray();
        for (int later = 0; later < head.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (head[later] != head[earlier] && alike(matters.get(earlier), matters.get(later), told)) {
                    int joined = Math.max(head[later], head[earlier]);
                    int kept = Math.min(head[later], head[earlier]);
                    Arrays.setAll(head, i -> head[i] == joined ? kept : head[i]);
                }
            }
        }
        Map<Integer, List<Matter>> groups = IntStream.range(0, head.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> head[i], TreeMap::new, Collectors.mapping(matters::get, Collectors.toList())));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static boolean alike(Matter one, Matter other, Map<Long, Told> told) {
        Told first = told.get(one.id());
        Told second = told.get(other.id());
        return first != null
                && second != null
                && one.programme().equals(other.programme())
                && Alike.of(other.id(), first, second).counts(one.category().equals(other.category()));
    }

    /** With the likeliest matters that are in hand already and that the group could join. */
    private List<Matter> withHandled(Actor actor, List<Matter> group, Map<Long, Told> told) {
        Matter oldest = group.getFirst();
        Told words = told.get(oldest.id());
        if (words == null) {
            return group;
        }
        List<Long> found =
                alikes
                        .of(new Alikes.Wanted(oldest.id(), oldest.programme(), oldest.category(), words), MOST_GROUPS)
                        .stream()
                        .map(Alike::matter)
                        .filter(id -> group.stream().noneMatch(matter -> matter.id() == id))
                        .toList();
        List<Matter> whole = new ArrayList<>(group);
        lookup.findAll(found).values().stream()
                .filter(matter -> lookup.joinable(matter) && matter.lead() != null && lookup.mayRead(actor, matter))
                .limit(MOST_HANDLED)
                .forEach(whole::add);
        whole.sort(Comparator.comparing(Matter::id));
        return whole;
    }

    /** The bulk step that merges a programme's matters. */
    static String merge(Programme programme) {
        return programme.steps().values().stream()
                .filter(rule -> rule.merges() && rule.bulk())
                .map(StepRule::name)
                .findFirst()
                .orElse("");
    }
}
