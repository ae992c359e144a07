package org.huiyin.intake;

import java.util.List;
import java.util.Map;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.EvidenceReaders;
import org.springframework.stereotype.Component;

/** A matter as a program may read it: staff and its raiser all that is theirs to know, everybody else the public part. */
@Component
class MatterReading {

    private final MatterLookup lookup;
    private final Attachments attachments;

    MatterReading(MatterLookup lookup, Attachments attachments) {
        this.lookup = lookup;
        this.attachments = attachments;
    }

    MatterJson shown(Actor actor, Matter matter) {
        boolean whole = whole(actor, matter);
        Discretion staff = Discretion.of(lookup, actor, matter);
        Publication readable = readable(actor, matter, List.of());
        return new MatterJson(
                matter.number().toString(),
                matter.programme(),
                matter.programmeVersion(),
                matter.version(),
                matter.state(),
                matter.list(),
                matter.round(),
                whole ? staff.title(matter) : readable.title(matter),
                whole ? staff.place(matter.place()) : readable.place(matter.place()),
                matter.category(),
                matter.kind(),
                matter.urgency(),
                matter.lead(),
                matter.raisedAt(),
                matter.updatedAt(),
                matter.nextClock().map(clock -> clock.deadline().due()).orElse(null),
                matter.nextClock()
                        .filter(MatterReading::provisional)
                        .map(clock -> true)
                        .orElse(null),
                lookup.open(matter, actor).stream().map(StepRule::name).toList(),
                steps(actor, matter));
    }

    private static boolean provisional(Clock clock) {
        return clock.deadline().provisional();
    }

    /** What was done, oldest first. */
    List<MatterJson.StepJson> steps(Actor actor, Matter matter) {
        boolean whole = whole(actor, matter);
        Programme programme = lookup.programmeOf(matter);
        Discretion staff = Discretion.of(lookup, actor, matter);
        List<Step> history = lookup.history(matter.number());
        Publication readable = readable(actor, matter, history);
        return history.stream()
                .filter(step -> whole || readable.mayKnowOf(step))
                .map(step -> whole
                        ? step(step, staff.hidesWho(step) ? 0 : step.by().unit(), staff.fields(programme, step))
                        : step(step, step.by().unit(), readable.fields(step)))
                .toList();
    }

    /** What the caller may do next, each with its form. */
    List<MatterJson.OpenStep> open(Page page, Actor actor, Matter matter) {
        return lookup.open(matter, actor).stream()
                .map(rule -> new MatterJson.OpenStep(
                        rule.name(),
                        page.t(rule.title()),
                        rule.evidence(),
                        rule.form().jsonSchema(page.locale())))
                .toList();
    }

    /** The files of its steps, as far as the caller may see them. */
    List<MatterJson.FileJson> files(Actor actor, Matter matter) {
        List<Attachment> all = attachments.of(matter.id());
        List<Step> history = lookup.history(matter.number());
        Programme programme = lookup.programmeOf(matter);
        List<Attachment> seen = whole(actor, matter)
                ? Discretion.of(lookup, actor, matter).files(programme, history, all)
                : EvidenceReaders.files(programme, history, readable(actor, matter, history), all);
        return seen.stream()
                .map(one -> new MatterJson.FileJson(
                        one.id(),
                        one.step(),
                        one.kind(),
                        one.mediaType(),
                        one.name(),
                        one.sizeBytes(),
                        "/api/v1/attachments/" + one.id()))
                .toList();
    }

    private boolean whole(Actor actor, Matter matter) {
        return actor.staff() && lookup.mayRead(actor, matter);
    }

    private Publication readable(Actor actor, Matter matter, List<Step> history) {
        Eyes eyes = lookup.raised(actor, matter) ? Eyes.RAISER : Eyes.EVERYBODY;
        return Publication.of(lookup.programmeOf(matter), matter, eyes, history);
    }

    private static MatterJson.StepJson step(Step step, int unit, Map<String, Object> fields) {
        return new MatterJson.StepJson(
                step.seq(), step.name(), unit, step.occurredAt(), step.recordedAt(), step.toState(), fields);
    }
}
