package org.huiyin.programme;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads YAML into a tree that knows its lines. Plain scalars are read as YAML 1.2 does: only true, false, null and numbers are more than
 * text, so that "yes", "no" and a date stay what the author wrote.
 */
public final class YamlFile {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final int DEEPEST = 20;

    private final Problems problems;
    private int nodes;

    private YamlFile(Problems problems) {
        this.problems = problems;
    }

    /** The document; an empty one when it cannot be read at all, which is then among the problems. */
    public static Cursor read(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(1_000_000);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            JsonNode tree =
                    root == null ? JsonNodeFactory.instance.objectNode() : new YamlFile(problems).convert(root, "", 0);
            return Cursor.root(tree);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
            problems.add(line, column, "not-yaml", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(0, 0, "not-yaml", String.valueOf(e.getMessage()));
        }
        return Cursor.root(JsonNodeFactory.instance.objectNode());
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        problems.mark(pointer, node.getStartMark());
        if (depth > DEEPEST || ++nodes > 100_000) {
            throw new YAMLException("too deep or too large");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, pointer, depth);
            case SequenceNode sequence -> sequence(sequence, pointer, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode mapping(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            problems.mark(below, tuple.getKeyNode().getStartMark());
            if (!seen.add(key)) {
                problems.add(
                        tuple.getKeyNode().getStartMark().getLine() + 1,
                        tuple.getKeyNode().getStartMark().getColumn() + 1,
                        "duplicate-name",
                        key);
            }
            object.set(key, convert(tuple.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private JsonNode sequence(SequenceNode sequence, String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            array.add(convert(sequence.getValue().get(i), pointer + "/" + i, depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return make.stringNode(value);
        }
        return switch (value) {
            case "true" -> make.booleanNode(true);
            case "false" -> make.booleanNode(false);
            case "", "~", "null" -> make.nullNode();
            default -> WHOLE.matcher(value).matches() ? make.numberNode(Long.parseLong(value)) : make.stringNode(value);
        };
    }
}
