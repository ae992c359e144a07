package org.huiyin.evidence;

import org.huiyin.evidence.UploadRefusal.Reason;

/**
 * Walks the segments of a JPEG (ISO/IEC 10918-1, annex B) before anything decodes it: it must reach its end mark, and a progressive one may
 * not make the decoder pass over the whole picture hundreds of times.
 */
final class JpegScan {

    private static final int MARK = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int MOST_SCANS = 20;

    private final byte[] bytes;
    private int at;

    private JpegScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Refuses a picture that is cut short. */
    static void check(byte[] jpeg) throws Unacceptable {
        new JpegScan(jpeg).walk();
    }

    private void walk() throws Unacceptable {
        int scans = 0;
        if (mark() != START_OF_IMAGE) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        for (int mark = mark(); mark != END_OF_IMAGE; mark = mark()) {
            if (mark == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new Unacceptable(Reason.DAMAGED);
            }
            if (!standsAlone(mark)) {
                skipSegment();
            }
            if (mark == START_OF_SCAN) {
                skipScan();
            }
        }
        if (scans == 0) {
            throw new Unacceptable(Reason.DAMAGED);
        }
    }

    private int mark() throws Unacceptable {
        if (next() != MARK) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        int mark = next();
        while (mark == MARK) {
            mark = next();
        }
        return mark;
    }

    private void skipSegment() throws Unacceptable {
        int length = next() << 8 | next();
        if (length < 2) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        at += length - 2;
    }

    /** Entropy-coded bytes go on until a mark that is neither a stuffed zero nor a restart. */
    private void skipScan() throws Unacceptable {
        int before = next();
        int now = next();
        while (before != MARK || now == 0 || now == MARK || (now >= 0xD0 && now <= 0xD7)) {
            before = now;
            now = next();
        }
        at -= 2;
    }

    private static boolean standsAlone(int mark) {
        return mark == 0x01 || (mark >= 0xD0 && mark <= 0xD8);
    }

    private int next() throws Unacceptable {
        if (at >= bytes.length) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        return bytes[at++] & 0xFF;
    }
}
