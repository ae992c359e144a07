package org.huiyin.alike;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.text.Plain;
import org.jspecify.annotations.Nullable;

/** What the first step of a matter tells, or somebody is about to tell. */
public record Told(Imprint imprint, int[] spots, @Nullable Position position) {

    public static Told of(Map<String, ?> fields) {
        String words = Plain.of(words(fields, "title", "description"));
        return new Told(
                Imprint.ofPlain(words),
                Spots.ofPlain(words + Plain.of(words(fields, "where"))),
                Position.of(fields.get("position")));
    }

    private static String words(Map<String, ?> fields, String... names) {
        return Stream.of(names)
                .map(fields::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
