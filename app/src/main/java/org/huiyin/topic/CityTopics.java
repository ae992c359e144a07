package org.huiyin.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the city has been talking about for thirty days. It takes some seconds to find out, so it is found out beside whoever asks, at most every
 * half hour, and only when somebody asks. Confidential matters take no part.
 */
@Component
class CityTopics {

    static final Duration WINDOW = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(CityTopics.class);
    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final int MOST_MATTERS = 20_000;
    private static final int AT_ONCE = 1000;
    private static final int MOST_TOPICS = 50;

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final InstantSource clock;
    private final List<String> programmes;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Snapshot latest;

    CityTopics(
            MatterLookup lookup,
            Organisation organisation,
            InstantSource clock,
            @Value("${huiyin.intake.programmes:three-lists}") List<String> programmes) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.clock = clock;
        this.programmes = List.copyOf(programmes);
    }

    /**
     * What was found.
     *
     * @param matters of how many matters
     * @param topics of two matters and more
     */
    record Snapshot(Instant at, int matters, List<Topic> topics) {

        /** The topic a matter belongs to. */
        Optional<Topic> of(MatterNumber number) {
            return topics.stream()
                    .filter(topic -> topic.members().contains(number.toString()))
                    .findFirst();
        }
    }

    /** The latest there is, perhaps half an hour old; empty while nothing was ever found out. */
    Optional<Snapshot> latest() {
        Snapshot present = latest;
        boolean stale = present == null || present.at().plus(FRESH).isBefore(clock.instant());
        if (stale && busy.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("topics")
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::refresh);
        }
        return Optional.ofNullable(present);
    }

    private void refresh() {
        try {
            latest = find();
        } catch (RuntimeException e) {
            LOG.warn("Topics could not be found", e);
        } finally {
            busy.set(false);
        }
    }

    Snapshot find() {
        Instant now = clock.instant();
        Map<Long, Matter> matters = new TreeMap<>(lookup.raisedSince(now.minus(WINDOW), programmes, MOST_MATTERS));
        List<Message> messages = new ArrayList<>(matters.size());
        List<Long> ids = List.copyOf(matters.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            lookup.firsts(some).forEach((id, step) -> {
                Matter matter = matters.get(id);
                if (matter != null && !matter.withdrawn()) {
                    messages.add(message(matter, step));
                }
            });
        }
        List<Topic> topics = Topics.of(messages, now, Heat.shipped(), MOST_MATTERS).stream()
                .filter(topic -> topic.members().size() > 1)
                .limit(MOST_TOPICS)
                .toList();
        return new Snapshot(now, messages.size(), topics);
    }

    private Message message(Matter matter, Step first) {
        Programme programme = lookup.programmeOf(matter);
        Object told = first.fields().get("description");
        Programme.ListRule list = programme.lists().get(matter.list());
        return new Message(
                matter.number().toString(),
                matter.raiser() == null || matter.onBehalf() ? "" : String.valueOf(matter.raiser()),
                matter.publicTitle(),
                told == null ? "" : told.toString(),
                matter.raisedAt(),
                0,
                0,
                list != null && !list.open(),
                scene(matter));
    }

    /** Of a matter whose place is a county or the city nobody can say where it is. */
    private Message.Scene scene(Matter matter) {
        String known = matter.place();
        String code = known.length() < Place.Level.TOWN.codeLength()
                ? ""
                : known.substring(0, Math.min(known.length(), Place.Level.VILLAGE.codeLength()));
        String name = organisation
                .places()
                .find(code)
                .map(place -> place.shortName(Locale.CHINESE))
                .orElse("");
        return new Message.Scene(code, name, matter.category());
    }
}
