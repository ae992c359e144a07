package org.huiyin.sample;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Moment;
import org.huiyin.track.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts before whoever looks back what the unit answered and showed. */
@Component
class LookBackViews {

    private final LookBacks lookBacks;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Attachments attachments;

    LookBackViews(LookBacks lookBacks, MatterLookup lookup, Organisation organisation, Attachments attachments) {
        this.lookBacks = lookBacks;
        this.lookup = lookup;
        this.organisation = organisation;
        this.attachments = attachments;
    }

    /** The matter, if this reader may see it. */
    Matter matter(Page page, String number) {
        try {
            return lookup.find(MatterNumber.parse(number))
                    .filter(found -> lookup.mayRead(page.reader(), found))
                    .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of("no-such-matter", 404));
        }
    }

    Form form(Matter matter, boolean holds) {
        return lookup.programmeOf(matter)
                .step(LookBacks.step(lookBacks.plan(), holds))
                .map(StepRule::form)
                .map(LookBackViews::withProof)
                .orElse(Form.NONE);
    }

    /** Whoever looks back says what was looked at; an import may not know. */
    private static Form withProof(Form form) {
        return new Form(form.fields().stream()
                .map(field -> field.name().equals("looked-at") ? field.asRequired() : field)
                .toList());
    }

    /** Where the first one after that place is looked at. */
    Optional<String> next(Page page, After after) {
        return lookBacks.waiting(page.reader(), after, 1).stream()
                .findFirst()
                .map(one -> "/desk/look-backs/" + one.matter());
    }

    LookBackView.Row row(Page page, LookBacks.Waiting one) {
        return new LookBackView.Row(
                one.matter().toString(),
                one.title(),
                one.month().toString(),
                organisation.units().name(one.unit(), page.locale()),
                page.date(lookBacks.plan().lastDay(one.month())));
    }

    LookBackView of(Page page, Matter matter, LookBacks.Drawn drawn, LookBackView.Sheet sheet, @Nullable String next) {
        Plan plan = lookBacks.plan();
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        List<Attachment> proof = discretion.files(programme, history, attachments.of(matter.id())).stream()
                .filter(file -> file.step() > 1)
                .toList();
        boolean looked = history.stream()
                .anyMatch(step -> !step.recordedAt().isBefore(drawn.drawnAt())
                        && (step.name().equals(plan.holds()) || step.name().equals(plan.fails())));
        return new LookBackView(
                matter.number().toString(),
                matter.publicTitle(),
                drawn.month().toString(),
                organisation.units().name(drawn.unit(), page.locale()),
                plan.lastDay(drawn.month()),
                told(page, plan, matter, programme, history),
                proof,
                looked || !matter.state().equals(plan.state()),
                sheet,
                next);
    }

    /** The newest value of each field the plan names. */
    private List<Moment.Fact> told(Page page, Plan plan, Matter matter, Programme programme, List<Step> history) {
        Spoken spoken = new Spoken(page, organisation.units(), organisation.places());
        Publication publication = Publication.of(programme, matter, Eyes.EVERYBODY, history);
        return plan.shows().stream()
                .flatMap(name -> history.reversed().stream()
                        .filter(step -> step.fields().containsKey(name))
                        .limit(1)
                        .flatMap(step -> field(programme, step, name).stream()
                                .map(field -> fact(page, field, spoken.say(field, read(publication, step, field))))))
                .toList();
    }

    private static Object read(Publication publication, Step step, Field field) {
        return publication.shown(
                step, field, Objects.requireNonNull(step.fields().get(field.name())));
    }

    private static Moment.Fact fact(Page page, Field field, String said) {
        return new Moment.Fact(page.t(field.title()), said, field.type() == Field.Type.LONG_TEXT);
    }

    private static Optional<Field> field(Programme programme, Step step, String name) {
        return programme.step(step.name()).flatMap(rule -> rule.form().field(name));
    }
}
