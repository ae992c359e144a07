package org.huiyin.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SketchTest {

    private final Random random = new Random(11);

    @Test
    void a_sketch_tells_the_share_to_within_some_hundredths() {
        for (int trial = 0; trial < 500; trial++) {
            int[] mine = pairs(1 + random.nextInt(200));
            int[] theirs = edited(mine);

            double exact = new Imprint(mine, new int[0]).alike(new Imprint(theirs, new int[0]));
            double sketched = Sketch.of(mine).share(Sketch.of(theirs));

            assertThat(sketched).isCloseTo(exact, within(0.15));
            assertThat(Alike.sameWords(exact) && sketched < Sketch.LIKELY).isFalse();
        }
    }

    @Test
    void postgresql_reckons_the_same() {
        JdbcClient database = JdbcClient.create(TestDatabase.fresh());
        for (int[] mine : List.of(new int[0], pairs(7), pairs(300), pairs(6000))) {
            Sketch one = Sketch.of(mine);
            Sketch other = Sketch.of(edited(mine));

            double reckoned = database.sql("select sketched_share(:one::bit(1024), :ones, :other::bit(1024), :others)")
                    .param("one", one.written())
                    .param("ones", one.pairs())
                    .param("other", other.written())
                    .param("others", other.pairs())
                    .query(Double.class)
                    .single();

            assertThat(reckoned).isCloseTo(one.share(other), within(1e-9));
        }
    }

    @Test
    void bands_that_many_share_are_not_asked_for_unless_much_of_a_text_is_of_them() {
        int[] bands = IntStream.range(0, Imprint.BANDS).toArray();

        assertThat(common(8).without(bands)).hasSize(24).doesNotContain(7).contains(8);
        assertThat(common(9).without(bands)).isEqualTo(bands);
        assertThat(common(9).without(new int[0])).isEmpty();
        assertThat(CommonBands.NONE.without(bands)).isEqualTo(bands);
    }

    private static CommonBands common(int many) {
        Set<Integer> bands = IntStream.range(0, many).boxed().collect(Collectors.toSet());
        return new CommonBands(bands);
    }

    private int[] pairs(int many) {
        return random.ints(many).sorted().distinct().toArray();
    }

    /** Some of these pairs, and some others. */
    private int[] edited(int[] pairs) {
        double kept = random.nextDouble();
        IntStream same = Arrays.stream(pairs).filter(pair -> random.nextDouble() < kept);
        return IntStream.concat(same, random.ints(random.nextInt(pairs.length + 1)))
                .sorted()
                .distinct()
                .toArray();
    }
}
