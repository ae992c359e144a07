package org.huiyin.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.bulletin.Bulletin.Chart;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Bulletin.Series;
import org.huiyin.bulletin.Numbers.Counted;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures.Dimension;

/** What people ask for, and where. */
final class TopicsSection {

    private static final int NAMED = 5;

    private TopicsSection() {}

    /** A category with what was counted of it. */
    private record Topic(Scope scope, Counted counted) {}

    static Section of(Writing writing) {
        Page page = writing.page();
        String heading = page.t("bulletin.topics");
        writing.numbers().in(heading);
        List<Topic> topics = topics(writing, Dimension.CATEGORY, writing.rules().categories());
        List<String> said = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (Topic topic : topics.subList(0, Math.min(NAMED, topics.size()))) {
            BigDecimal share = writing.numbers().share(writing.raised(), topic.scope());
            first.add(page.t(
                    "bulletin.topics.one",
                    topic.scope().name(),
                    topic.counted().now(),
                    share == null ? "—" : share.toPlainString() + "%"));
        }
        said.add(page.t("bulletin.topics.most", writing.and(first)));
        rising(writing, topics).ifPresent(said::add);
        List<String> places = topics(writing, Dimension.TOWN, writing.rules().places()).stream()
                .map(topic -> page.t(
                        "bulletin.topics.place",
                        topic.scope().name(),
                        topic.counted().now()))
                .toList();
        said.add(page.t("bulletin.topics.places", writing.and(places)));
        return new Section("topics", heading, said, chart(writing, topics), List.of());
    }

    private static List<Topic> topics(Writing writing, Dimension by, int most) {
        Map<String, Long> counted = writing.numbers().most(writing.raised(), by);
        return counted.keySet().stream()
                .limit(most)
                .map(key -> {
                    Scope scope = by == Dimension.TOWN
                            ? writing.names().county(key)
                            : writing.names()
                                    .category(writing.account().measures().programme(), key);
                    return new Topic(scope, writing.numbers().part(writing.raised(), scope));
                })
                .toList();
    }

    private static Optional<String> rising(Writing writing, List<Topic> topics) {
        Comparator<Topic> byChange =
                Comparator.comparingLong(topic -> topic.counted().change());
        Optional<Topic> most =
                topics.stream().max(byChange).filter(one -> one.counted().change() > 0);
        Optional<Topic> least =
                topics.stream().min(byChange).filter(one -> one.counted().change() < 0);
        if (most.isEmpty()) {
            return Optional.empty();
        }
        String rose = writing.page()
                .t(
                        "bulletin.topics.rose",
                        most.get().scope().name(),
                        most.get().counted().change());
        return Optional.of(least.map(one -> rose
                        + writing.page()
                                .t(
                                        "bulletin.topics.fell",
                                        one.scope().name(),
                                        -one.counted().change()))
                .orElse(rose + writing.page().t("bulletin.stop")));
    }

    private static Chart chart(Writing writing, List<Topic> topics) {
        return new Chart(
                writing.page().t("bulletin.chart.topics"),
                topics.stream().map(topic -> topic.scope().name()).toList(),
                List.of(
                        new Series(
                                writing.page().t("bulletin.last-period"),
                                topics.stream()
                                        .map(topic -> (double) topic.counted().before())
                                        .toList()),
                        new Series(
                                writing.page().t("bulletin.this-period"),
                                topics.stream()
                                        .map(topic -> (double) topic.counted().now())
                                        .toList())),
                false);
    }
}
