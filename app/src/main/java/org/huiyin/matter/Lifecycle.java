package org.huiyin.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a step may be taken and what comes of it. Pure: it takes values and a time, stores nothing, asks nobody. The checks run
 * in the order a clerk would make them: may you, is it still as you saw it, is it its turn, is the form right, do the rules allow it.
 */
final class Lifecycle {

    /** Before this the working calendar knows nothing; it also keeps mistyped years out of numbers and partitions. */
    private static final Instant EARLIEST = Instant.parse("2000-01-03T00:00:00Z");
    /** Clocks of two machines differ a little; an import may not be refused for that. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final Calendars calendars;
    private final Directory directory;
    private final ZoneId zone;
    private final Fold fold;

    Lifecycle(Calendars calendars, Directory directory, ZoneId zone) {
        this.zone = zone;
        this.calendars = calendars;
        this.directory = directory;
        this.fold = new Fold(calendars, zone);
    }

    /**
     * Decides.
     *
     * @param found the matter as it stands; null when the step begins one
     * @param kin what else bears on it
     * @param timetable the one that judges it
     * @param now the time of recording
     */
    Decision decide(
            Programme programme,
            @Nullable Matter found,
            StepRequest request,
            Situation.Kin kin,
            Timetable timetable,
            Instant now) {
        Matter before = found == null ? null : new Reckoning(programme, timetable).of(found);
        Optional<StepRule> known = programme.step(request.step());
        if (known.isEmpty()) {
            return denied(new Refusal.UnknownStep(request.step()));
        }
        StepRule rule = known.get();
        if (relation(rule.by(), request, before).isEmpty()) {
            return new Decision.Denied(new Outcome.NotYours(rule.name()));
        }
        Optional<Outcome> untimely = untimely(rule, before, request, now);
        if (untimely.isPresent()) {
            return new Decision.Denied(untimely.get());
        }
        Optional<Relation> by = relation(rule.by(before == null ? "" : before.state()), request, before);
        if (by.isEmpty()) {
            return new Decision.Denied(new Outcome.NotYours(rule.name()));
        }
        if (mayNotPublish(rule, request.actor(), before)) {
            return new Decision.Denied(new Outcome.NotYours(rule.name()));
        }
        Instant occurred =
                request.occurredAt() == null ? now : request.occurredAt().truncatedTo(ChronoUnit.MICROS);
        Form.Checked form = rule.form()
                .check(
                        request.fields(),
                        by.get() == Relation.IMPORTER,
                        occurred.atZone(zone).toLocalDate());
        List<FieldError> errors = new ArrayList<>(form.errors());
        errors.addAll(unknownNames(rule.form(), form.values()));
        if (!errors.isEmpty()) {
            return denied(new Refusal.BadFields(errors));
        }
        Situation situation = Situation.of(programme, before, kin, form.values(), occurred);
        situation.known().put("by", by.get().key());
        situation.known().put("handled", handled(rule, request.actor(), before));
        situation.known().put("asker", request.shown());
        situation.known().put("own", before != null && Relations.raised(request.actor(), before));
        Optional<Refusal> forbidden = forbidden(rule, request, situation, timetable.calendar())
                .or(() -> merging(programme, rule, request, situation));
        if (forbidden.isPresent()) {
            return denied(forbidden.get());
        }
        Step step = step(rule, request, form.values(), situation, now, timetable);
        Matter after = fold.apply(programme, before, step);
        return new Decision.Accepted(step, found, before, after, Carrying.of(programme, rule, before, kin, step));
    }

    private Optional<Outcome> untimely(StepRule rule, @Nullable Matter before, StepRequest request, Instant now) {
        if (before != null) {
            if (request.expected() != StepRequest.ANY && request.expected() != before.version()) {
                return Optional.of(new Outcome.Stale(request.expected(), before, before.lastStep()));
            }
            if (!rule.from().contains(before.state())) {
                return Optional.of(new Outcome.Refused(new Refusal.WrongState(rule.name(), before.state())));
            }
        } else if (!rule.from().isEmpty()) {
            return Optional.of(new Outcome.NoSuchMatter(request.matter()));
        }
        return badTime(before, request, now).map(Outcome.Refused::new);
    }

    private static Optional<Refusal> badTime(@Nullable Matter before, StepRequest request, Instant now) {
        Instant occurred = request.occurredAt();
        if (occurred == null) {
            return Optional.empty();
        }
        if (request.actor().role() != Role.IMPORTER && request.actor().role() != Role.SYSTEM) {
            return Optional.of(new Refusal.BadTime(Refusal.BadTime.Why.NOT_AN_IMPORT));
        }
        if (occurred.isBefore(EARLIEST)) {
            return Optional.of(new Refusal.BadTime(Refusal.BadTime.Why.OUT_OF_RANGE));
        }
        if (occurred.isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of(new Refusal.BadTime(Refusal.BadTime.Why.FUTURE));
        }
        if (request.actor().role() == Role.IMPORTER && before != null && occurred.isBefore(before.updatedAt())) {
            return Optional.of(new Refusal.BadTime(Refusal.BadTime.Why.BEFORE_LAST_STEP));
        }
        return Optional.empty();
    }

