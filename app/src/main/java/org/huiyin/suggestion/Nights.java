package org.huiyin.suggestion;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.programme.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has the city's model learned anew each night, or when somebody asks, in a Java of its own beside the service: learning takes memory that the
 * service should not need. Of several machines one does it; a night that was slept through is made up for.
 */
final class Nights {

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Learnings learnings;
    private final Models models;
    private final Endings endings;
    private final Programmes programmes;
    private final Surroundings surroundings;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    /**
     * What learning beside the service needs to know of it.
     *
     * @param files where its keys lie, by the names of environment variables
     */
    record Surroundings(
            JdbcConnectionDetails database,
            SuggestionSettings settings,
            InstantSource clock,
            ZoneId zone,
            Map<String, String> files) {}

    Nights(Learnings learnings, Models models, Endings endings, Programmes programmes, Surroundings surroundings) {
        this.learnings = learnings;
        this.models = models;
        this.endings = endings;
        this.programmes = programmes;
        this.surroundings = surroundings;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void look() {
        Instant now = surroundings.clock().instant();
        running.forEach(learnings::seen);
        learnings.breakOff(now, now.minus(surroundings.settings().longest()).minus(MARGIN));
        if (surroundings.settings().nightly()) {
            for (Routed routed : Routed.all(programmes)) {
                due(routed, now)
                        .flatMap(key -> learnings.begin(key, routed.programme(), now, ""))
                        .ifPresent(this::start);
            }
        }
    }

    /** The name of what is due: once a night, and the first time as soon as there is enough to learn from. */
    private Optional<String> due(Routed routed, Instant now) {
        ZonedDateTime local = now.atZone(surroundings.zone());
        boolean first = models.inForce(routed.programme()).isEmpty();
        boolean due = first
                ? endings.enough(routed, Learner.FEWEST)
                : local.getHour() >= surroundings.settings().hour();
        return due
                ? Optional.of((first ? "first " : "night ") + routed.programme() + " " + local.toLocalDate())
                : Optional.empty();
    }

    /** Whether there is anything to learn from. */
    boolean enough() {
        return Routed.all(programmes).stream().anyMatch(routed -> endings.enough(routed, Learner.FEWEST));
    }

    /** Begins one for all programmes because somebody asks; false when one goes on already. */
    boolean now(String by) {
        Instant now = surroundings.clock().instant();
        boolean begun = false;
        for (Routed routed : Routed.all(programmes)) {
            Optional<Long> learning = learnings.begin("asked " + UUID.randomUUID(), routed.programme(), now, by);
            learning.ifPresent(this::start);
            begun |= learning.isPresent();
        }
        return begun;
    }

    private void start(long learning) {
        running.add(learning);
        Thread.ofVirtual().name("learning").start(() -> run(learning));
    }

    /** The service stops: what goes on is given up, so that it can be begun again at once. */
    @PreDestroy
    void stop() {
        running.forEach(one -> learnings.giveUp(one, surroundings.clock().instant()));
    }

    private void run(long learning) {
        switch (Child.run(
                command(learning), environment(), surroundings.settings().longest())) {
            case Child.End.Done done -> {} // it told itself what came of it
            case Child.End.Failed(String words) -> ended(learning, "failed", words);
            case Child.End.TooLong tooLong -> ended(learning, "too-long", "");
        }
        running.remove(learning);
    }

    private void ended(long learning, String outcome, String words) {
        if (learnings.end(learning, surroundings.clock().instant(), outcome, words, null)) {
            LOG.warn("Suggestions stay as they are: the city's model was not learned anew ({}) {}", outcome, words);
        }
    }

    /** One core of its own at most: people come first. */
    private List<String> command(long learning) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + surroundings.settings().heap().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.huiyin.cli.Huiyin",
                "learn-city",
                "--database-url",
                surroundings.database().getJdbcUrl(),
                "--learning",
                Long.toString(learning));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(surroundings.files());
        String user = surroundings.database().getUsername();
        String password = surroundings.database().getPassword();
        if (user != null) {
            environment.put("HUIYIN_DATABASE_USER", user);
        }
        if (password != null) {
            environment.put("HUIYIN_DATABASE_PASSWORD", password);
        }
        return environment;
    }
}
