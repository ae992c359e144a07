package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measuring;
import org.springframework.stereotype.Component;

/** Reckons rankings from the steps as of an instant, publishes them, and proves what was published. */
@Component
public class Assessment {

    /** So long after it was recorded, a step is surely stored; before that a recount could miss it. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int READERS = 2;
    private static final int LEAST_REASON = 6;
    private static final int MOST_REASON = 500;

    private final Measuring measuring;
    private final Organisation organisation;
    private final Exclusions exclusions;
    private final Rankings rankings;
    private final Recount recount;
    private final Counting counting;
    private final InstantSource clock;

    Assessment(
            Measuring measuring,
            Organisation organisation,
            Exclusions exclusions,
            Rankings rankings,
            Desk.Equipment equipment,
            Counting counting) {
        this.measuring = measuring;
        this.organisation = organisation;
        this.exclusions = exclusions;
        this.rankings = rankings;
        this.recount = new Recount(equipment, counting, READERS);
        this.counting = counting;
        this.clock = equipment.clock();
    }

    /** What comes of asking for a ranking to be published. */
    sealed interface Publication {
        record Done(Ranking ranking) implements Publication {}

        /** The period still runs. */
        record NotOver(Instant until) implements Publication {}

        /** Steps recorded until then may still be on their way. */
        record TooSoon(Instant latest) implements Publication {}

        /** It was published, and nothing comes out otherwise now. */
        record Already(Instant asOf) implements Publication {}

        /** It comes out otherwise than what was published; everybody may read why it is published again, so that must be said. */
        record ReasonMissing(Instant asOf) implements Publication {}
    }

    /** How a published ranking compares with what is reckoned again. */
    record Proof(Rankings.Published published, Ranking again) {

        boolean same() {
            return Arrays.equals(published.result(), again.result());
        }

        boolean sameInputs() {
            return Arrays.equals(published.inputs(), again.inputs());
        }
    }

    /** The measures that rank a period: those in force when it ends. */
    Optional<Measures> measures(String programme, Instant at) {
        return counting.inForce(programme, at);
    }

    /** The latest instant of which a ranking can be reckoned for good. */
    Instant settled() {
        return clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MICROS);
    }

    /** Reckons a period from the steps recorded until an instant; nothing is stored. */
    Ranking reckon(Measures measures, Period period, Instant asOf) {
        return reckon(measures, period, asOf, Roster.of(organisation.units().all()));
    }

    private Ranking reckon(Measures measures, Period period, Instant asOf, Roster roster) {
        Optional<Period> before = period.before(measures, counting.zone());
        List<Period> both = before.map(one -> List.of(period, one)).orElse(List.of(period));
        Instant from = both.getLast().from();
        LeftOut leftOut = LeftOut.of(exclusions.touching(measures.programme(), from, period.until()), asOf);
        Recount.Counted counted = recount.of(measures.programme(), both, asOf, leftOut);
        return Ranking.of(measures, period, asOf, roster, leftOut, counted, before.orElse(null));
    }

    /** Publishes the ranking of a period as of a settled moment just now; false when it cannot be, or was. */
    public boolean publish(String programme, Period period, Actor by) {
        return measures(programme, period.until().minusSeconds(1))
                .filter(measures -> publish(measures, period, settled(), by, "") instanceof Publication.Done)
                .isPresent();
    }

    /**
     * Publishes the ranking of a period as of an instant. Once it is published, it is published again only when it comes out otherwise, as of a
     * later instant and with a reason.
     *
     * @param reason why it is published again; "" the first time
     */
    Publication publish(Measures measures, Period period, Instant asOf, Actor by, String reason) {
        if (clock.instant().isBefore(period.until()) || asOf.isBefore(period.until())) {
            return new Publication.NotOver(period.until());
        }
        if (asOf.isAfter(settled())) {
            return new Publication.TooSoon(settled());
        }
        Ranking ranking = reckon(measures, period, asOf);
        Optional<Rankings.Published> last =
                published(measures.programme(), period).stream().findFirst();
        if (last.isPresent() && !otherwise(last.get(), ranking)) {
            return new Publication.Already(last.get().asOf());
        }
        String said = reason.strip();
        if (last.isPresent() && (said.length() < LEAST_REASON || said.length() > MOST_REASON)) {
            return new Publication.ReasonMissing(last.get().asOf());
        }
        return freeze(ranking, by, last.isPresent() ? said : "");
    }

    /** Publishes it again because of an upheld objection, also when it comes out the same. */
    Publication publishAgain(Measures measures, Period period, Actor by, String reason) {
        return freeze(reckon(measures, period, settled()), by, reason);
    }

    private static boolean otherwise(Rankings.Published last, Ranking now) {
        return now.asOf().isAfter(last.asOf())
                && !FrozenRanking.read(now.result()).equals(FrozenRanking.read(last.result()));
    }

    private Publication freeze(Ranking ranking, Actor by, String reason) {
        return rankings.add(ranking, by, reason, clock.instant())
                ? new Publication.Done(ranking)
                : new Publication.Already(ranking.asOf());
    }

    /** Whether anything is counted of a programme. */
    boolean measured(String programme) {
        return !measuring.of(programme).isEmpty();
    }

    /** Reckons a published ranking again, with the units and the version of the measures it was made with. */
    Proof prove(Period period, Rankings.Published published) {
        PublishedInputs inputs = PublishedInputs.read(published.inputs());
        return new Proof(published, reckon(measures(published, inputs), period, published.asOf(), inputs.roster()));
    }

    /** The version of the measures a ranking was made with. */
    Measures measures(Rankings.Published published, PublishedInputs inputs) {
        return measuring
                .version(published.programme(), inputs.measures())
                .orElseThrow(() -> new IllegalStateException(
                        "Version " + inputs.measures() + " of the measures is no longer there"));
    }

    /** What was published of a period, the latest first. */
    List<Rankings.Published> published(String programme, Period period) {
        return rankings.of(programme, period);
    }
}
