package org.huiyin.translog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.huiyin.translog.Finding.Kind;

/** The tree as a log publishes it at one size, held against heads somebody knows from elsewhere. */
final class Published {

    private final LogSource source;
    private final Checkpoint head;
    private final TreeHash hash = new TreeHash();

    Published(LogSource source, Checkpoint head) {
        this.source = source;
        this.head = head;
    }

    /** A tile is missing, or shorter than it must be. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long from;
        private final long to;

        Missing(Tiles.Place place, long size) {
            super("tile " + place);
            long span = 1L << Tiles.HEIGHT * (place.level() + 1);
            this.from = place.number() * span;
            this.to = Math.min(size, from + span) - 1;
        }
    }

    byte[] tile(Tiles.Place place) {
        int width = Tiles.width(head.size(), place);
        return source.get("/tile/" + new TilePath(place.level(), place.number(), width))
                .filter(tile -> tile.length == width * TreeHash.BYTES)
                .orElseThrow(() -> new Missing(place, head.size()));
    }

    private Tiles tiles() {
        return new Tiles((level, number) -> tile(new Tiles.Place(level, number)), hash);
    }

    /** Whether an older head is the beginning of this one, by a proof that convinces whatever the tiles say. */
    boolean continues(Checkpoint older) {
        return Proofs.consistent(
                older.head(), head.head(), Proofs.consistency(tiles(), older.size(), head.size(), hash), hash);
    }

    /** The first bundle that is another one than it was; -1 when none of those remembered is. */
    long firstOther(byte[] remembered) {
        int known = remembered.length / TreeHash.BYTES;
        for (int from = 0; from < known; from += Tiles.WIDTH) {
            byte[] tile = tile(new Tiles.Place(1, from / Tiles.WIDTH));
            for (int i = 0; i < Math.min(Tiles.WIDTH, known - from); i++) {
                int at = (from + i) * TreeHash.BYTES;
                if (!Arrays.equals(
                        tile, i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES, remembered, at, at + TreeHash.BYTES)) {
                    return from + i;
                }
            }
        }
        return -1;
    }

    /** Whether every tile above the entries' own is made of those below; of those that reach past a size. */
    Optional<Finding> upper(byte[] bundles, long past) {
        byte[] below = bundles;
        for (int level = 1; below.length > 0; level++) {
            int count = below.length / TreeHash.BYTES;
            byte[] above = new byte[count / Tiles.WIDTH * TreeHash.BYTES];
            for (int from = 0; from < count; from += Tiles.WIDTH) {
                int width = Math.min(Tiles.WIDTH, count - from);
                byte[] made = Arrays.copyOfRange(below, from * TreeHash.BYTES, (from + width) * TreeHash.BYTES);
                Tiles.Place place = new Tiles.Place(level, from / Tiles.WIDTH);
                long last = (long) (from + width) << Tiles.HEIGHT * level;
                if (last > past && !Arrays.equals(made, tile(place))) {
                    return Optional.of(Finding.of(Kind.MISMATCH, (long) from << Tiles.HEIGHT * level, last - 1));
                }
                if (width == Tiles.WIDTH) {
                    System.arraycopy(
                            Tiles.over(made, hash), 0, above, from / Tiles.WIDTH * TreeHash.BYTES, TreeHash.BYTES);
                }
            }
            below = above;
        }
        return Optional.empty();
    }

    /** A look at tiles; what is missing is a gap. */
    static Optional<Finding> looking(java.util.function.Supplier<Optional<Finding>> look) {
        try {
            return look.get();
        } catch (Missing e) {
            return Optional.of(Finding.of(Kind.GAP, e.from, e.to));
        }
    }

    /** A checkpoint somebody was shown, in a note or in a receipt: signed by the log, and of this history or another one. */
    Optional<Finding> sameHistory(String shown, Collection<VerifierKey> keys) {
        Note note = Note.parse(
                shown.strip().startsWith("{") ? Receipt.parse(shown.strip()).checkpoint() : shown);
        Checkpoint other = Checkpoint.parse(note.text());
        if (!(note.check(keys) instanceof Note.Checked.Signed)) {
            return Optional.of(Finding.of(Kind.SIGNATURE, other.origin()));
        }
        boolean same = other.size() <= head.size() && continues(other);
        return same ? Optional.empty() : Optional.of(Finding.of(Kind.FORK, other.size(), head.size()));
    }
}
