package org.huiyin.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.huiyin.routing.About;
import org.huiyin.routing.RoutingModel;
import org.huiyin.routing.Suggestion;

/**
 * What a city learned from its own matters: by their words what they are about, and by their place who handles such matters there. Immutable,
 * safe for many threads.
 */
public final class CityModel {

    private static final int WORDS = 4;
    private static final int MOST_LIKELY = 3;

    /** What is not so many times likelier than by chance is no help. */
    private static final double ABOVE_CHANCE = 2;

    /** What a model itself takes for likelier wrong than right is not said, however right it was about the easier ones. */
    static final double LEAST_SAID = 0.5;

    /** Less likely categories hardly move a unit's share and cost time. */
    private static final double LEAST_SHARE = 0.01;

    private final RoutingModel topics;
    private final Handled handled;
    private final double categoryThreshold;
    private final double unitThreshold;

    CityModel(RoutingModel topics, Handled handled, double categoryThreshold, double unitThreshold) {
        this.topics = topics;
        this.handled = handled;
        this.categoryThreshold = Math.max(LEAST_SAID, categoryThreshold);
        this.unitThreshold = Math.max(LEAST_SAID, unitThreshold);
    }

    public About about() {
        return topics.about();
    }

    RoutingModel topics() {
        return topics;
    }

    Handled handled() {
        return handled;
    }

    /** The confidence from which on a category is shown. */
    public double categoryThreshold() {
        return categoryThreshold;
    }

    /** The confidence from which on a unit is shown. */
    public double unitThreshold() {
        return unitThreshold;
    }

    /**
     * Suggests for one matter.
     *
     * @param may units that can be given it now
     */
    public Advice suggest(String title, String body, String place, IntPredicate may) {
        RoutingModel.Judged judged = topics.judge(title, body, WORDS);
        Map<Integer, Double> units = new HashMap<>();
        for (Suggestion one : judged.suggestions()) {
            if (one.confidence() < LEAST_SHARE) {
                break;
            }
            handled.shares(one.label(), place).forEach((unit, share) -> {
                if (may.test(unit)) {
                    units.merge(unit, one.confidence() * share, Double::sum);
                }
            });
        }
        Map.Entry<Integer, Double> unit = units.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElse(null);
        Suggestion category = categories(judged.suggestions()).getFirst();
        String topic = judged.suggestions().getFirst().label();
        return new Advice(
                category.label(),
                category.confidence(),
                category.confidence() >= categoryThreshold,
                judged.words(),
                unit == null ? null : unit.getKey(),
                unit == null ? 0 : unit.getValue(),
                unit != null && unit.getValue() >= unitThreshold,
                unit == null ? Advice.Grounds.NONE : handled.grounds(topic, place, unit.getKey()));
    }

    /** What is said of topics, said of their categories. */
    private static List<Suggestion> categories(List<Suggestion> said) {
        Map<String, Double> shares = new LinkedHashMap<>();
        said.forEach(one -> shares.merge(Topics.category(one.label()), one.confidence(), Double::sum));
        return shares.entrySet().stream()
                .map(one -> new Suggestion(one.getKey(), Math.min(1, one.getValue())))
                .sorted(Comparator.comparingDouble(Suggestion::confidence).reversed())
                .toList();
    }

    /** The fewest categories, three at most, that together are sure enough to hold the right one, the likeliest first; none when even three are not. */
    public List<Suggestion> likely(String title, String body) {
        List<Suggestion> likely = new ArrayList<>();
        double together = 0;
        List<Suggestion> all = categories(topics.suggest(title, body));
        for (Suggestion one : all) {
            if (one.confidence() * all.size() < ABOVE_CHANCE) {
                break;
            }
            likely.add(one);
            together += one.confidence();
            if (together >= categoryThreshold) {
                return likely;
            }
            if (likely.size() == MOST_LIKELY) {
                break;
            }
        }
        return List.of();
    }
}
