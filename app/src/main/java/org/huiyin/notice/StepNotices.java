package org.huiyin.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.org.Role;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people of steps they would not find on their lists, in the very transaction of the step. */
@Component
class StepNotices implements StepScribe {

    private final Messages messages;
    private final Programmes programmes;
    private final StepTellings rules = StepTellings.packaged();

    StepNotices(Messages messages, Programmes programmes) {
        this.messages = messages;
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        List<Telling> tellings = new ArrayList<>();
        for (Accepted one : batch) {
            // what another system recorded is history, and nobody is told history
            if (one.step().by().role() != Role.IMPORTER) {
                rules.of(one.after().programme(), one.step().name())
                        .map(rule -> telling(one, rule))
                        .filter(telling -> !telling.to().isEmpty())
                        .ifPresent(tellings::add);
            }
        }
        messages.tell(writes, tellings, newest(batch));
    }

    private static Instant newest(List<Accepted> batch) {
        return batch.stream()
                .map(one -> one.step().recordedAt())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private Telling telling(Accepted one, StepTellings.Rule rule) {
        Step step = one.step();
        Matter matter = one.after();
        String said = rule.with() == null ? "" : said(matter, step, rule.with());
        return new Telling(
                rule.kind(),
                rule.tell().stream()
                        .flatMap(who -> audience(who, one.before(), matter).stream())
                        .toList(),
                List.of(
                        Word.of(matter.publicTitle()),
                        matter.number().toString(),
                        Word.of(title(matter, step)),
                        Word.of(said)),
                "/desk/matters/" + matter.number(),
                matter.id(),
                step.recordedAt(),
                step.by().account());
    }

    /** What goes with the message. A complaint about a unit may reach that unit: it brings nothing that leads to whoever complained. */
    private String said(Matter matter, Step step, String with) {
        String text = Objects.toString(step.fields().get(with), "");
        if (matter.complainedOf() == null) {
            return text;
        }
        boolean shielded = programmes.version(matter.programme(), matter.programmeVersion()).step(step.name()).stream()
                .flatMap(rule -> rule.form().field(with).stream())
                .anyMatch(field -> field.seen() == Field.Seen.SHIELDED);
        return shielded ? "" : Masking.mask(text);
    }

    private Text title(Matter matter, Step step) {
        return programmes
                .version(matter.programme(), matter.programmeVersion())
                .step(step.name())
                .map(StepRule::title)
                .orElse(new Text(step.name(), step.name()));
    }

    private static List<Audience> audience(StepTellings.Who who, @Nullable Matter before, Matter after) {
        Optional<Integer> lead = Optional.ofNullable(after.lead())
                .or(() -> Optional.ofNullable(before).map(Matter::lead));
        return switch (who) {
            case LEAD ->
                lead.map(unit -> Audience.at(unit, Role.HANDLER)).stream().toList();
            case LEAD_HEAD ->
                lead.map(unit -> Audience.at(unit, Role.UNIT_HEAD)).stream().toList();
            case CO_HANDLERS ->
                after.coHandlers().stream()
                        .map(unit -> Audience.at(unit, Role.HANDLER))
                        .toList();
            case OFFICE -> List.of(Audience.at(after.office(), Role.DISPATCHER));
            case SUPERVISORS -> List.of(Audience.over(after.place(), Role.SUPERVISOR));
        };
    }
}
