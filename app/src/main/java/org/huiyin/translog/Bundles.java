package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries as they are published (c2sp.org/tlog-tiles): one behind the other, each behind its length in two bytes. */
final class Bundles {

    static final int MOST_BYTES = 0xFFFF;

    private Bundles() {}

    static byte[] pack(List<byte[]> entries) {
        int bytes =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer packed = ByteBuffer.allocate(bytes);
        for (byte[] entry : entries) {
            if (entry.length > MOST_BYTES) {
                throw new IllegalArgumentException("An entry of " + entry.length + " bytes does not fit into the log");
            }
            packed.putShort((short) entry.length).put(entry);
        }
        return packed.array();
    }

    /** The first so many entries, still packed; all of them when there are no more. */
    static byte[] first(byte[] packed, int count) {
        ByteBuffer rest = ByteBuffer.wrap(packed);
        for (int i = 0; i < count && rest.hasRemaining(); i++) {
            int length = rest.getShort() & MOST_BYTES;
            rest.position(rest.position() + length);
        }
        return Arrays.copyOf(packed, rest.position());
    }

    /** Is told each entry, in order. */
    @FunctionalInterface
    interface Reader {

        void entry(byte[] bytes, int from, int length);
    }

    /**
     * Reads through a bundle.
     *
     * @return how many entries it holds; -1 when its bytes do not come out even
     */
    static int read(byte[] packed, Reader reader) {
        int count = 0;
        int at = 0;
        while (at < packed.length) {
            if (at + Short.BYTES > packed.length) {
                return -1;
            }
            int length = (packed[at] & 0xFF) << 8 | packed[at + 1] & 0xFF;
            at += Short.BYTES;
            if (at + length > packed.length) {
                return -1;
            }
            reader.entry(packed, at, length);
            at += length;
            count++;
        }
        return count;
    }

    static List<byte[]> unpack(byte[] packed) {
        List<byte[]> entries = new ArrayList<>(Tiles.WIDTH);
        int count = read(packed, (bytes, from, length) -> entries.add(Arrays.copyOfRange(bytes, from, from + length)));
        if (count < 0) {
            throw new IllegalArgumentException("The lengths in a bundle of entries do not come out even");
        }
        return entries;
    }
}
