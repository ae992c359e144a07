package org.huiyin.translog;

import java.time.Instant;
import java.util.List;
import org.huiyin.track.Qr;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of a matter as their page shows them, newest first.
 *
 * @param qr the newest one without what is sealed; null when it does not fit or is not there yet
 * @param index where the newest one's entry stands; -1 when it has no place yet
 * @param size how many entries the log had then
 */
public record ProofsView(
        String number,
        boolean raiser,
        List<Row> rows,
        @Nullable Qr qr,
        long index,
        long size) {

    /**
     * A step and its receipt.
     *
     * @param waits whether its entry has no place yet
     */
    public record Row(int seq, String title, Instant at, boolean waits) {}
}
