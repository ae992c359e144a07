package org.huiyin.topic;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.track.Discretion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody is talking about, with how it rose and the very matters behind it. */
@Controller
class TopicPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final CityTopics topics;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final ZoneId zone;

    TopicPage(CityTopics topics, MatterLookup lookup, Organisation organisation, @Value("${huiyin.zone}") ZoneId zone) {
        this.topics = topics;
        this.lookup = lookup;
        this.organisation = organisation;
        this.zone = zone;
    }

    @GetMapping("/desk/topics")
    JteModel all(Page page) {
        Optional<CityTopics.Snapshot> latest = topics.latest();
        return templates.topicTopics(
                page,
                latest.map(found -> page.t("topic.of", page.number(found.matters()), page.time(found.at())))
                        .orElse(""),
                latest.map(found -> lines(page, found)).orElse(List.of()));
    }

    @GetMapping("/desk/topics/{number}")
    JteModel one(@PathVariable String number, Page page) {
        return templates.topicTopic(page, line(page, number), matters(page, number));
    }

    List<TopicLine> lines(Page page) {
        return topics.latest().map(found -> lines(page, found)).orElse(List.of());
    }

    /** The topic of that matter. */
    TopicLine line(Page page, String number) {
        CityTopics.Snapshot found = topics.latest().orElseThrow(TopicPage::unknown);
        return line(page, found, topic(found, number));
    }

    /** The matters of that topic, the oldest first. */
    List<TopicMatter> matters(Page page, String number) {
        Topic topic = topic(topics.latest().orElseThrow(TopicPage::unknown), number);
        Map<Long, Matter> matters = lookup.findAll(ids(topic));
        return ids(topic).stream()
                .flatMap(id -> Optional.ofNullable(matters.get(id)).stream())
                .map(matter -> row(page, matter))
                .toList();
    }

    private static Topic topic(CityTopics.Snapshot found, String number) {
        return MatterNumber.read(number).flatMap(found::of).orElseThrow(TopicPage::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of("no-such-topic", 404));
    }

    private List<TopicLine> lines(Page page, CityTopics.Snapshot found) {
        return found.topics().stream().map(topic -> line(page, found, topic)).toList();
    }

    private TopicLine line(Page page, CityTopics.Snapshot found, Topic topic) {
        Map<Long, Matter> matters = lookup.findAll(ids(topic));
        LocalDate last = LocalDate.ofInstant(found.at(), zone);
        int days = (int) CityTopics.WINDOW.toDays();
        Map<LocalDate, Long> byDay = matters.values().stream()
                .collect(Collectors.groupingBy(
                        matter -> LocalDate.ofInstant(matter.raisedAt(), zone), Collectors.counting()));
        return new TopicLine(
                topic.rank(),
                String.valueOf(Math.round(topic.heat())),
                topic.members().getFirst(),
                topic.description(),
                where(page, topic, matters),
                page.date(LocalDate.ofInstant(topic.from(), zone)) + " – "
                        + page.date(LocalDate.ofInstant(topic.to(), zone)),
                topic.members().size(),
                topic.people(),
                page.percent(topic.unsolved()),
                IntStream.rangeClosed(0, days)
                        .mapToObj(day -> byDay.getOrDefault(last.minusDays((long) days - day), 0L))
                        .toList(),
                recent(matters, found.at()));
    }

    /** How many came in the last seven days, and in the seven before. */
    private static List<Long> recent(Map<Long, Matter> matters, Instant end) {
        Instant week = end.minus(Duration.ofDays(7));
        Instant before = week.minus(Duration.ofDays(7));
        return List.of(
                matters.values().stream()
                        .filter(m -> m.raisedAt().isAfter(week))
                        .count(),
                matters.values().stream()
                        .filter(m ->
                                m.raisedAt().isAfter(before) && !m.raisedAt().isAfter(week))
                        .count());
    }

    /** The smallest place in which they are, and in how many of its communities and villages. */
    private String where(Page page, Topic topic, Map<Long, Matter> matters) {
        String around = around(page, matters);
        return topic.places() > 1 ? page.t("topic.places", around, topic.places()) : around;
    }

    /** The smallest place in which more than half of them are. */
    private String around(Page page, Map<Long, Matter> matters) {
        String where = "";
        for (Place.Level level : Place.Level.values()) {
            int length = level.codeLength();
            if (length > Place.Level.VILLAGE.codeLength()) {
                break;
            }
            Optional<Map.Entry<String, Long>> most = matters.values().stream()
                    .map(Matter::place)
                    .filter(place -> place.length() >= length)
                    .collect(Collectors.groupingBy(place -> place.substring(0, length), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
            if (most.isEmpty() || most.get().getValue() * 2 <= matters.size()) {
                break;
            }
            where = most.get().getKey();
        }
        return where.isEmpty() ? "" : organisation.places().path(where, page.locale());
    }

    private TopicMatter row(Page page, Matter matter) {
        boolean reads = lookup.mayRead(page.reader(), matter);
        return new TopicMatter(
                matter.number().toString(),
                reads ? Discretion.of(lookup, page.reader(), matter).title(matter) : matter.publicTitle(),
                page.t(lookup.programmeOf(matter).state(matter.state()).title()),
                page.time(matter.raisedAt()),
                reads);
    }

    private static List<Long> ids(Topic topic) {
        return topic.members().stream()
                .map(number -> MatterNumber.parse(number).id())
                .toList();
    }
}
