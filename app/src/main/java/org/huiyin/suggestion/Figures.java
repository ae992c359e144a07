package org.huiyin.suggestion;

import org.huiyin.routing.About;
import org.huiyin.suggestion.CityLearning.Score;
import org.jspecify.annotations.Nullable;

/**
 * How good a model was when it was made.
 *
 * @param held its categories on the fifth kept apart
 * @param score how it did on the last month's matters of that fifth
 * @param rival how the model in force did on the same; null when there was none it could be compared with
 */
record Figures(
        About.Held held,
        double threshold,
        double unitThreshold,
        Score score,
        @Nullable Score rival) {}