    private List<FieldError> unknownNames(Form form, Map<String, Object> values) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : form.fields()) {
            Object value = values.get(field.name());
            if (value == null) {
                continue;
            }
            switch (field.type()) {
                case UNIT -> checkUnit(field, value, errors);
                case UNITS -> ((List<?>) value).forEach(unit -> checkUnit(field, unit, errors));
                case PLACE -> {
                    if (!directory.hasPlace((String) value)) {
                        errors.add(new FieldError(field.name(), "unknown-place", List.of(value)));
                    }
                }
                default -> {}
            }
        }
        return errors;
    }

    private void checkUnit(Field field, Object unit, List<FieldError> errors) {
        if (!directory.hasUnit(((Long) unit).intValue())) {
            errors.add(new FieldError(field.name(), "unknown-unit", List.of(unit)));
        }
    }

    private Optional<Refusal> forbidden(
            StepRule rule, StepRequest request, Situation situation, WorkCalendar calendar) {
        Optional<Refusal> closed = situation.forbidden(rule, calendar, true);
        if (closed.isPresent()) {
            return closed;
        }
        if (request.evidence().size() < rule.evidence() && request.actor().role() != Role.IMPORTER) {
            return Optional.of(new Refusal.EvidenceMissing(rule.evidence()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> merging(
            Programme programme, StepRule rule, StepRequest request, Situation situation) {
        Matter before = situation.before();
        if (before == null || !rule.effects(situation.toState(rule)).merge()) {
            return Optional.empty();
        }
        Matter target = situation.kin().target();
        boolean known = target != null && mayKnow(request.actor(), programme, target);
        return MergeTargets.refusal(before, known ? target : null).map(Refusal.MergeTarget::new);
    }

    /** A person joins to matters they may read, and whoever raises to those that everybody can see as well; of any other even that it exists is not told. */
    private static boolean mayKnow(Actor actor, Programme programme, Matter target) {
        Publication publication = Publication.of(programme, target, Publication.Eyes.EVERYBODY);
        return actor.role() == Role.SYSTEM
                || Relations.mayRead(actor, target)
                || (actor.role() == Role.RESIDENT && !publication.countsOnly() && !publication.withdrawn());
    }

    /** The steps this person may take now, in the order of the programme. What depends on the form shows when the form is sent. */
    List<StepRule> open(Programme programme, Matter matter, Actor actor, Instant now) {
        Timetable timetable = calendars.current();
        Matter judged = new Reckoning(programme, timetable).of(matter);
        Situation situation = Situation.of(programme, judged, Situation.Kin.NONE, Map.of(), now);
        return programme.steps().values().stream()
                .filter(rule -> rule.from().contains(matter.state()))
                .filter(rule -> relation(rule.by(matter.state()), actor, matter)
                        .map(by -> situation.known().put("by", by.key()) != by)
                        .orElse(false))
                .filter(rule -> !mayNotPublish(rule, actor, matter))
                .filter(rule -> situation.known().put("handled", handled(rule, actor, matter)) != rule)
                .filter(rule ->
                        situation.forbidden(rule, timetable.calendar(), false).isEmpty())
                .toList();
    }

    /** Who belongs to the unit complained of does not decide what is blanked: letting a place be read would tell them what stands there. */
    private boolean mayNotPublish(StepRule rule, Actor actor, @Nullable Matter matter) {
        Integer against = matter == null ? null : matter.complainedOf();
        return rule.publishing() != StepRule.Publishing.NONE && against != null && directory.belongsTo(actor, against);
    }

    /** Whether this person belongs to a unit that handled the matter; looked up only for a rule that asks. */
    private boolean handled(StepRule rule, Actor actor, @Nullable Matter matter) {
        boolean asked = rule.guards().stream()
                .anyMatch(guard -> guard.condition().source().contains("handled"));
        if (!asked || matter == null) {
            return false;
        }
        Integer lead = matter.lead();
        return lead != null && directory.belongsTo(actor, lead)
                || matter.coHandlers().stream().anyMatch(unit -> directory.belongsTo(actor, unit));
    }

    private static Optional<Relation> relation(Set<Relation> allowed, StepRequest request, @Nullable Matter before) {
        boolean known = allowed.contains(Relation.KNOWN) && !request.shown().isEmpty();
        return known ? Optional.of(Relation.KNOWN) : relation(allowed, request.actor(), before);
    }

    /** Under which relation this person takes the step: the first of the programme's that holds. */
    private static Optional<Relation> relation(Set<Relation> allowed, Actor actor, @Nullable Matter before) {
        return allowed.stream()
                .sorted()
                .filter(relation -> Relations.holds(relation, actor, before))
                .findFirst();
    }

    private Step step(
            StepRule rule,
            StepRequest request,
            Map<String, Object> values,
            Situation situation,
            Instant now,
            Timetable timetable) {
        Matter before = situation.before();
        String to = situation.toState(rule);
        Map<String, Object> open = new HashMap<>(values);
        Map<String, Object> sealed = new HashMap<>();
        for (Field field : rule.form().fields()) {
            if (field.seen() == Field.Seen.SEALED && open.containsKey(field.name())) {
                sealed.put(field.name(), open.remove(field.name()));
            }
        }
        if (before == null) {
            open.put("office", (long) directory.officeFor((String) values.getOrDefault("place", "")));
        }
        if (Relation.KNOWN.key().equals(situation.known().get("by"))) {
            open.put(Step.ASKER, request.shown());
        }
        Fold.decidedBy(timetable, open);
        Actor actor = request.actor();
        if (before != null && rule.effects(to).ownClock()) {
            before.coHandlers().stream()
                    .filter(actor.reach()::coversUnit)
                    .findFirst()
                    .ifPresent(unit -> open.put(Clockwork.CO_UNIT, (long) unit));
        }
        return new Step(
                before == null ? 0 : before.id(),
                before == null ? 1 : before.version() + 1,
                rule.name(),
                new Step.By(actor.account(), actor.post(), actor.unit(), actor.role()),
                situation.occurred(),
                now,
                before == null ? "" : before.state(),
                to,
                before == null ? 1 : before.round(),
                open,
                sealed,
                request.evidence(),
                request.scopedKey());
    }

    private static Decision denied(Refusal refusal) {
        return new Decision.Denied(new Outcome.Refused(refusal));
    }
}
