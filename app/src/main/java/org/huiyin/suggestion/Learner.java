package org.huiyin.suggestion;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.huiyin.programme.Programmes;
import org.huiyin.routing.About;
import org.huiyin.routing.CannotLearn;
import org.huiyin.routing.Learning;
import org.huiyin.suggestion.CityLearning.Score;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns a city's model anew from the database and puts it in force if it does better than the one that is. */
@Component
public class Learner {

    static final int FEWEST = 200;
    /** What is noted of a comparison and of too few matters; the page says it in words. */
    static final Pattern COMPARED = Pattern.compile("([0-9]+)\\+([0-9]+) : ([0-9]+)\\+([0-9]+) / ([0-9]+)");

    static final Pattern FEW = Pattern.compile("([0-9]+) / ([0-9]+)");
    private static final int SEEN_SECONDS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);

    private final Endings endings;
    private final Models models;
    private final Learnings learnings;
    private final Programmes programmes;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Learner(
            Endings endings,
            Models models,
            Learnings learnings,
            Programmes programmes,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.endings = endings;
        this.models = models;
        this.learnings = learnings;
        this.programmes = programmes;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The new model is in force; {@code rival} is how the one before did on the same matters, null when there was none. */
        record Promoted(long model, Score score, @Nullable Score rival) implements Outcome {}

        record NotBetter(Score score, Score rival) implements Outcome {}

        record TooFew(int matters, int needed) implements Outcome {}

        /** No such programme gives matters to units. */
        record NoSuchProgramme(String programme) implements Outcome {}

        /** Another learning of the programme goes on, or this one has ended already. */
        record Elsewhere() implements Outcome {}
    }

    /** Learns because somebody at the console wants it. */
    public Outcome learn(String programme, String by, Consumer<String> progress) {
        return learnings
                .begin("console " + UUID.randomUUID(), programme, clock.instant(), by)
                .map(id -> go(id, programme, by, progress))
                .orElseGet(Outcome.Elsewhere::new);
    }

    /** Goes through with a learning that the service began. */
    public Outcome goOn(long learning, Consumer<String> progress) {
        return learnings
                .find(learning)
                .filter(one -> one.endedAt() == null)
                .map(one -> go(one.id(), one.programme(), one.by(), progress))
                .orElseGet(Outcome.Elsewhere::new);
    }

    private Outcome go(long learning, String programme, String by, Consumer<String> progress) {
        try (ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor()) {
            beside.scheduleWithFixedDelay(() -> seen(learning), 0, SEEN_SECONDS, TimeUnit.SECONDS);
            Optional<Routed> routed = Routed.all(programmes).stream()
                    .filter(one -> one.programme().equals(programme))
                    .findFirst();
            if (routed.isEmpty()) {
                learnings.end(learning, clock.instant(), "failed", "No matters to give to units: " + programme, null);
                return new Outcome.NoSuchProgramme(programme);
            }
            return learn(learning, routed.get(), by, progress);
        } catch (RuntimeException e) {
            learnings.end(learning, clock.instant(), "failed", String.valueOf(e.getMessage()), null);
            throw e;
        }
    }

    /** Once may be missed: the database may be away for a moment. */
    private void seen(long learning) {
        try {
            learnings.seen(learning);
        } catch (RuntimeException e) {
            LOG.debug("It could not be said that learning goes on", e);
        }
    }

    private Outcome learn(long learning, Routed routed, String by, Consumer<String> progress) {
        Instant now = clock.instant();
        List<Ended> matters = endings.of(routed);
        if (matters.size() < FEWEST) {
            learnings.end(learning, now, "too-few", matters.size() + " / " + FEWEST, null);
            return new Outcome.TooFew(matters.size(), FEWEST);
        }
        About.Source source = new About.Source(routed.programme(), matters.size(), "");
        CityModel challenger = CityLearning.from(
                matters,
                new Learning.Wish(now, by, List.of("title", "description"), Routed.CATEGORY, List.of(source)),
                progress);
        List<Ended> compared = CityLearning.compared(matters, now);
        progress.accept("Comparing with the model in force on " + compared.size() + " matters neither learned from…");
        Score score = CityLearning.score(challenger, compared);
        Score rival =
                champion(routed).map(one -> CityLearning.score(one, compared)).orElse(null);
        if (rival != null && !score.betterThan(rival)) {
            learnings.end(learning, clock.instant(), "not-better", told(score, rival), null);
            return new Outcome.NotBetter(score, rival);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Figures figures = new Figures(
                    challenger.about().held(),
                    challenger.categoryThreshold(),
                    challenger.unitThreshold(),
                    score,
                    rival);
            long model = models.keep(routed.programme(), challenger, matters.size(), figures);
            models.handOver(model, clock.instant(), by, "");
            String told = rival == null ? "" : told(score, rival);
            if (learnings.end(learning, clock.instant(), "promoted", told, model)) {
                return new Outcome.Promoted(model, score, rival);
            }
            status.setRollbackOnly(); // it took too long and was given up
            return new Outcome.Elsewhere();
        }));
    }

    /** One that cannot be read any more is no rival. */
    private Optional<CityModel> champion(Routed routed) {
        try {
            return models.inForce(routed.programme()).flatMap(models::find);
        } catch (CannotLearn e) {
            LOG.warn("The model in force cannot be read and is not compared with: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Categories and units right, of how many: the new model's, the old one's. {@link #COMPARED} reads it again. */
    private static String told(Score score, Score rival) {
        return score.categories() + "+" + score.units() + " : " + rival.categories() + "+" + rival.units() + " / "
                + score.n();
    }
}
