package org.huiyin.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way: what was asked, how the entry stood, and how it will stand.
 *
 * @param before null where it is entered
 * @param after what it will say; null when something is wrong
 */
record Draft(
        FactRequest request,
        @Nullable Standing before,
        @Nullable After after,
        List<FieldError> errors) {

    /**
     * How an entry will stand.
     *
     * @param values open and sealed fields, typed
     * @param parent the number it belongs to; "" for none
     * @param reason "" unless it ends
     */
    record After(
            LocalDate on,
            String place,
            int unit,
            String parent,
            String login,
            Map<String, Object> values,
            String reason,
            String note) {}

    static Draft wrong(FactRequest request, @Nullable Standing before, String field, String slug, Object... args) {
        return new Draft(request, before, null, List.of(new FieldError(field, "register-" + slug, List.of(args))));
    }

    /** Where errors about a state of things are shown. */
    static final String WHOLE = EntryForm.ON;

    Entry.State state() {
        return switch (request.kind()) {
            case ENTER, CHANGE, RETURN -> Entry.State.PRESENT;
            case EXIT -> Entry.State.LEFT;
            case VOID -> Entry.State.VOID;
        };
    }
}
