package org.huiyin.assessment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.springframework.stereotype.Component;

/** A ranking reckoned from the steps as of an instant, for the command line. */
@Component
public class AssessmentReport {

    private final Assessment assessment;
    private final Organisation organisation;
    private final Counting counting;
    private final InstantSource clock;

    AssessmentReport(Assessment assessment, Organisation organisation, Counting counting, Desk.Equipment equipment) {
        this.assessment = assessment;
        this.organisation = organisation;
        this.counting = counting;
        this.clock = equipment.clock();
    }

    /**
     * What is asked for.
     *
     * @param asOf a day ({@code 2022-10-05}), a local time ({@code 2022-10-05T09:00}), or "" for now
     * @param reason why it is published again; "" the first time
     */
    public record Request(
            String programme, String period, String asOf, boolean publish, String reason, Locale locale) {}

    /** A class of units as rows of a table, its head first. */
    public record Section(String kind, List<List<String>> rows) {}

    /**
     * What it comes to.
     *
     * @param asOf in the city's zone
     * @param notes sentences about publication and proof
     * @param sound false when a published ranking does not come out the same
     */
    public record Told(
            String title,
            LocalDateTime asOf,
            List<Section> sections,
            String json,
            String inputsFingerprint,
            String resultFingerprint,
            List<String> notes,
            boolean sound) {}

    /**
     * Reckons, compares with what was published as of the same instant, and publishes when asked to.
     *
     * @throws IllegalArgumentException when the programme, the period or the instant is not one, or nothing may be published
     */
    public Told tell(Request request) {
        Measures now = assessment
                .measures(request.programme(), clock.instant())
                .orElseThrow(() -> new IllegalArgumentException("Nothing is measured of " + request.programme()));
        Period period = Period.parse(request.period(), now, counting.zone())
                .orElseThrow(() -> new IllegalArgumentException("Not a period: \"" + request.period()
                        + "\"; expected 2022-09, 2022-Q3, month/2022-09 or a campaign's name"));
        if (period.from().isAfter(clock.instant())) {
            throw new IllegalArgumentException("The period " + period.key() + " lies ahead: it begins "
                    + LocalDateTime.ofInstant(period.from(), counting.zone()));
        }
        Measures measures = assessment
                .measures(request.programme(), period.until().minusSeconds(1))
                .orElse(now);
        List<Rankings.Published> published = assessment.published(request.programme(), period);
        Instant asOf = asOf(request.asOf(), published);
        List<String> notes = new ArrayList<>();
        if (request.publish()) {
            notes.add(published(measures, period, asOf, request.reason()));
            published = assessment.published(request.programme(), period);
        }
        Optional<Rankings.Published> frozen =
                published.stream().filter(one -> one.asOf().equals(asOf)).findFirst();
        if (frozen.isEmpty()) {
            return told(assessment.reckon(measures, period, asOf), request.locale(), notes, true);
        }
        Assessment.Proof proof = assessment.prove(period, frozen.get());
        notes.add(
                proof.same()
                        ? "The same bytes as published " + local(frozen.get().publishedAt()) + "."
                        : "NOT the same as published " + local(frozen.get().publishedAt()) + ", fingerprint "
                                + frozen.get().resultFingerprint()
                                + (proof.sameInputs() ? "" : "; the inputs differ too") + ".");
        return told(proof.again(), request.locale(), notes, proof.same());
    }

    private String published(Measures measures, Period period, Instant asOf, String reason) {
        return switch (assessment.publish(measures, period, asOf, Actor.SYSTEM, reason)) {
            case Assessment.Publication.Done done -> "Published as of " + local(asOf) + ".";
            case Assessment.Publication.NotOver(Instant until) ->
                throw new IllegalArgumentException("The period " + period.key() + " ends " + local(until)
                        + "; it can be published as of a later time");
            case Assessment.Publication.TooSoon(Instant latest) ->
                throw new IllegalArgumentException("Steps after " + local(latest)
                        + " may still be on their way; ask for" + " an earlier time, or wait a minute");
            case Assessment.Publication.Already(Instant before) ->
                "It was published as of " + local(before) + " and comes out the same; nothing was changed.";
            case Assessment.Publication.ReasonMissing(Instant before) ->
                throw new IllegalArgumentException("It was published as of " + local(before)
                        + " and comes out otherwise now; say why with --reason to publish it again");
        };
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, counting.zone());
    }

    /** A day means the last ranking published as of that day, else the end of it; nothing written means now. */
    private Instant asOf(String written, List<Rankings.Published> published) {
        Instant settled = assessment.settled();
        if (written.isEmpty()) {
            return settled;
        }
        try {
            if (written.length() > 10) {
                return known(
                        LocalDateTime.parse(written).atZone(counting.zone()).toInstant(), written);
            }
            LocalDate day = LocalDate.parse(written);
            Instant end = day.plusDays(1).atStartOfDay(counting.zone()).toInstant();
            known(day.atStartOfDay(counting.zone()).toInstant(), written);
            return published.stream()
                    .map(Rankings.Published::asOf)
                    .filter(at -> local(at).toLocalDate().equals(day))
                    .findFirst()
                    .orElse(end.isAfter(settled) ? settled : end);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Not a time: \"" + written + "\"; expected 2022-10-05 or 2022-10-05T09:00", e);
        }
    }

    private Instant known(Instant at, String written) {
        if (at.isAfter(clock.instant())) {
            throw new IllegalArgumentException("Nothing is known yet as of " + written + ": it lies ahead");
        }
        return at;
    }

    private Told told(Ranking ranking, Locale locale, List<String> notes, boolean sound) {
        List<Section> sections = new ArrayList<>();
        List<Measure> columns = AssessmentViews.columns(ranking.measures(), By.units("department"));
        ranking.standings()
                .classes()
                .forEach((kind, rows) -> sections.add(new Section(kind, table(columns, rows, locale))));
        return new Told(
                ranking.period().title(ranking.measures()).in(locale),
                local(ranking.asOf()),
                sections,
                new String(ranking.result(), StandardCharsets.UTF_8),
                ranking.inputsFingerprint(),
                ranking.resultFingerprint(),
                List.copyOf(notes),
                sound);
    }

    private List<List<String>> table(List<Measure> columns, List<Standing> rows, Locale locale) {
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("#", "unit", "n"));
        columns.forEach(measure -> head.add(measure.title().in(locale)));
        head.add("±");
        table.add(head);
        for (Standing row : rows) {
            Integer rank = row.rank();
            List<String> line = new ArrayList<>();
            line.add(rank == null ? "-" : rank.toString());
            line.add(organisation.units().name(row.unit(), locale));
            Score by = row.scores().get(columns.getLast().name());
            line.add(by == null ? "0" : Long.toString(by.cases()));
            columns.forEach(measure -> {
                Score score = row.scores().get(measure.name());
                line.add(score == null ? "—" : score.percent().toPlainString());
            });
            BigDecimal change = row.change();
            line.add(change == null ? "—" : change.toPlainString());
            table.add(line);
        }
        return table;
    }
}
