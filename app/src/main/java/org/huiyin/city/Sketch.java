package org.huiyin.city;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How matters of one of the other mechanisms go, told many times over.
 *
 * @param times how many there are in the whole story
 * @param unit the duty of the units that lead, as in {@code topics.yaml}
 * @param titles one of them by chance
 * @param acts the first begins it
 */
record Sketch(String programme, String category, int times, String unit, List<String> titles, List<Stroke> acts) {

    /**
     * One step of it.
     *
     * @param by {@code raiser}, {@code resident}, {@code grid}, {@code dispatcher}, {@code handler}, {@code head} or {@code supervisor}
     * @param after so many working minutes after the one before, by chance half or half as long again
     * @param stops of a hundred such matters so many go no further than the step before; nothing: none
     * @param evidence whether a picture goes with it; nothing: no
     * @param fields texts in which {@code {title}}, {@code {village}}, {@code {place}}, {@code {unit}} and a day such as {@code {+30}} are put in
     */
    record Stroke(
            String step,
            String by,
            @Nullable Integer after,
            @Nullable Integer stops,
            @Nullable Boolean evidence,
            @Nullable Map<String, Object> fields) {}

    private record All(List<Sketch> sketches) {}

    static List<Sketch> all(String city) {
        return CityYaml.read(city, "neighbours.yaml", All.class).sketches();
    }
}
