package org.huiyin.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Page;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Step;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;

/** Tells a matter's life in plain words: every step this reader may know of, with what they may read of it. */
final class Tale {

    private final Page page;
    private final Programme programme;
    private final Publication publication;
    private final Spoken spoken;

    /** @param spoken says things as they are: what is blanked is the publication's to decide */
    Tale(Page page, Programme programme, Publication publication, Spoken spoken) {
        this.page = page;
        this.programme = programme;
        this.publication = publication;
        this.spoken = spoken;
    }

    /** The steps, oldest first. */
    List<Moment> tell(List<Step> history, List<Attachment> attachments) {
        Set<Integer> shown = EvidenceReaders.steps(programme, history, publication);
        List<Moment> moments = new ArrayList<>();
        for (Step step : history) {
            if (publication.mayKnowOf(step)) {
                moments.add(moment(history, step, evidence(step, history, shown, attachments)));
            }
        }
        return moments;
    }

    private Moment moment(List<Step> history, Step step, List<Attachment> evidence) {
        Optional<StepRule> rule = programme.step(step.name());
        if (rule.isEmpty()) {
            return new Moment(
                    step.seq(),
                    step.name(),
                    step.occurredAt(),
                    by(step, history.getFirst()),
                    List.of(),
                    evidence,
                    false);
        }
        String phrase = page.t(rule.get().done());
        Optional<String> filled = filled(phrase, rule.get(), step);
        String title = filled.orElseGet(() -> page.t(rule.get().title()));
        boolean unitSaid = filled.isPresent() && phrase.contains("{unit}");
        List<Moment.Fact> facts = facts(rule.get(), step, filled.isPresent() ? phrase : "");
        boolean answer = step.by().role() != Role.RESIDENT
                && publication.reaches(step)
                && facts.stream().anyMatch(Moment.Fact::isLong);
        return new Moment(
                step.seq(),
                title,
                step.occurredAt(),
                unitSaid ? "" : by(step, history.getFirst()),
                facts,
                evidence,
                answer);
    }

    /** The sentence of a step with its gaps filled; empty when it says something this reader may not know. */
    private Optional<String> filled(String phrase, StepRule rule, Step step) {
        return Sentence.fill(phrase, rule, step, spoken, field -> value(step, field));
    }

    private Optional<String> value(Step step, Field field) {
        Object value = step.fields().get(field.name());
        return value == null || !publication.mayRead(step, field)
                ? Optional.empty()
                : Optional.of(spoken.say(field, publication.shown(step, field, value)));
    }

    private List<Moment.Fact> facts(StepRule rule, Step step, String phrase) {
        List<Moment.Fact> facts = new ArrayList<>();
        for (Field field : rule.form().fields()) {
            boolean said = phrase.contains("{" + field.name() + "}");
            boolean onTop =
                    step.seq() == 1 && Set.of("title", "place", "confidential").contains(field.name());
            if (!said && !onTop) {
                value(step, field)
                        .ifPresent(value -> facts.add(
                                new Moment.Fact(page.t(field.title()), value, field.type() == Field.Type.LONG_TEXT)));
            }
        }
        return facts;
    }

    private String by(Step step, Step first) {
        if (step.byCodeStaffKnow(first.by().post() != 0)) {
            return page.t("track.by.known-code");
        }
        if (!step.asker().isEmpty()) {
            return page.t("track.by.asker");
        }
        return switch (step.by().role()) {
            case RESIDENT -> page.t(publication.eyes() == Publication.Eyes.RAISER ? "track.by.you" : "track.by.raiser");
            case SYSTEM -> page.t("track.by.system");
            case IMPORTER -> page.t("track.by.import");
            case GRID_WORKER, DISPATCHER, HANDLER, UNIT_HEAD, SUPERVISOR, LEADER, ADMIN ->
                step.by().unit() == 0 ? "" : spoken.unit(step.by().unit());
        };
    }

    /** An answer brings the evidence of its draft along: that was attached when it was concluded. */
    private List<Attachment> evidence(Step step, List<Step> history, Set<Integer> shown, List<Attachment> attachments) {
        List<Integer> from = new ArrayList<>(List.of(step.seq()));
        if (publication.reaches(step)) {
            history.stream()
                    .filter(earlier -> earlier.seq() < step.seq() && earlier.round() == step.round())
                    .filter(earlier -> shown.contains(earlier.seq()) && publication.draft(earlier))
                    .forEach(earlier -> from.add(earlier.seq()));
        }
        boolean draft = publication.draft(step);
        return draft || !shown.contains(step.seq())
                ? List.of()
                : attachments.stream()
                        .filter(attachment -> from.contains(attachment.step()))
                        .flatMap(attachment -> EvidenceReaders.sight(publication).show(attachment).stream())
                        .toList();
    }
}
