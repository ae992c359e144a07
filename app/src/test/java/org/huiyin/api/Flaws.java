package org.huiyin.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what is wrong with an answer. */
final class Flaws {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern MACHINE = Pattern.compile(
            "Exception|org\\.huiyin|java\\.(lang|util|io)|springframework|jackson|tomcat|catalina|postgres|SQLSTATE|\\bat [a-z]+\\.[a-z.]+\\(");
    private static final Pattern UNTOLD = Pattern.compile("^(problem|open311|api)\\.[a-z.-]+$");

    private final JsonNode document;
    /** Of every problem that was told. */
    final TreeSet<String> slugs = new TreeSet<>();

    Flaws(JsonNode document) {
        this.document = document;
    }

    /** Empty when there is nothing to say against the answer. */
    String flaw(Shot shot, Wire.Reply reply, Optional<Schema> schema) {
        if (reply.status() < 200 || (reply.status() >= 500 && !(reply.status() == 501 && shot.broken()))) {
            return "no such answer is allowed";
        }
        if (MACHINE.matcher(reply.text()).find()) {
            return "it speaks of the machine";
        }
        if (shot.method().equals("HEAD") || reply.status() == 304 || reply.status() == 204) {
            return reply.body().length == 0 ? "" : "it should have no body";
        }
        if (reply.status() < 400) {
            boolean described = schema.isPresent() && shot.what().equals("nothing odd") && reply.status() < 300;
            return described ? undescribed(schema.get(), reply) : "";
        }
        String type = reply.header("Content-Type");
        if (shot.broken() && type.startsWith("text/plain")) {
            return HAN.matcher(reply.text()).find() && reply.text().matches("(?s).*[a-z]{3}.*")
                    ? ""
                    : "it says nothing";
        }
        return shot.open311() ? open311Flaw(reply, type) : problemFlaw(shot, reply, type);
    }

    private static String undescribed(Schema schema, Wire.Reply reply) {
        var errors = schema.validate(JSON.readTree(reply.body()));
        return errors.isEmpty() ? "" : "it is not what was described: " + errors;
    }

    private String problemFlaw(Shot shot, Wire.Reply reply, String type) {
        if (!type.startsWith("application/problem+json")) {
            return "it is no problem but " + type;
        }
        JsonNode problem = JSON.readTree(reply.body());
        String slug = problem.path("type").asString("").replace("/problems/", "");
        slugs.add(slug);
        for (String member : List.of("type", "title", "detail", "next", "instance")) {
            String said = problem.path(member).asString("");
            if (said.isBlank() || UNTOLD.matcher(said).find()) {
                return "it says no " + member;
            }
        }
        String words = problem.path("title").asString("") + problem.path("next").asString("");
        if (!shot.what().equals("an odd header") && HAN.matcher(words).find() == shot.english()) {
            return "it speaks another language";
        }
        if (reply.status() == 401 && reply.header("WWW-Authenticate").isEmpty()) {
            return "it does not say how to sign in";
        }
        return problem.path("status").asInt() == reply.status() ? "" : "it says another status";
    }

    private static String open311Flaw(Wire.Reply reply, String type) {
        try {
            if (type.contains("json")) {
                JsonNode error = JSON.readTree(reply.body()).path(0);
                boolean told = error.path("code").asInt() == reply.status()
                        && !error.path("description").asString("").isBlank();
                return told ? "" : "it is no error of Open311";
            }
            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(reply.body()));
            return xml.getDocumentElement().getTagName().equals("errors") ? "" : "it is no error of Open311";
        } catch (JacksonException | SAXException | ParserConfigurationException | IOException e) {
            return "it cannot be read: " + e.getMessage();
        }
    }

    /** What an answer is described as; empty for one that is no JSON. */
    Optional<Schema> schema(JsonNode described) {
        for (String status : List.of("200", "201")) {
            JsonNode shape = described
                    .path("responses")
                    .path(status)
                    .path("content")
                    .path("application/json")
                    .path("schema");
            if (shape.isObject()) {
                ObjectNode whole = shape.deepCopy().asObject();
                whole.set("$defs", document.path("components").path("schemas"));
                return Optional.of(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON));
            }
        }
        return Optional.empty();
    }
}
