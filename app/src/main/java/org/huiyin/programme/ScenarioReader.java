package org.huiyin.programme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.programme.Scenarios.Act;
import org.huiyin.programme.Scenarios.Expectation;
import org.huiyin.programme.Scenarios.Person;
import org.huiyin.programme.Scenarios.Scenario;
import tools.jackson.databind.JsonNode;

/** Reads {@code scenarios.yaml} beside a definition, and says what in it cannot be meant. */
public final class ScenarioReader {

    private static final String ONLY_MATTER = "it";

    private final SchemaCheck schema = new SchemaCheck("/scenarios.schema.json");

    /** What was read; without scenarios when there are problems. */
    public record Reading(Scenarios scenarios, List<Problem> problems) {}

    /**
     * Reads the scenarios of a programme.
     *
     * @param shown the file's name in problems
     */
    public Reading read(Path file, String shown, Programme programme) {
        Problems problems = new Problems(shown);
        Cursor root = Cursor.root(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        try {
            root = YamlFile.read(Files.readString(file, StandardCharsets.UTF_8), problems);
        } catch (IOException e) {
            problems.add(0, 0, "unreadable", String.valueOf(e.getMessage()));
        }
        if (problems.none()) {
            schema.check(root, problems);
            names(root, programme, problems);
        }
        boolean right = problems.none();
        return new Reading(
                new Scenarios(
                        programme.name(),
                        right ? root.get("units").texts() : List.of(),
                        right ? people(root) : Map.of(),
                        right ? scenarios(root, problems) : List.of()),
                problems.found());
    }

    private static void names(Cursor root, Programme programme, Problems problems) {
        List<String> people = root.get("people").keys();
        List<String> stories = root.get("stories").keys();
        Set<String> steps = programme.steps().keySet();
        List<Cursor> acts = new ArrayList<>();
        for (Cursor story : root.get("stories").entries()) {
            acts.addAll(story.get("steps").items());
        }
        for (Cursor scenario : root.get("scenarios").items()) {
            acts.addAll(scenario.get("given").items());
            acts.add(scenario.get("when"));
            scenario.get("then").each().forEach(then -> expectation(then, programme, problems));
            scenario.get("after")
                    .each()
                    .forEach(after -> problems.unknown(after, "unknown-story", after.text(), stories));
        }
        for (Cursor act : acts) {
            problems.unknown(act.get("who"), "unknown-person", act.get("who").text(), people);
            problems.unknown(act.get("does"), "unknown-step", act.get("does").text(), steps);
        }
        root.get("usual").entries().forEach(usual -> problems.unknown(usual, "unknown-step", usual.key(), steps));
    }

    private static void expectation(Cursor then, Programme programme, Problems problems) {
        then.get("state")
                .each()
                .forEach(s -> problems.unknown(
                        s, "unknown-state", s.text(), programme.states().keySet()));
        then.get("list")
                .each()
                .forEach(s -> problems.unknown(
                        s, "unknown-list", s.text(), programme.lists().keySet()));
        Set<String> clocks = programme.clocks().keySet();
        for (String part : List.of("running", "paused", "met", "late")) {
            then.get(part).items().forEach(c -> problems.unknown(c, "unknown-clock", c.text(), clocks));
        }
        then.get("due").entries().forEach(c -> problems.unknown(c, "unknown-clock", c.key(), clocks));
    }

    private static Map<String, Person> people(Cursor root) {
        return Building.named(
                root.get("people"),
                person -> new Person(
                        person.key(),
                        person.get("role").text(),
                        person.get("unit").text()));
    }

    private static List<Scenario> scenarios(Cursor root, Problems problems) {
        return root.get("scenarios").items().stream()
                .map(scenario -> new Scenario(
                        scenario.get("name").text(),
                        problems.line(scenario.pointer()),
                        given(root, scenario),
                        act(root, scenario.get("when")),
                        scenario.get("then").node().isArray()
                                ? scenario.get("then").items().stream()
                                        .map(ScenarioReader::expected)
                                        .toList()
                                : List.of(expected(scenario.get("then")))))
                .toList();
    }

    private static List<Act> given(Cursor root, Cursor scenario) {
        List<Act> acts = new ArrayList<>(story(root, scenario.get("after").text(), 0));
        scenario.get("given").items().forEach(act -> acts.add(act(root, act)));
        return List.copyOf(acts);
    }

    private static List<Act> story(Cursor root, String name, int depth) {
        Cursor story = root.get("stories").get(name);
        if (!story.exists() || depth > 20) {
            return List.of();
        }
        List<Act> acts = new ArrayList<>(story(root, story.get("after").text(), depth + 1));
        story.get("steps").items().forEach(act -> acts.add(act(root, act)));
        return acts;
    }

    private static Act act(Cursor root, Cursor act) {
        Map<String, Object> with = values(root.get("usual").get(act.get("does").text()));
        act.get("with").entries().forEach(field -> {
            Object value = value(field.node());
            if (value.equals("")) {
                with.remove(field.key());
            } else {
                with.put(field.key(), value);
            }
        });
        Cursor occurred = act.get("occurred");
        return new Act(
                time(act.get("at").text()),
                occurred.exists() ? time(occurred.text()) : null,
                act.get("who").text(),
                act.get("does").text(),
                act.get("matter").maybeText().orElse(ONLY_MATTER),
                with,
                act.get("evidence").node().asInt(0));
    }

    private static Expectation expected(Cursor then) {
        Map<String, Object> expected = values(then);
        expected.remove("of");
        return new Expectation(then.get("of").maybeText().orElse(ONLY_MATTER), expected);
    }

    private static LocalDateTime time(String written) {
        return LocalDateTime.parse(written.replace(' ', 'T'));
    }

    private static Map<String, Object> values(Cursor mapping) {
        Map<String, Object> values = new HashMap<>();
        mapping.entries().forEach(entry -> values.put(entry.key(), value(entry.node())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            return node.values().stream().map(ScenarioReader::value).toList();
        }
        if (node.isObject()) {
            return values(Cursor.root(node));
        }
        return node.isNumber() ? (Object) node.asLong() : node.isBoolean() ? node.booleanValue() : node.asString("");
    }
}
