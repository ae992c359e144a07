package org.huiyin.mechanism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The pages of every programme. What they name that their programme does not know stops the start. */
@Component
class MechanismPages {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Programmes programmes;
    private final Map<String, PageRules> rules = new LinkedHashMap<>();

    MechanismPages(Programmes programmes) {
        this.programmes = programmes;
        for (PageRules one : packaged()) {
            check(one, newest(one.programme()));
            rules.put(one.programme(), one);
        }
    }

    Optional<PageRules> of(String programme) {
        return Optional.ofNullable(rules.get(programme));
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
        return programmes.versions().stream()
                .filter(programme -> programme.name().equals(name))
                .reduce((earlier, later) -> later)
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

    private static List<PageRules> packaged() {
        List<PageRules> rules = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/pages.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    rules.add(JSON.convertValue(new Yaml().load(in), PageRules.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
