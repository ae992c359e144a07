package org.huiyin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.org.Unit;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;

/** Decides about one fact by what is at hand: its form, its day, and whether its writer reaches so far. Made once for a batch. */
final class Drafting {

    private final Actor actor;
    private final Organisation organisation;
    private final Keyring keyring;
    private final LocalDate today;

    Drafting(Actor actor, Organisation organisation, Keyring keyring, LocalDate today) {
        this.actor = actor;
        this.organisation = organisation;
        this.keyring = keyring;
        this.today = today;
    }

    Draft draft(FactRequest request, @Nullable Standing before) {
        return switch (request.kind()) {
            case ENTER -> written(request, null);
            case CHANGE ->
                before == null
                        ? gone(request)
                        : refusal(request, before, Entry.State.PRESENT, written(request, before));
            case EXIT ->
                before == null
                        ? gone(request)
                        : refusal(
                                request,
                                before,
                                Entry.State.PRESENT,
                                noted(request, before, EntryForm.exit(request.register())));
            case RETURN ->
                before == null
                        ? gone(request)
                        : refusal(request, before, Entry.State.LEFT, noted(request, before, EntryForm.noted()));
            case VOID ->
                before == null
                        ? gone(request)
                        : refusal(request, before, before.entry().state(), noted(request, before, EntryForm.noted()));
        };
    }

    private static Draft gone(FactRequest request) {
        return Draft.wrong(request, null, Draft.WHOLE, "gone");
    }

    /** What forbids it whatever was filled in comes first. */
    private Draft refusal(FactRequest request, Standing before, Entry.State wanted, Draft draft) {
        Entry entry = before.entry();
        if (!entry.register().equals(request.register().name())) {
            return gone(request);
        }
        if (!entry.within(request.register().editable(actor))) {
            return Draft.wrong(request, before, EntryForm.UNIT, "out-of-reach");
        }
        if (request.expected() != null && request.expected() != entry.version()) {
            return Draft.wrong(request, before, Draft.WHOLE, "stale");
        }
        if (entry.state() != wanted || entry.state() == Entry.State.VOID) {
            return Draft.wrong(
                    request, before, Draft.WHOLE, "is-" + entry.state().key());
        }
        Draft.After after = draft.after();
        if (after != null && after.on().isBefore(before.last())) {
            boolean entered = entry.version() == 1;
            return Draft.wrong(
                    request,
                    before,
                    EntryForm.ON,
                    entered ? "before-entry" : "before-last",
                    before.last().toString());
        }
        return draft;
    }

    private Draft noted(FactRequest request, Standing before, Form form) {
        Form.Checked checked = form.check(request.raw(), false, today);
        if (!checked.errors().isEmpty()) {
            return new Draft(request, before, null, checked.errors());
        }
        Entry entry = before.entry();
        Map<String, Object> values = before.values(keyring);
        EntryForm.OWN.forEach(values::remove);
        return new Draft(
                request,
                before,
                new Draft.After(
                        LocalDate.parse(text(checked, EntryForm.ON)),
                        entry.place(),
                        entry.unit(),
                        before.parent(),
                        before.login(),
                        values,
                        text(checked, EntryForm.REASON),
                        text(checked, EntryForm.NOTE)),
                List.of());
    }

    private Draft written(FactRequest request, @Nullable Standing before) {
        Register register = request.register();
        Map<String, Object> raw = new LinkedHashMap<>(before == null ? Map.of() : before.values(keyring));
        request.asked().forEach(raw::remove);
        raw.putAll(request.raw());
        Form.Checked checked = EntryForm.whole(register).check(raw, false, today);
        List<FieldError> errors = new ArrayList<>(checked.errors());
        String place = text(checked, EntryForm.PLACE);
        int unit = checked.values().get(EntryForm.UNIT) instanceof Long number ? number.intValue() : 0;
        Reach reach = register.editable(actor);
        if (!place.isEmpty() && !organisation.places().exists(place)) {
            errors.add(error(EntryForm.PLACE, "no-place"));
        }
        boolean moved = before == null || before.entry().unit() != unit;
        if (unit != 0
                && moved
                && organisation.units().find(unit).filter(Unit::active).isEmpty()) {
            errors.add(error(EntryForm.UNIT, "no-unit"));
        }
        if (errors.isEmpty() && !reach.coversUnit(unit) && !reach.coversPlace(place)) {
            errors.add(error(EntryForm.UNIT, "out-of-reach"));
        }
        if (!errors.isEmpty()) {
            return new Draft(request, before, null, errors);
        }
        Map<String, Object> values = new LinkedHashMap<>(checked.values());
        EntryForm.OWN.forEach(values::remove);
        return new Draft(
                request,
                before,
                new Draft.After(
                        LocalDate.parse(text(checked, EntryForm.ON)),
                        place,
                        unit,
                        text(checked, EntryForm.PARENT),
                        text(checked, EntryForm.LOGIN),
                        values,
                        "",
                        ""),
                errors);
    }

    private static String text(Form.Checked checked, String field) {
        return checked.values().get(field) instanceof String text ? text : "";
    }

    private static FieldError error(String field, String slug, Object... args) {
        return new FieldError(field, "register-" + slug, List.of(args));
    }
}
