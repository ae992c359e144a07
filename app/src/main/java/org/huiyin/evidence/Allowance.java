package org.huiyin.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * What people who are not signed in may still upload within this hour, from one address and all together: otherwise one of them could fill
 * the disk. In memory; it begins anew with each hour of the clock. Safe for many threads.
 */
final class Allowance {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int KEPT = 100_000;

    /** Small files cost work too. */
    private static final long LEAST_BYTES = 1 << 20;

    private final DataSize perAddress;
    private final DataSize inAll;
    private final InstantSource time;
    private final Map<String, Long> used = new HashMap<>();

    private long usedInAll;
    private long hour;

    Allowance(EvidenceSettings settings, InstantSource time) {
        this.perAddress = settings.anonymousPerAddress();
        this.inAll = settings.anonymousInAll();
        this.time = time;
    }

    /** Takes the files off what is left; false, and nothing is taken, when that is too little. */
    synchronized boolean take(String address, Iterable<Upload> files) {
        Instant now = time.instant();
        if (hour != now.getEpochSecond() / HOUR.toSeconds() || used.size() >= KEPT) {
            hour = now.getEpochSecond() / HOUR.toSeconds();
            used.clear();
            usedInAll = 0;
        }
        long bytes = 0;
        for (Upload file : files) {
            bytes += Math.max(LEAST_BYTES, file.sizeBytes());
        }
        long here = used.getOrDefault(address, 0L) + bytes;
        if (here > perAddress.toBytes() || usedInAll + bytes > inAll.toBytes()) {
            return false;
        }
        used.put(address, here);
        usedInAll += bytes;
        return true;
    }

    /** Minutes until it begins anew, at least one. */
    int minutesLeft() {
        long past = time.instant().getEpochSecond() % HOUR.toSeconds();
        return (int) Math.max(1, (HOUR.toSeconds() - past + 59) / 60);
    }
}
