package org.huiyin.assessment;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a published ranking's inputs is needed to reckon it again.
 *
 * @param measures the version of the measures
 * @param roster the units with the classes they had
 */
record PublishedInputs(int measures, Roster roster, long steps) {

    private static final JsonMapper JSON = new JsonMapper();

    static PublishedInputs read(byte[] inputs) {
        JsonNode root = JSON.readTree(inputs);
        List<Roster.Member> members = new ArrayList<>();
        root.path("units")
                .forEach(unit -> members.add(new Roster.Member(
                        unit.path(0).asInt(),
                        unit.path(1).asString(),
                        unit.path(2).asString())));
        return new PublishedInputs(
                root.path("measures").asInt(),
                new Roster(members),
                root.path("steps").asLong());
    }
}
