package org.huiyin.topic;

import java.time.Instant;
import java.util.List;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the city is talking about, for programs. */
@RestController
class TopicApi {

    private final CityTopics topics;

    TopicApi(CityTopics topics) {
        this.topics = topics;
    }

    /**
     * Matters about the same thing.
     *
     * @param where the place, estate or people most of them name; empty when there is none
     * @param title that of the message nearest to all others
     * @param unsolved share of them that is not settled, 0 to 1
     * @param matters their numbers, oldest first; what one may read of each is asked for by its number
     * @param foundAt when it was found out
     */
    record TopicJson(
            int rank,
            double heat,
            String where,
            String title,
            Instant from,
            Instant to,
            int people,
            double unsolved,
            List<String> matters,
            Instant foundAt) {}

    /** None while they are being found out for the first time. */
    @GetMapping("/api/v1/topics")
    @Scoped(Scope.MATTERS_READ)
    Items<TopicJson> all(Page page) {
        return Items.all(topics.latest().stream()
                .flatMap(found -> found.topics().stream()
                        .map(topic -> new TopicJson(
                                topic.rank(),
                                topic.heat(),
                                topic.where(),
                                topic.description(),
                                topic.from(),
                                topic.to(),
                                topic.people(),
                                topic.unsolved(),
                                topic.members(),
                                found.at())))
                .toList());
    }
}
