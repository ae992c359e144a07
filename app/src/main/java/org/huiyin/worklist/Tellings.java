package org.huiyin.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Moment;
import org.huiyin.track.Sentence;
import org.huiyin.track.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells colleagues what happened to a matter: everything but what is sealed. */
@Component
class Tellings {

    private final Organisation organisation;
    private final Names names;

    Tellings(Organisation organisation, Names names) {
        this.organisation = organisation;
        this.names = names;
    }

    Spoken spoken(Page page) {
        return new Spoken(page, organisation.units(), organisation.places());
    }

    /** The steps in the order they were taken. */
    List<MatterView.DeskMoment> tell(
            Page page, Programme programme, List<Step> steps, List<Attachment> attachments, Discretion discretion) {
        Spoken spoken = spoken(page);
        Map<Long, String> colleagues = names.of(steps.stream()
                .filter(step -> step.by().post() != 0)
                .map(step -> step.by().account())
                .collect(Collectors.toSet()));
        List<MatterView.DeskMoment> moments = new ArrayList<>();
        for (Step step : steps) {
            Optional<StepRule> rule = programme.step(step.name());
            Optional<String> sentence = sentence(page, rule, step, discretion);
            moments.add(new MatterView.DeskMoment(
                    step.seq(),
                    sentence.orElseGet(
                            () -> rule.map(known -> page.t(known.title())).orElse(step.name())),
                    step.occurredAt(),
                    discretion.hidesWho(step)
                            ? page.t("track.by.raiser")
                            : step.byCodeStaffKnow(steps.getFirst().by().post() != 0) && !discretion.guarded()
                                    ? page.t("track.by.known-code")
                                    : by(page, step, spoken, colleagues),
                    recordedLater(step),
                    step.round(),
                    rule.map(known -> Stream.concat(
                                            CorrectedText.fact(page, programme, steps, known, step, discretion)
                                                    .stream(),
                                            facts(page, known, step, sentence.isPresent(), discretion).stream())
                                    .toList())
                            .orElse(List.of()),
                    attachments.stream()
                            .filter(attachment -> attachment.step() == step.seq())
                            .toList()));
        }
        return moments;
    }

    /** What the programme says of a step that is done; empty when it says nothing or nothing this reader may know. */
    Optional<String> sentence(Page page, Optional<StepRule> rule, Step step, Discretion discretion) {
        return rule.flatMap(known -> Sentence.fill(
                page.t(known.done()), known, step, spoken(page), field -> said(page, field, step, discretion)));
    }

    private Optional<String> said(Page page, Field field, Step step, Discretion discretion) {
        return fact(page, field, step, discretion).map(Moment.Fact::value);
    }

    private static @Nullable Instant recordedLater(Step step) {
        boolean later = Duration.between(step.occurredAt(), step.recordedAt()).toMinutes() >= 1;
        return later ? step.recordedAt() : null;
    }

    private List<Moment.Fact> facts(Page page, StepRule rule, Step step, boolean said, Discretion discretion) {
        String phrase = said ? page.t(rule.done()) : "";
        Set<String> onTop = step.seq() == 1 ? Set.of("title", "description", "place", "confidential") : Set.of();
        return rule.form().fields().stream()
                .filter(field -> !onTop.contains(field.name()) && !phrase.contains("{" + field.name() + "}"))
                .filter(field -> !CorrectedText.tells(rule, field))
                .flatMap(field -> fact(page, field, step, discretion).stream())
                .toList();
    }

    /** A field of a step in words; empty when it was left out or may not be read. */
    Optional<Moment.Fact> fact(Page page, Field field, Step step, Discretion discretion) {
        Object value = step.fields().get(field.name());
        return value == null || !discretion.mayRead(step, field)
                ? Optional.empty()
                : Optional.of(new Moment.Fact(
                        page.t(field.title()),
                        spoken(page).say(field, discretion.shown(step, field, value)),
                        field.type() == Field.Type.LONG_TEXT));
    }

    private static String by(Page page, Step step, Spoken spoken, Map<Long, String> colleagues) {
        Role role = step.by().role();
        return switch (role) {
            case RESIDENT -> page.t(step.byRaiser() ? "track.by.raiser" : "track.by.asker");
            case SYSTEM -> page.t("track.by.system");
            case IMPORTER -> page.t("track.by.import");
            case GRID_WORKER, DISPATCHER, HANDLER, UNIT_HEAD, SUPERVISOR, LEADER, ADMIN -> {
                String unit = step.by().unit() == 0 ? "" : spoken.unit(step.by().unit());
                yield (unit + " " + colleagues.getOrDefault(step.by().account(), "")).strip();
            }
        };
    }

    /** The sentence after a step: what happened, and what is due next. */
    String done(Page page, Programme programme, Matter after, Step step, Discretion discretion) {
        Optional<StepRule> rule = programme.step(step.name());
        String what = sentence(page, rule, step, discretion)
                .orElseGet(() -> rule.map(known -> page.t(known.title())).orElse(step.name()));
        return after.clocks().stream()
                .filter(clock -> clock.running() && clock.unit() == null)
                .min(Comparator.comparing((Clock clock) -> !judged(programme, clock.name()))
                        .thenComparing(clock -> clock.deadline().due()))
                .map(clock -> page.t(
                        "worklist.done.due", what, clock.deadline().due(), ClockFaces.title(page, programme, clock)))
                .orElseGet(() -> page.t("worklist.done", what));
    }

    private static boolean judged(Programme programme, String clock) {
        Programme.ClockRule rule = programme.clocks().get(clock);
        return rule != null && rule.judged();
    }
}
