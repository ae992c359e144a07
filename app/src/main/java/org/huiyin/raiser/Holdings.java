package org.huiyin.raiser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.EvidenceReaders;
import org.huiyin.track.Moment;
import org.huiyin.track.Spoken;
import org.huiyin.track.Unsealings;
import org.springframework.stereotype.Component;

/** Everything that is held of a raiser in a matter of theirs, for a page and for programs. */
@Component
class Holdings {

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Unsealings unsealings;

    Holdings(MatterLookup lookup, Organisation organisation, Attachments attachments, Unsealings unsealings) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.attachments = attachments;
        this.unsealings = unsealings;
    }

    /** What they told us: names and telephones that are kept sealed, then everything else they wrote, and their files. */
    List<Moment.Fact> told(Page page, Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        Publication publication = Publication.of(programme, matter, Eyes.RAISER, history);
        Spoken spoken = new Spoken(page, organisation.units(), organisation.places());
        Map<Integer, Map<String, Object>> sealed = lookup.unsealed(matter.number());
        List<Moment.Fact> facts = new ArrayList<>();
        for (Step step : history) {
            for (Field field : own(step) ? fields(programme, step) : List.<Field>of()) {
                Object value = sealed.getOrDefault(step.seq(), Map.of()).get(field.name());
                if (value == null && publication.mayRead(step, field)) {
                    value = step.fields().get(field.name());
                }
                if (value != null) {
                    facts.add(new Moment.Fact(page.t(field.title()), spoken.say(field, value), false));
                }
            }
        }
        Set<Integer> theirs =
                history.stream().filter(Holdings::own).map(Step::seq).collect(Collectors.toSet());
        files(matter, history).stream()
                .filter(file -> theirs.contains(file.step()))
                .forEach(file -> facts.add(new Moment.Fact(page.t("raiser.data.file"), file.name(), false)));
        return facts;
    }

    /** Everything, as a program reads it. */
    Map<String, Object> whole(Page page, Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        Publication publication = Publication.of(programme, matter, Eyes.RAISER, history);
        Map<Integer, Map<String, Object>> sealed = lookup.unsealed(matter.number());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : history) {
            if (publication.mayKnowOf(step)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("step", step.name());
                one.put("at", step.occurredAt().toString());
                one.put("recorded", step.recordedAt().toString());
                one.put("unit", unit(page, step.by().unit()));
                one.put("fields", publication.fields(step));
                Optional.ofNullable(sealed.get(step.seq()))
                        .filter(fields -> own(step))
                        .ifPresent(fields -> one.put("sealed", fields));
                steps.add(one);
            }
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("number", matter.number().toString());
        whole.put("programme", matter.programme());
        whole.put("state", matter.state());
        whole.put("steps", steps);
        whole.put(
                "files",
                files(matter, history).stream()
                        .map(file -> Map.of("name", file.name(), "address", "/attachments/" + file.id()))
                        .toList());
        whole.put(
                "opened",
                unsealings.of(matter.number()).stream()
                        .map(one -> Map.of(
                                "unit", unit(page, one.unit()), "at", one.at().toString(), "reason", one.reason()))
                        .toList());
        return whole;
    }

    /** What others seal, such as who grants a wish, is theirs. */
    private static boolean own(Step step) {
        return step.seq() == 1 || step.byRaiser();
    }

    private String unit(Page page, int unit) {
        return unit == 0 ? "" : organisation.units().name(unit, page.locale());
    }

    private List<Attachment> files(Matter matter, List<Step> history) {
        Programme programme = lookup.programmeOf(matter);
        return EvidenceReaders.files(
                programme,
                history,
                Publication.of(programme, matter, Eyes.RAISER, history),
                attachments.of(matter.id()));
    }

    private static List<Field> fields(Programme programme, Step step) {
        return programme
                .step(step.name())
                .map(StepRule::form)
                .map(form -> form.fields())
                .orElse(List.of());
    }
}
