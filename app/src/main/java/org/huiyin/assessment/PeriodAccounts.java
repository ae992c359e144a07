package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.assessment.PeriodAccount.Alarmed;
import org.huiyin.assessment.PeriodAccount.PublishedRanking;
import org.huiyin.matter.Desk;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons accounts of periods from the steps, as of the instant of what was published, else of now. */
@Component
public class PeriodAccounts {

    private final Assessment assessment;
    private final Exclusions exclusions;
    private final Organisation organisation;
    private final Counting counting;
    private final Alarms alarms;
    private final CaseReading reading;

    PeriodAccounts(
            Assessment assessment,
            Exclusions exclusions,
            Organisation organisation,
            Counting counting,
            Alarms alarms,
            Desk.Equipment equipment) {
        this.assessment = assessment;
        this.exclusions = exclusions;
        this.organisation = organisation;
        this.counting = counting;
        this.alarms = alarms;
        this.reading = new CaseReading(equipment, counting);
    }

    /** The period a text means; none when it means none, or one that has nothing before it. */
    public Optional<Period> period(String programme, String written, Instant now) {
        return assessment
                .measures(programme, now)
                .flatMap(measures -> Period.parse(written, measures, counting.zone())
                        .filter(period ->
                                period.before(measures, counting.zone()).isPresent()));
    }

    /** The last period of the first rule that is over. */
    public Optional<Period> lastOver(String programme, Instant now) {
        return assessment
                .measures(programme, now)
                .flatMap(measures -> Period.holding(
                                measures.periods().values().iterator().next(), now, counting.zone())
                        .before(measures, counting.zone()));
    }

    /** Whether anything is counted of a programme. */
    public boolean measured(String programme) {
        return assessment.measured(programme);
    }

    /** The measures that count a period. */
    public Optional<Measures> measures(String programme, Period period) {
        return assessment.measures(programme, period.until().minusSeconds(1));
    }

    /** Whether no other ranking of its period was published since it was reckoned. */
    public boolean current(PeriodAccount account) {
        Optional<String> last = assessment.published(account.measures().programme(), account.period()).stream()
                .findFirst()
                .map(Rankings.Published::resultFingerprint);
        return last.equals(Optional.ofNullable(account.ranking()).map(PublishedRanking::fingerprint));
    }

    /** The latest instant an account of a period can be of that will not change any more. */
    public Instant settled() {
        return assessment.settled();
    }

    /**
     * Reckons a period.
     *
     * @param also names of steps that are listed besides what is counted
     * @param unpublished of when, where no ranking was published
     */
    public PeriodAccount of(String programme, Period period, Set<String> also, Instant unpublished) {
        Optional<Rankings.Published> published =
                assessment.published(programme, period).stream().findFirst();
        if (published.isPresent()) {
            PublishedInputs inputs = PublishedInputs.read(published.get().inputs());
            Measures measures = assessment.measures(published.get(), inputs);
            PublishedRanking ranking = new PublishedRanking(
                    published.get().publishedAt(), published.get().resultFingerprint());
            return of(measures, period, also, published.get().asOf(), inputs.roster(), ranking);
        }
        Measures measures = assessment
                .measures(programme, period.until().minusSeconds(1))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is measured of " + programme));
        return of(
                measures,
                period,
                also,
                unpublished,
                Roster.of(organisation.units().all()),
                null);
    }

    private PeriodAccount of(
            Measures measures,
            Period period,
            Set<String> also,
            Instant asOf,
            Roster roster,
            @Nullable PublishedRanking ranking) {
        String programme = measures.programme();
        Period before = period.before(measures, counting.zone()).orElseThrow();
        LeftOut leftOut = LeftOut.of(exclusions.touching(programme, before.from(), period.until()), asOf);
        CaseBook book = reading.read(new CaseReading.Asked(programme, List.of(period, before), asOf, leftOut, also));
        Figures figures = book.figures(period, Dimension.UNIT);
        return new PeriodAccount(
                measures,
                period,
                before,
                asOf,
                ranking,
                Standings.of(measures, roster, figures, book.figures(before, Dimension.UNIT)),
                book,
                leftOut.all(),
                alarmed(measures, period, figures),
                assessment.settled());
    }

    private List<Alarmed> alarmed(Measures measures, Period period, Figures figures) {
        Set<Alarmed> alarmed = new LinkedHashSet<>();
        for (Alarms.Raised one : alarms.of(measures, period, figures)) {
            alarmed.add(new Alarmed(one.unit(), one.alarm().title()));
        }
        return new ArrayList<>(alarmed);
    }
}
