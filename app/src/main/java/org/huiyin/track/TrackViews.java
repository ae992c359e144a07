package org.huiyin.track;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a matter shows to this reader. */
@Component
class TrackViews {

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Unsealings unsealings;
    private final List<TrackPart> parts;

    TrackViews(
            MatterLookup lookup,
            Organisation organisation,
            Attachments attachments,
            Unsealings unsealings,
            ObjectProvider<TrackPart> parts) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.attachments = attachments;
        this.unsealings = unsealings;
        this.parts = parts.orderedStream().toList();
    }

    /** A step that was just tried and refused: its form is shown again as it was filled in. */
    record Tried(
            String step,
            String key,
            Filled filled,
            @Nullable String refused) {}

    TrackView of(Page page, Matter matter, Actor actor, Optional<Tried> tried) {
        boolean raiser = lookup.raised(actor, matter);
        Programme programme = lookup.programmeOf(matter);
        Programme.StateRule state = programme.state(matter.state());
        Spoken spoken = new Spoken(page, organisation.units(), organisation.places());
        List<Step> history = lookup.history(matter.number());
        Publication publication = Publication.of(programme, matter, raiser ? Eyes.RAISER : Eyes.EVERYBODY, history);
        Tale tale = new Tale(page, programme, publication, spoken);
        return new TrackView(
                matter.number().toString(),
                publication.title(matter),
                spoken.place(publication.place(matter.place())),
                page.t(state.title()),
                list(page, programme, matter),
                tone(matter.list()),
                raiser,
                matter.confidential(),
                !raiser
                        && lookup.open(matter, Actor.SYSTEM).stream()
                                .anyMatch(rule -> rule.form().field("objection").isPresent()),
                matter.round(),
                matter.raisedAt(),
                Promised.of(page, programme, matter),
                tale.tell(history, attachments.of(matter.id())),
                raiser && !page.reader().staff() ? steps(matter, actor, tried) : List.of(),
                raiser ? openings(page, matter) : List.of(),
                raiser
                        ? List.of()
                        : parts.stream()
                                .flatMap(part -> part.of(page, matter).stream())
                                .toList(),
                Options.of(organisation, page.locale()));
    }

    private List<TrackView.Opening> openings(Page page, Matter matter) {
        return unsealings.of(matter.number()).stream()
                .map(one -> new TrackView.Opening(
                        organisation.units().name(one.unit(), page.locale()), one.at(), one.reason()))
                .toList();
    }

    private static String list(Page page, Programme programme, Matter matter) {
        Programme.ListRule rule = programme.lists().get(matter.list());
        return rule == null ? matter.list() : page.t(rule.title());
    }

    private static String tone(String list) {
        return switch (list) {
            case "problem", "task", "result" -> list;
            default -> "rest";
        };
    }

    private List<TrackView.OpenStep> steps(Matter matter, Actor actor, Optional<Tried> tried) {
        return lookup.open(matter, actor).stream()
                .map(rule -> step(rule, matter, tried.filter(t -> t.step().equals(rule.name()))))
                .toList();
    }

    private static TrackView.OpenStep step(StepRule rule, Matter matter, Optional<Tried> tried) {
        return new TrackView.OpenStep(
                rule,
                matter.version(),
                tried.map(Tried::key).orElseGet(() -> UUID.randomUUID().toString()),
                tried.map(Tried::filled).orElse(Filled.EMPTY),
                tried.isPresent() || rule.tone() == StepRule.Tone.LIKELY,
                tried.map(Tried::refused).orElse(null));
    }
}
