package org.huiyin.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A wish to take a step. The only way in.
 *
 * @param programme the mechanism, when the step begins a matter; empty otherwise
 * @param matter the matter's id; 0 when the step begins one
 * @param expected the version the asker saw; {@link #ANY} when it does not matter
 * @param fields the form as it came in, unchecked
 * @param key made by the asker; the same key gives the same receipt, once
 * @param occurredAt when it happened, for imports only; null means now
 * @param shown as whom somebody outside the house acts, once they have shown who they are: {@code guest:7} by a telephone, {@code AX-3} as the
 *     holder of an entry; empty otherwise. Only a page that has seen it shown may say so
 */
public record StepRequest(
        String programme,
        long matter,
        int expected,
        String step,
        Actor actor,
        Map<String, Object> fields,
        List<String> evidence,
        String key,
        @Nullable Instant occurredAt,
        String shown) {

    public static final int ANY = -1;

    public StepRequest {
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("An idempotency key has 1 to 100 characters");
        }
    }

    /** A request to begin a matter. */
    public static StepRequest begin(
            String programme, String step, Actor actor, Map<String, Object> fields, List<String> evidence, String key) {
        return new StepRequest(programme, 0, ANY, step, actor, fields, evidence, key, null, "");
    }

    /** A request to take a matter further. */
    public static StepRequest further(
            MatterNumber matter, int expected, String step, Actor actor, Map<String, Object> fields, String key) {
        return new StepRequest("", matter.id(), expected, step, actor, fields, List.of(), key, null, "");
    }

    public StepRequest withEvidence(List<String> ids) {
        return new StepRequest(programme, matter, expected, step, actor, fields, ids, key, occurredAt, shown);
    }

    public StepRequest at(Instant occurred) {
        return new StepRequest(programme, matter, expected, step, actor, fields, evidence, key, occurred, shown);
    }

    /** The same by somebody who has shown who they are. */
    public StepRequest by(String who) {
        return new StepRequest(programme, matter, expected, step, actor, fields, evidence, key, occurredAt, who);
    }

    boolean begins() {
        return matter == 0;
    }

    /** The key as it is stored: nobody can get at another's receipt by guessing a key. */
    String scopedKey() {
        return (shown.isEmpty() ? actor.account() + ":" + actor.post() : shown) + ":" + key;
    }
}
