package org.huiyin.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.routing.Learning;
import org.huiyin.routing.RoutingModel;
import org.huiyin.routing.Threshold;

/** Makes a city's model from its ended matters, and says how one does on matters that none ever learns from. Pure. */
public final class CityLearning {

    private static final Duration LAST_MONTH = Duration.ofDays(30);
    private static final int FEWEST_COMPARED = 100;

    private CityLearning() {}

    /**
     * How a model did on matters it had not learned from.
     *
     * @param categories how often the category was right
     * @param units how often the unit was
     * @param offered how often it was sure enough of the unit to show it
     * @param offeredRight how often the unit it showed was right
     */
    public record Score(int n, int categories, int units, int offered, int offeredRight) {

        /** Categories and units together. */
        int right() {
            return categories + units;
        }

        boolean betterThan(Score other) {
            return right() > other.right();
        }
    }

    /**
     * Learns from four fifths of the matters; the fifth kept apart is the same for every model.
     *
     * @throws org.huiyin.routing.CannotLearn when there are too few
     */
    public static CityModel from(List<Ended> matters, Learning.Wish wish, Consumer<String> progress) {
        List<Ended> rest = matters.stream().filter(one -> !apart(one)).toList();
        Topics topics = Topics.of(rest);
        RoutingModel texts = new Learning(progress)
                .fromFourFifths(
                        matters.stream()
                                .map(one -> one.labelled(topics.of(one)))
                                .toList(),
                        wish);
        Handled handled = Handled.of(rest, topics);
        CityModel trial = new CityModel(texts, handled, 0, 0);
        List<Threshold.Said> categories = new ArrayList<>();
        List<Threshold.Said> units = new ArrayList<>();
        for (Ended one : matters) {
            if (apart(one)) {
                Advice advice = suggest(trial, one);
                categories.add(new Threshold.Said(
                        advice.categoryShare(), advice.category().equals(one.category())));
                units.add(new Threshold.Said(
                        advice.unitShare(), Integer.valueOf(one.unit()).equals(advice.unit())));
            }
        }
        return new CityModel(texts, handled, Threshold.of(categories), Threshold.of(units));
    }

    /**
     * The matters by which two models are compared: those of the last month that neither learned from; when they are few, the newest hundred of
     * older ones with them.
     */
    static List<Ended> compared(List<Ended> matters, Instant now) {
        List<Ended> apart =
                new ArrayList<>(matters.stream().filter(CityLearning::apart).toList());
        apart.sort(Comparator.comparing(Ended::raisedAt)
                .thenComparing(Ended::matter)
                .reversed());
        long recent = apart.stream()
                .filter(one -> one.raisedAt().isAfter(now.minus(LAST_MONTH)))
                .count();
        return apart.subList(0, (int) Math.min(apart.size(), Math.max(recent, FEWEST_COMPARED)));
    }

    static Score score(CityModel model, List<Ended> matters) {
        int categories = 0;
        int units = 0;
        int offered = 0;
        int offeredRight = 0;
        for (Ended one : matters) {
            Advice advice = suggest(model, one);
            boolean right = Integer.valueOf(one.unit()).equals(advice.unit());
            categories += advice.category().equals(one.category()) ? 1 : 0;
            units += right ? 1 : 0;
            offered += advice.unitSure() ? 1 : 0;
            offeredRight += advice.unitSure() && right ? 1 : 0;
        }
        return new Score(matters.size(), categories, units, offered, offeredRight);
    }

    private static boolean apart(Ended one) {
        return Learning.keptApart(one.labelled(one.category()));
    }

    private static Advice suggest(CityModel model, Ended one) {
        return model.suggest(one.title(), one.body(), one.place(), unit -> true);
    }
}
