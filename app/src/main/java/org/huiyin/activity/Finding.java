package org.huiyin.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an activity.
 *
 * @param token names it in the step that makes it a matter; nobody can guess it
 * @param matter id of the matter it became; null while it is none
 */
record Finding(
        long id,
        long activity,
        int seq,
        String title,
        String detail,
        String place,
        String position,
        UUID token,
        @Nullable Long matter,
        Instant foundAt) {}
