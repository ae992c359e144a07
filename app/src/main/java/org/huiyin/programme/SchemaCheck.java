package org.huiyin.programme;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shape of a file against its published JSON Schema, said in an author's words. */
public final class SchemaCheck {

    private final Schema schema;

    /** @param resource the schema's name on the class path */
    public SchemaCheck(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the build: " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void check(Cursor root, Problems problems) {
        for (Error error : schema.validate(root.node())) {
            String pointer = error.getInstanceLocation().toString();
            switch (error.getKeyword()) {
                case "additionalProperties" -> unknownKey(error, pointer, problems);
                case "required" -> problems.add(pointer, "missing-key", "", error.getProperty());
                case "enum" -> unknownWord(error, pointer, problems);
                case "type" -> problems.add(pointer, "wrong-shape", "", expected(error));
                case "pattern" -> pattern(error, pointer, problems);
                case "propertyNames" -> {
                    // the name's own error follows
                }
                default -> problems.add(pointer, "schema", "", error.getMessage());
            }
        }
    }

    private void unknownKey(Error error, String pointer, Problems problems) {
        String key = error.getProperty();
        List<String> known = allowedBeside(error);
        String meant = Suggestion.closest(key, known).orElse("");
        String slug = meant.isEmpty() ? "unknown-key-of" : "unknown-key";
        problems.add(pointer + "/" + key, slug, meant, key, String.join(", ", known));
    }

    /** The keys the schema knows at the place where an unknown one stands. */
    private List<String> allowedBeside(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        String owner = keyword.substring(0, keyword.lastIndexOf('/'));
        return List.copyOf(schema.getSchemaNode().at(owner).path("properties").propertyNames());
    }

    private static void unknownWord(Error error, String pointer, Problems problems) {
        List<String> allowed = new ArrayList<>();
        error.getSchemaNode().forEach(word -> allowed.add(word.asString()));
        String written = error.getInstanceNode().asString();
        problems.add(
                pointer,
                "unknown-word",
                Suggestion.closest(written, allowed).orElse(""),
                written,
                String.join(", ", allowed));
    }

    private static void pattern(Error error, String pointer, Problems problems) {
        String written =
                error.getInstanceNode() == null ? "" : error.getInstanceNode().asString();
        String pattern = error.getSchemaNode().asString();
        problems.add(pointer, slug(pattern), "", written);
    }

    /** What a pattern asks for, told by a sign only it contains. */
    private static String slug(String pattern) {
        if (pattern.contains("wd")) {
            return "not-a-limit";
        }
        if (pattern.contains(":")) {
            return pattern.contains("{4}") ? "not-a-time" : "not-an-hour";
        }
        if (pattern.contains("{4}")) {
            return "not-a-day";
        }
        return pattern.contains("/") ? "not-a-share" : pattern.contains("\\.") ? "not-a-decimal" : "bad-name";
    }

    private static String expected(Error error) {
        return error.getSchemaNode().toString().replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
