package org.huiyin.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many at once: by how many the people of the busiest 24 hours are more than chance brings.
 *
 * @param people 0 when there is no rush
 * @param at when the last of them spoke
 */
record Rush(double people, Instant at) {

    static final Duration HOURS = Duration.ofHours(24);

    /** What happens evenly brings more than this many deviations above its usual day about once in a thousand days. */
    private static final double DEVIATIONS = 3;

    /** Two who say the same on one day are two neighbours; a rush begins with the third. */
    private static final int NEIGHBOURS = 2;

    /** The rush among messages in the order of time, out of a window of so many days. */
    static Rush of(List<Message> ordered, double days) {
        Map<String, Integer> within = new HashMap<>();
        int from = 0;
        int most = 0;
        Instant at = ordered.getLast().at();
        for (Message message : ordered) {
            within.merge(message.person(), 1, Integer::sum);
            while (ordered.get(from).at().plus(HOURS).isBefore(message.at())) {
                within.computeIfPresent(ordered.get(from).person(), (who, times) -> times > 1 ? times - 1 : null);
                from++;
            }
            if (within.size() >= most) {
                most = within.size();
                at = message.at();
            }
        }
        double usual = Math.max(0, Topics.people(ordered) - most) / Math.max(1, days - 1);
        return new Rush(Math.max(0, most - NEIGHBOURS - usual - DEVIATIONS * Math.sqrt(usual)), at);
    }
}
