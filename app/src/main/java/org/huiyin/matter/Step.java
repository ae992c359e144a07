package org.huiyin.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Role;

/**
 * One step that was taken: the truth everything else follows from. Append-only.
 *
 * @param seq its place in the matter's life, from 1; the matter's version after it
 * @param fields the form as filled in, checked and normalised; without what is sealed
 * @param sealed personal data, stored encrypted
 * @param evidence ids of attachments
 * @param key the actor's idempotency key
 */
public record Step(
        long matter,
        int seq,
        String name,
        By by,
        Instant occurredAt,
        Instant recordedAt,
        String fromState,
        String toState,
        int round,
        Map<String, Object> fields,
        Map<String, Object> sealed,
        List<String> evidence,
        String key) {

    /** Beside the form, as whom somebody outside the house took it who had shown who they are. */
    public static final String ASKER = "asker";

    /** Who took it, from which post. */
    public record By(long account, long post, int unit, Role role) {}

    /** As whom somebody outside the house took it who had shown who they are; empty when nobody of that kind did. */
    public String asker() {
        return fields.get(ASKER) instanceof String shown ? shown : "";
    }

    /** Whether the raiser took it: signed in, or with the query code. */
    public boolean byRaiser() {
        return by.role() == Role.RESIDENT && asker().isEmpty();
    }

    /**
     * Whether the raiser's code was shown for it and staff know that code too, because they raised the matter on somebody's behalf: who took
     * it cannot be told.
     *
     * @param onBehalf whether somebody at a post raised the matter
     */
    public boolean byCodeStaffKnow(boolean onBehalf) {
        return seq > 1 && byRaiser() && by.account() == 0 && onBehalf;
    }

    Step withMatter(long id) {
        return new Step(
                id, seq, name, by, occurredAt, recordedAt, fromState, toState, round, fields, sealed, evidence, key);
    }

    Step withSealed(Map<String, Object> opened) {
        return new Step(
                matter,
                seq,
                name,
                by,
                occurredAt,
                recordedAt,
                fromState,
                toState,
                round,
                fields,
                opened,
                evidence,
                key);
    }
}
