package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.Worklist;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** Which worklists the programmes name, in their order, and which of them each role works with. */
@Component
class Lists {

    private final Programmes programmes;
    private final Map<String, Set<Programme.Desk>> desks = new LinkedHashMap<>();
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final Map<String, Text> categories = new LinkedHashMap<>();
    private final Map<String, Text> urgencies = new LinkedHashMap<>();

    Lists(Programmes programmes) {
        this.programmes = programmes;
        Map<String, Map<String, Text>> called = new LinkedHashMap<>();
        for (Programme programme : programmes.versions()) {
            for (Programme.StateRule state : programme.states().values()) {
                String name = state.worklist();
                if (name != null) {
                    desks.computeIfAbsent(name, n -> EnumSet.noneOf(Programme.Desk.class))
                            .add(state.desk());
                    titles.putIfAbsent(name, state.title());
                }
            }
            programme
                    .categories()
                    .values()
                    .forEach(category -> called.computeIfAbsent(category.name(), n -> new LinkedHashMap<>())
                            .put(programme.name(), category.title()));
            programme.steps().values().stream()
                    .flatMap(step -> step.form().field("urgency").stream())
                    .flatMap(field -> field.choices().stream())
                    .forEach(choice -> urgencies.putIfAbsent(choice.value(), choice.title()));
        }
        categories.putAll(choices(called));
    }

    /** A name that means this to one programme and that to another is called by both; names that are called the same are one choice. */
    private static Map<String, Text> choices(Map<String, Map<String, Text>> called) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        called.forEach(
                (name, titles) -> names.computeIfAbsent(all(titles.values()).zh(), t -> new ArrayList<>())
                        .add(name));
        Map<String, Text> choices = new LinkedHashMap<>();
        names.values()
                .forEach(same -> choices.put(
                        String.join(",", same),
                        all(same.stream()
                                .flatMap(name -> called.getOrDefault(name, Map.of()).values().stream())
                                .toList())));
        return choices;
    }

    private static Text all(Collection<Text> titles) {
        return new Text(
                titles.stream().map(Text::zh).distinct().collect(Collectors.joining("、")),
                titles.stream().map(Text::en).distinct().collect(Collectors.joining(", ")));
    }

    /** Every worklist in which clocks may run. */
    List<String> all() {
        return List.copyOf(desks.keySet());
    }

    /** What this role finds on its desk: its own lists, then those by due time. */
    List<String> of(Role role) {
        List<String> names = new ArrayList<>();
        desks.forEach((name, whose) -> {
            if (whose.stream().anyMatch(desk -> works(role, desk))) {
                names.add(name);
            }
        });
        if (!names.isEmpty()) {
            names.add(Worklist.DUE_TODAY);
            names.add(Worklist.NEAR_DUE);
            names.add(Worklist.OVERDUE);
        }
        if (role == Role.HANDLER || role == Role.UNIT_HEAD) {
            names.add(Worklist.CO_HANDLING);
        }
        return names;
    }

    private static boolean works(Role role, Programme.Desk desk) {
        return switch (role) {
            case DISPATCHER -> desk == Programme.Desk.OFFICE || desk == Programme.Desk.SUPERVISOR;
            case HANDLER, UNIT_HEAD -> desk == Programme.Desk.LEAD;
            case SUPERVISOR, ADMIN, IMPORTER -> true;
            case RESIDENT, GRID_WORKER, LEADER, SYSTEM -> false;
        };
    }

    /** The steps this role may be able to take on many matters of that list at once. */
    List<StepRule> bulk(Role role, String list) {
        Map<String, StepRule> found = new LinkedHashMap<>();
        for (Programme programme : programmes.versions()) {
            for (StepRule rule : programme.steps().values()) {
                if (rule.bulk() && rule.by().contains(relation(role)) && reaches(programme, rule, list)) {
                    found.put(rule.name(), rule);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private boolean reaches(Programme programme, StepRule rule, String list) {
        return rule.from().stream()
                .map(programme::state)
                .anyMatch(state -> desks.containsKey(list) ? list.equals(state.worklist()) : state.worklist() != null);
    }

    private static Relation relation(Role role) {
        return switch (role) {
            case DISPATCHER -> Relation.DISPATCHER;
            case HANDLER, UNIT_HEAD -> Relation.LEAD;
            case SUPERVISOR -> Relation.SUPERVISOR;
            case GRID_WORKER -> Relation.GRID_WORKER;
            case IMPORTER -> Relation.IMPORTER;
            case RESIDENT, LEADER, ADMIN -> Relation.RAISER;
            case SYSTEM -> Relation.SYSTEM;
        };
    }

    boolean knows(String name) {
        return desks.containsKey(name)
                || Set.of(Worklist.DUE_TODAY, Worklist.NEAR_DUE, Worklist.OVERDUE, Worklist.CO_HANDLING)
                        .contains(name);
    }

    /** The lists of the known programmes have words of their own; any other is called by its first state. */
    String title(Page page, String name) {
        String key = "worklist.list." + name;
        Text title = titles.get(name);
        return page.texts().has(key) || title == null ? page.t(key) : page.t(title);
    }

    /** By what can be chosen: a name, or several with commas between. */
    Map<String, Text> categories() {
        return categories;
    }

    Map<String, Text> urgencies() {
        return urgencies;
    }
}
