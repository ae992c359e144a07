package org.huiyin.round;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huiyin.activity.Kind;
import org.huiyin.activity.Kinds;
import org.huiyin.programme.PackagedYaml;
import org.huiyin.programme.Programmes;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Component;

/** The kinds of activity by which registers are gone round. What they name that is not there stops the start. */
@Component
class RoundKinds {

    private final Kinds kinds;
    private final Registers registers;
    private final Programmes programmes;
    private final List<RoundRules> all;

    RoundKinds(Kinds kinds, Registers registers, Programmes programmes) {
        this.kinds = kinds;
        this.registers = registers;
        this.programmes = programmes;
        this.all = PackagedYaml.all("activities/*/round.yaml", RoundRules.class).stream()
                .sorted(Comparator.comparing(RoundRules::kind))
                .toList();
        all.forEach(this::check);
    }

    List<RoundRules> all() {
        return all;
    }

    Optional<RoundRules> of(String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    Kind kind(RoundRules rules) {
        return kinds.newest(rules.kind())
                .orElseThrow(() -> new IllegalStateException("round.yaml names no kind: " + rules.kind()));
    }

    Register register(RoundRules rules) {
        return registers.of(kind(rules).whom().register());
    }

    /** What an item of the sheet is called. */
    String item(RoundRules rules, String item, Locale locale) {
        RoundRules.Sheet sheet = rules.sheet();
        return sheet == null
                ? item
                : kind(rules).report().field(sheet.field()).stream()
                        .flatMap(field -> field.choices().stream())
                        .filter(choice -> choice.value().equals(item))
                        .map(choice -> choice.title().in(locale))
                        .findFirst()
                        .orElse(item);
    }

    /** The states of what a finding becomes. */
    private Set<String> states(RoundRules rules) {
        return Optional.ofNullable(kind(rules).findings())
                .flatMap(as -> programmes.newest(as.programme()))
                .map(programme -> programme.states().keySet())
                .orElse(Set.of());
    }

    private void check(RoundRules rules) {
        Register register = register(rules);
        String by = rules.by();
        boolean known = by == null || register.form().field(by).isPresent();
        boolean whole = rules.every().values().stream().allMatch(days -> days > 0)
                && !rules.every().isEmpty();
        RoundRules.Sheet sheet = rules.sheet();
        boolean scored = sheet == null
                || kind(rules).report().field(sheet.field()).stream()
                        .flatMap(field -> field.choices().stream())
                        .allMatch(choice -> sheet.items().containsKey(choice.value()));
        boolean inspected = sheet == null || states(rules).containsAll(sheet.right());
        RoundRules.Greeted greeted = rules.greeted();
        boolean dated = greeted == null || greeted.festivals().stream().allMatch(one -> Festivals.known(one.day()));
        if (!known || !whole || !scored || !inspected || !dated) {
            throw new IllegalStateException(
                    "round.yaml of " + rules.kind()
                            + ": a field or state that is not there, an item without points, a festival without a day, or a round of no days");
        }
    }
}
