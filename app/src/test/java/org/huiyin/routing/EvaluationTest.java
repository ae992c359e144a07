package org.huiyin.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void figures_are_those_reckoned_by_hand() {
        Evaluation evaluation = new Evaluation();
        evaluation.add(List.of(new Suggestion("a", 0.9), new Suggestion("b", 0.1)), true, "a");
        evaluation.add(List.of(new Suggestion("a", 0.9), new Suggestion("b", 0.1)), true, "b");
        evaluation.add(List.of(new Suggestion("b", 0.6), new Suggestion("a", 0.4)), false, "b");
        evaluation.add(List.of(new Suggestion("b", 0.6), new Suggestion("a", 0.4)), false, "b");

        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.top3()).isEqualTo(1);
        // a: precision 1/2, recall 1; b: precision 1, recall 2/3
        assertThat(evaluation.macroF1()).isCloseTo((2.0 / 3 + 0.8) / 2, within(1e-12));
        // two claimed 0.9 and one right, two claimed 0.6 and both right
        assertThat(evaluation.ece()).isCloseTo((0.8 + 0.8) / 4, within(1e-12));
        assertThat(evaluation.coverage()).isEqualTo(0.5);
        assertThat(evaluation.precisionShown()).isEqualTo(0.5);
        assertThat(evaluation.count("b", "a")).isEqualTo(1);
    }
}
