package org.huiyin.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.programme.PackagedYaml;
import org.jspecify.annotations.Nullable;

/** Which steps are told to whom, as each programme's {@code notices.yaml} says. */
record StepTellings(Map<String, Map<String, Rule>> byProgramme) {

    /** Who may be told, by where they stand to the matter. */
    enum Who {
        LEAD,
        LEAD_HEAD,
        CO_HANDLERS,
        OFFICE,
        SUPERVISORS;

        static Who of(String written) {
            return valueOf(written.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One step.
     *
     * @param with the field whose text goes with it; null for none
     * @param kind of the message
     */
    record Rule(List<Who> tell, @Nullable String with, String kind) {}

    private record Written(String programme, Map<String, Line> steps) {}

    private record Line(
            List<String> tell,
            @Nullable String with,
            @Nullable String kind) {}

    /** Reads what the build holds. */
    static StepTellings packaged() {
        Map<String, Map<String, Rule>> all = new HashMap<>();
        for (Written written : PackagedYaml.all("programmes/*/notices.yaml", Written.class)) {
            Map<String, Rule> rules = new HashMap<>();
            written.steps().forEach((step, line) -> rules.put(step, rule(line)));
            all.put(written.programme(), rules);
        }
        return new StepTellings(Map.copyOf(all));
    }

    private static Rule rule(Line line) {
        return new Rule(
                line.tell().stream().map(Who::of).toList(),
                line.with(),
                Optional.ofNullable(line.kind()).orElse("step"));
    }

    Optional<Rule> of(String programme, String step) {
        return Optional.ofNullable(byProgramme.getOrDefault(programme, Map.of()).get(step));
    }
}
