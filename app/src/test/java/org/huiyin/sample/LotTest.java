package org.huiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;

class LotTest {

    private static final String SEED = "00ff".repeat(16);

    @Test
    void anybody_can_do_it_again_with_sha256sum() {
        // printf %s 00ff…00ff | sha256sum; printf %s%s 00ff…00ff 202600000015 | sha256sum
        assertThat(Lot.commitment(SEED)).isEqualTo("f6775dfb33b915d8c44b3a6c327f9d0ac71a0b163726da98c7a1a261932b9198");
        assertThat(Lot.ticket(SEED, MatterNumber.of(2026, 1)))
                .isEqualTo("5b2e3456d73b3e2e4aab15aca76f7113edfe9f7878f84b60b45f79d382d8f56f");
    }

    @Test
    void every_unit_gives_a_tenth_and_at_least_one() {
        List<Lot.Entry> entries = new ArrayList<>(entries(1, 1, 100));
        entries.addAll(entries(2, 101, 1));
        entries.addAll(entries(3, 102, 11));

        var drawn = Lot.draw(SEED, entries, 10);

        assertThat(chosen(drawn, 1)).isEqualTo(10);
        assertThat(chosen(drawn, 2)).isEqualTo(1);
        assertThat(chosen(drawn, 3)).isEqualTo(2);
        assertThat(drawn).hasSize(112);
    }

    @Test
    void the_order_of_the_list_does_not_matter_and_the_seed_does() {
        List<Lot.Entry> entries = entries(1, 1, 200);
        List<Lot.Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Lot.draw(SEED, shuffled, 10)).isEqualTo(Lot.draw(SEED, entries, 10));
        assertThat(Lot.draw("another seed", entries, 10)).isNotEqualTo(Lot.draw(SEED, entries, 10));
    }

    @Test
    void every_place_is_as_likely_as_any_other() {
        int[] often = new int[20];
        List<Lot.Entry> entries = entries(1, 1, 20);
        for (int seed = 0; seed < 4000; seed++) {
            Lot.draw("seed " + seed, entries, 10).stream()
                    .filter(Lot.Drawn::chosen)
                    .forEach(one -> often[(int) (one.matter().id() % 1000) - 1]++);
        }

        // 4,000 draws of 2 in 20: 400 each, with a standard deviation of 19
        assertThat(Arrays.stream(often).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(320, 480));
    }

    @Test
    void a_month_is_drawn_from_what_happened_in_it_and_a_look_back_from_what_lies_behind() {
        Plan callback = plan("callback");
        Plan lookBack = plan("look-back");
        YearMonth october = YearMonth.of(2026, 10);

        assertThat(callback.window(october, TestClock.CITY))
                .isEqualTo(
                        new Plan.Window(TestClock.instant("2026-10-01T00:00"), TestClock.instant("2026-11-01T00:00")));
        assertThat(lookBack.window(october, TestClock.CITY))
                .isEqualTo(
                        new Plan.Window(TestClock.instant("2026-06-04T00:00"), TestClock.instant("2026-08-03T00:00")));
    }

    private static Plan plan(String kind) {
        return Plan.packaged().stream()
                .filter(plan -> plan.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<Lot.Entry> entries(int unit, int first, int count) {
        List<Lot.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Lot.Entry(MatterNumber.of(2026, first + i), unit));
        }
        return entries;
    }

    private static long chosen(List<Lot.Drawn> drawn, int unit) {
        return drawn.stream().filter(one -> one.unit() == unit && one.chosen()).count();
    }
}
