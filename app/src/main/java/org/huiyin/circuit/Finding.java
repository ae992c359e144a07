package org.huiyin.circuit;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a visit.
 *
 * @param settled how it was put right on the spot; empty when it was not
 * @param token names it in the step that makes it a matter; nobody can guess it
 * @param matter null while it is none
 */
record Finding(
        long id,
        long visit,
        long circuit,
        int unit,
        String title,
        String detail,
        String place,
        String settled,
        Instant foundAt,
        UUID token,
        @Nullable MatterNumber matter) {}
