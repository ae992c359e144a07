package org.huiyin.supervision;

import java.time.Instant;
import java.util.List;
import org.huiyin.evidence.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * An answer to an instrument in the reader's words.
 *
 * @param verdict what became of it
 * @param judgedAt null while it waits
 * @param judge empty while it waits
 */
public record AnswerView(
        Instant at,
        String by,
        String text,
        List<Attachment> proof,
        String verdict,
        String tone,
        @Nullable Instant judgedAt,
        String judge,
        String reason) {}
