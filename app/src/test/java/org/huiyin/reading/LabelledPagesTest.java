package org.huiyin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was reached on the labelled pages is kept: no sort of thing may fall below. */
class LabelledPagesTest {

    private static final Evaluation EVALUATION = new Evaluation(new Reading(Rules.shipped(), CityNames.of("jingzhou")));

    @ParameterizedTest
    @CsvSource({
        "INVENTED, 3, articles, 1.0",
        "INVENTED, 3, titles, 1.0",
        "INVENTED, 3, by-lines, 1.0",
        "INVENTED, 3, figures, 1.0",
        "INVENTED, 3, promises, 1.0",
        "OTHERS, 7, articles, 1.0",
        "OTHERS, 7, titles, 0.95",
        "OTHERS, 7, by-lines, 1.0",
        "OTHERS, 7, figures, 1.0",
        "OTHERS, 7, promises, 1.0",
        "LATER, 3, articles, 1.0",
        "LATER, 3, titles, 1.0",
        "LATER, 3, by-lines, 1.0",
        "LATER, 3, figures, 1.0",
        "LATER, 3, promises, 1.0",
        "THIRD, 3, articles, 1.0",
        "THIRD, 3, titles, 1.0",
        "THIRD, 3, by-lines, 1.0",
        "THIRD, 3, figures, 1.0",
        "THIRD, 3, promises, 1.0",
        "FOURTH, 3, articles, 1.0",
        "FOURTH, 3, titles, 0.88",
        "FOURTH, 3, by-lines, 1.0",
        "FOURTH, 3, figures, 1.0",
        "FOURTH, 3, promises, 1.0",
        "FIFTH, 2, articles, 0.88",
        "FIFTH, 2, titles, 0.87",
        "FIFTH, 2, by-lines, 1.0",
        "FIFTH, 2, figures, 1.0",
        "FIFTH, 2, promises, 1.0",
    })
    void invented_pages(Evaluation.Set set, int pages, String what, double reached) {
        Evaluation.Result result = EVALUATION.of(set, Path.of("."));

        assertThat(result.pages()).isEqualTo(pages);
        keeps(result, what, reached);
    }

    @Test
    void real_pages() {
        Path shared = Path.of("../../shared/data/pages");
        Assumptions.assumeTrue(Files.isDirectory(shared), "the shared pages are not here");

        Evaluation.Result result = EVALUATION.of(Evaluation.Set.SHARED, shared);

        assertThat(result.pages()).isEqualTo(2);
        result.scores().keySet().forEach(what -> keeps(result, what, 1.0));
    }

    private static void keeps(Evaluation.Result result, String what, double reached) {
        assertThat(result.scores().get(what))
                .as("%s: %s", what, result.faults())
                .satisfies(score -> {
                    assertThat(score.recall()).isGreaterThanOrEqualTo(reached);
                    assertThat(score.precision()).isGreaterThanOrEqualTo(reached);
                });
    }
}
