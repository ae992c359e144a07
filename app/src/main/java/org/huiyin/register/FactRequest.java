package org.huiyin.register;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something be written down about an entry.
 *
 * @param entry null where one is entered
 * @param expected the version somebody looked at; null where it does not matter
 * @param raw what was filled in: texts as a page or table sends them, or typed values
 * @param asked the fields somebody was asked for; what was asked for and left empty is taken away, everything else stays as it is
 * @param key made with the form or on the phone: sent twice it is kept once
 */
public record FactRequest(
        Register register,
        Kind kind,
        @Nullable Long entry,
        @Nullable Integer expected,
        Map<String, Object> raw,
        Set<String> asked,
        String key) {

    /** What happens to an entry. */
    public enum Kind {
        ENTER,
        CHANGE,
        EXIT,
        /** An entry that left is there again. */
        RETURN,
        /** It was entered by mistake and counts at no time. */
        VOID;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Enters one. */
    public static FactRequest enter(Register register, Map<String, Object> raw, String key) {
        return new FactRequest(register, Kind.ENTER, null, null, raw, Set.of(), key);
    }

    /** The same with a key of its own. */
    public static FactRequest of(Register register, Kind kind, long entry, Map<String, Object> raw) {
        return new FactRequest(
                register,
                kind,
                entry,
                null,
                raw,
                raw.keySet(),
                UUID.randomUUID().toString());
    }
}
