package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** A witness's signature on a checkpoint with the time of it (c2sp.org/tlog-cosignature, Ed25519). */
final class Cosignature {

    private static final int TIME_BYTES = Long.BYTES;

    private Cosignature() {}

    /** Whether these bytes, a time and a signature, are the witness's on that checkpoint. */
    static boolean verifies(VerifierKey witness, String checkpoint, byte[] bytes) {
        if (bytes.length <= TIME_BYTES) {
            return false;
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        return seconds >= 0
                && witness.verifies(message(checkpoint, seconds), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    }

    /** What a witness signs. */
    static byte[] message(String checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }

    static Instant time(byte[] bytes) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong());
    }
}
