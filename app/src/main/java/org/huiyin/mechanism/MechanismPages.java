package org.huiyin.mechanism;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.programme.Field;
import org.huiyin.programme.PackagedYaml;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.stereotype.Component;

/** The pages of every programme. What they name that their programme does not know stops the start. */
@Component
class MechanismPages {

    private final Programmes programmes;
    private final Map<String, PageRules> rules = new LinkedHashMap<>();

    MechanismPages(Programmes programmes) {
        this.programmes = programmes;
        for (PageRules one : PackagedYaml.all("programmes/*/pages.yaml", PageRules.class)) {
            check(one, newest(one.programme()));
            rules.put(one.programme(), one);
        }
    }

    Optional<PageRules> of(String programme) {
        return Optional.ofNullable(rules.get(programme));
    }

    /** How its matters are taken up by people outside the house. */
    Optional<PageRules.Claim> claim(String programme) {
        return of(programme).flatMap(one -> Optional.ofNullable(one.claim()));
    }

    Map<String, PageRules.Wall> walls() {
        Map<String, PageRules.Wall> walls = new LinkedHashMap<>();
        rules.forEach((name, one) -> Optional.ofNullable(one.wall()).ifPresent(wall -> walls.put(name, wall)));
        return walls;
    }

    Map<String, PageRules.Ledger> ledgers() {
        Map<String, PageRules.Ledger> ledgers = new LinkedHashMap<>();
        rules.forEach((name, one) -> Optional.ofNullable(one.ledger()).ifPresent(it -> ledgers.put(name, it)));
        return ledgers;
    }

    Programme newest(String name) {
        return programmes
                .newest(name)
                .orElseThrow(() -> new IllegalStateException("pages.yaml names no programme: " + name));
    }

    /** The field of that name, whichever step asks for it. */
    static Optional<Field> field(Programme programme, String name) {
        return programme.steps().values().stream()
                .flatMap(step -> step.form().fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static void check(PageRules rules, Programme programme) {
        if (rules.programme().equals(Walls.ON_THE_BOARD) && (rules.wall() != null || rules.ledger() != null)) {
            throw new IllegalStateException("pages.yaml of " + rules.programme()
                    + " has a wall or a ledger; its matters are too many for them");
        }
        Map<String, List<String>> unknown = rules.names().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        names -> names.getValue().stream()
                                .filter(name -> !knows(programme, names.getKey(), name))
                                .toList()));
        unknown.values().removeIf(List::isEmpty);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "pages.yaml of " + rules.programme() + " names what is not there: " + unknown);
        }
    }

    private static boolean knows(Programme programme, String what, String name) {
        return switch (what) {
            case "state" -> programme.states().containsKey(name);
            case "step" -> programme.steps().containsKey(name);
            case "clock" -> programme.clocks().containsKey(name);
            default -> field(programme, name).isPresent();
        };
    }
}
