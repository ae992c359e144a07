package org.huiyin.translog;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Longs by longs, neither of them 0: sixteen bytes each instead of a hundred, for millions of matters. */
final class LongTable {

    private static final int MOST = 1 << 28;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    int size() {
        return size;
    }

    /** The value of a key; 0 when there is none. */
    long get(long key) {
        return values[slot(keys, key)];
    }

    void put(long key, long value) {
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (2L * size > keys.length) {
            grow();
        }
    }

    private static int slot(long[] keys, long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] more = new long[2 * keys.length];
        long[] theirs = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(more, keys[i]);
                more[slot] = keys[i];
                theirs[slot] = values[i];
            }
        }
        keys = more;
        values = theirs;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                out.writeLong(keys[i]);
                out.writeLong(values[i]);
            }
        }
    }

    static LongTable read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("not a state of an audit");
        }
        LongTable table = new LongTable();
        for (int i = 0; i < size; i++) {
            long key = in.readLong();
            long value = in.readLong();
            if (key == 0) {
                throw new IOException("not a state of an audit");
            }
            table.put(key, value);
        }
        return table;
    }
}
