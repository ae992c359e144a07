package org.huiyin.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LedgersTest {

    /** Matters 1 … {@code last}, the newest first, a stretch a time. */
    private static LongFunction<List<Long>> books(long last) {
        return before -> LongStream.iterate(Math.min(last, before - 1), id -> id >= 1, id -> id - 1)
                .limit(Ledgers.MOST)
                .boxed()
                .toList();
    }

    private static Function<List<Long>, List<Long>> every(long nth) {
        return ids -> ids.stream().filter(id -> id % nth == 0).toList();
    }

    @Test
    void readsOnForAReaderWhoMayReadFew() {
        Ledgers.Found<Long> found = Ledgers.fill(books(7_500), every(1_000));

        assertThat(found.rows()).containsExactly(7_000L, 6_000L, 5_000L, 4_000L, 3_000L, 2_000L, 1_000L);
        assertThat(found.cut()).isFalse();
    }

    @Test
    void holdsAThousandAndSaysThatThereAreMore() {
        Ledgers.Found<Long> found = Ledgers.fill(books(3_000), every(2));

        assertThat(found.rows()).hasSize(1_000).startsWith(3_000L).endsWith(1_002L);
        assertThat(found.cut()).isTrue();
    }

    @Test
    void isWholeWithExactlyAThousand() {
        assertThat(Ledgers.fill(books(2_000), every(2)).rows()).hasSize(1_000);
        assertThat(Ledgers.fill(books(2_000), every(2)).cut()).isFalse();
        assertThat(Ledgers.fill(books(0), every(1)).rows()).isEmpty();
    }

    @Test
    void stopsFarDownAndSaysSo() {
        Ledgers.Found<Long> found = Ledgers.fill(books(50_000), every(50_001));

        assertThat(found.rows()).isEmpty();
        assertThat(found.cut()).isTrue();
    }
}
