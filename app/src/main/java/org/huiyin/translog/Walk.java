package org.huiyin.translog;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.huiyin.translog.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Reads bundles of entries in their order, some ahead, each with the tile of its hashes. */
final class Walk {

    private static final int AHEAD = 12;

    private final LogSource source;
    private final Step step;
    private final LongConsumer progress;

    /** Is told each bundle in its order; a finding ends the walk. */
    @FunctionalInterface
    interface Step {

        Optional<Finding> take(Bundle bundle);
    }

    /**
     * A bundle as it came.
     *
     * @param hashes of its entries, one behind the other
     */
    record Bundle(long number, byte[] packed, byte[] hashes) {

        int count() {
            return hashes.length / TreeHash.BYTES;
        }

        byte[] hash(int index) {
            return Arrays.copyOfRange(hashes, index * TreeHash.BYTES, (index + 1) * TreeHash.BYTES);
        }
    }

    /** What came of asking for one: a bundle, or what is wrong with it. */
    private record Came(@Nullable Bundle bundle, @Nullable Finding finding) {}

    Walk(LogSource source, Step step, LongConsumer progress) {
        this.source = source;
        this.step = step;
        this.progress = progress;
    }

    /** Walks from the bundle of that number to the end of a log of that size. */
    Optional<Finding> run(long first, long size) {
        try (ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor()) {
            ArrayDeque<Future<Came>> coming = new ArrayDeque<>();
            long asked = first;
            try {
                while (asked * Tiles.WIDTH < size || !coming.isEmpty()) {
                    while (coming.size() < AHEAD && asked * Tiles.WIDTH < size) {
                        long number = asked++;
                        coming.add(fetching.submit(() -> fetch(number, size)));
                    }
                    Optional<Finding> wrong = take(coming.remove().get());
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                }
                return Optional.empty();
            } finally {
                coming.forEach(future -> future.cancel(true));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<Finding> take(Came came) {
        Bundle bundle = came.bundle();
        if (bundle == null) {
            return Optional.ofNullable(came.finding());
        }
        Optional<Finding> wrong = step.take(bundle);
        progress.accept(bundle.number() * Tiles.WIDTH + bundle.count());
        return wrong;
    }

    /** Hashed here, on the fetching threads: that is the larger half of the work. */
    private Came fetch(long number, long size) {
        int width = Tiles.width(size, new Tiles.Place(0, number));
        Optional<byte[]> entries = source.get("/tile/" + new TilePath(TilePath.ENTRIES, number, width));
        Optional<byte[]> tile = source.get("/tile/" + new TilePath(0, number, width));
        long from = number * Tiles.WIDTH;
        if (entries.isEmpty() || tile.isEmpty()) {
            return new Came(null, Finding.of(Kind.GAP, from, from + width - 1));
        }
        TreeHash hash = new TreeHash();
        byte[] hashes = new byte[width * TreeHash.BYTES];
        int[] count = {0};
        int read = Bundles.read(entries.get(), (bytes, at, length) -> {
            if (count[0] < width) {
                System.arraycopy(hash.leaf(bytes, at, length), 0, hashes, count[0]++ * TreeHash.BYTES, TreeHash.BYTES);
            }
        });
        if (read != width) {
            return new Came(null, Finding.of(Kind.GAP, from, from + width - 1));
        }
        if (!Arrays.equals(hashes, tile.get())) {
            return new Came(null, Finding.of(Kind.MISMATCH, from, from + width - 1));
        }
        return new Came(new Bundle(number, entries.get(), hashes), null);
    }
}
