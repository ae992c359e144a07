package org.huiyin.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.huiyin.matter.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What a program gets for a step.
 *
 * @param queryCode of a matter that was begun, for its raiser; null otherwise
 * @param again whether this key had been used before and nothing new was stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptJson(
        String number,
        int version,
        String step,
        String state,
        Instant recordedAt,
        boolean again,
        @Nullable String queryCode) {

    static ReceiptJson of(Receipt receipt, @Nullable String queryCode) {
        return new ReceiptJson(
                receipt.number().toString(),
                receipt.version(),
                receipt.step(),
                receipt.state(),
                receipt.recordedAt(),
                receipt.again(),
                queryCode);
    }
}
