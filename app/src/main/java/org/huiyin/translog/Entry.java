package org.huiyin.translog;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the log, read.
 *
 * @param text as it stands in the log, to the byte
 * @param members what it says
 */
record Entry(String text, Map<String, Object> members) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final TypeReference<TreeMap<String, Object>> MEMBERS = new TypeReference<>() {};

    /** The members an entry may have; {@code sealed} and {@code v} it always has. */
    private static final Set<String> KNOWN = Set.of(
            "fields",
            "from",
            "matter",
            "occurred",
            "opened",
            "programme",
            "recorded",
            "sealed",
            "sequence",
            "step",
            "to",
            "unit",
            "v",
            "version");

    Entry {
        members = Map.copyOf(members);
    }

    /**
     * Reads an entry.
     *
     * @throws Unreadable when it is none, is not written canonically, or is of a kind this version does not know
     */
    static Entry parse(String text) {
        Map<String, Object> members;
        try {
            members = JSON.readValue(text, MEMBERS);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.Why.ENTRY_FORM);
        }
        boolean known = members != null
                && !members.containsValue(null)
                && KNOWN.containsAll(members.keySet())
                && Long.valueOf(Entries.VERSION).equals(members.get("v"))
                && members.get("sealed") instanceof String sealed
                && Base64s.hash(sealed).isPresent();
        if (!known) {
            throw new Unreadable(Unreadable.Why.ENTRY_FORM);
        }
        if (!Jcs.of(members).equals(text)) {
            throw new Unreadable(Unreadable.Why.ENTRY_CANONICAL);
        }
        return new Entry(text, members);
    }

    /** A text it says; null when it does not. */
    @Nullable
    String text(String member) {
        return members.get(member) instanceof String said ? said : null;
    }

    /** A whole number it says; null when it does not. */
    @Nullable
    Long number(String member) {
        return members.get(member) instanceof Long said ? said : null;
    }

    /** Public fields of the step in the clear. */
    @SuppressWarnings("unchecked")
    Map<String, Object> fields() {
        return members.get("fields") instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
    }

    byte[] seal() {
        return Base64s.hash(String.valueOf(members.get("sealed"))).orElseThrow();
    }

    /** Whether it tells of which matter it is. */
    boolean open() {
        return members.containsKey("matter");
    }
}
