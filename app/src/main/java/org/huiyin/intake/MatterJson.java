package org.huiyin.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.evidence.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A matter as a program reads it.
 *
 * @param lead the unit that answers for it; null before dispatch
 * @param due when the next thing is due; null when nothing runs
 * @param dueProvisional true when the holidays of a year it reaches into are not published yet; else left out
 * @param open the steps the caller may take now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterJson(
        String number,
        String programme,
        int programmeVersion,
        int version,
        String state,
        String list,
        int round,
        String title,
        String place,
        String category,
        String kind,
        String urgency,
        @Nullable Integer lead,
        Instant raisedAt,
        Instant updatedAt,
        @Nullable Instant due,
        @Nullable Boolean dueProvisional,
        List<String> open,
        List<StepJson> steps) {

    /** One step that was taken, with the fields the caller may read. */
    record StepJson(
            int version,
            String step,
            int unit,
            Instant occurredAt,
            Instant recordedAt,
            String state,
            Map<String, Object> fields) {}

    /**
     * A step the caller may take now.
     *
     * @param evidence how many attachments it needs at least
     * @param fields its form as JSON Schema
     */
    record OpenStep(String step, String title, int evidence, Map<String, Object> fields) {}

    /**
     * A file the caller may see.
     *
     * @param step the version its step made
     * @param address where its bytes are
     */
    record FileJson(
            UUID id, int step, Attachment.Kind kind, String mediaType, String name, long sizeBytes, String address) {}
}
