package org.huiyin.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A place in a definition: its value, and the pointer by which it is found again in the file. Tolerates what is missing. */
public record Cursor(JsonNode node, String pointer, String key) {

    static Cursor root(JsonNode node) {
        return new Cursor(node, "", "");
    }

    public Cursor get(String name) {
        JsonNode found = node.isObject() ? node.path(name) : MissingNode.getInstance();
        return new Cursor(found, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), name);
    }

    public boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isText() {
        return node.isString();
    }

    /** The text here, "" when there is none. */
    public String text() {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    public Optional<String> maybeText() {
        return exists() ? Optional.of(text()) : Optional.empty();
    }

    public boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    /** What a mapping holds, in the order of the file. */
    public List<Cursor> entries() {
        if (!node.isObject()) {
            return List.of();
        }
        return node.propertyNames().stream().map(this::get).toList();
    }

    /** What a sequence holds. */
    public List<Cursor> items() {
        List<Cursor> items = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new Cursor(node.get(i), pointer + "/" + i, Integer.toString(i)));
            }
        }
        return items;
    }

    public List<String> texts() {
        return items().stream().map(Cursor::text).toList();
    }

    public List<String> keys() {
        return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
    }

    /** Itself when it is a single value, its items when it is a sequence. */
    public Stream<Cursor> each() {
        return node.isArray() ? items().stream() : exists() ? Stream.of(this) : Stream.empty();
    }
}
