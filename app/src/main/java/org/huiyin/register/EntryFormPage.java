package org.huiyin.register;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form by which an entry is entered or changed; it is made of the register's fields. */
@Controller
class EntryFormPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final RegisterAccess access;
    private final Keeping keeping;
    private final FactRows rows;
    private final Looks looks;
    private final Organisation organisation;

    EntryFormPage(RegisterAccess access, Keeping keeping, FactRows rows, Looks looks, Organisation organisation) {
        this.access = access;
        this.keeping = keeping;
        this.rows = rows;
        this.looks = looks;
        this.organisation = organisation;
    }

    @GetMapping("/desk/registers/{name}/new")
    JteModel begin(@PathVariable String name, Page page) {
        Register register = access.written(page.reader(), name);
        Map<String, Object> proposed = new LinkedHashMap<>();
        proposed.put(EntryForm.UNIT, page.reader().unit());
        proposed.put(EntryForm.ON, page.formats().today());
        page.reader().reach().places().stream().findFirst().ifPresent(place -> proposed.put(EntryForm.PLACE, place));
        proposed.put("key", UUID.randomUUID());
        return form(page, register, null, Filled.with(proposed));
    }

    @PostMapping("/desk/registers/{name}")
    ResponseEntity<JteModel> enter(
            @PathVariable String name, Page page, HttpServletRequest request, HttpServletResponse response) {
        Register register = access.written(page.reader(), name);
        Filled filled = Filled.of(request);
        FactRequest wanted = FactRequest.enter(register, filled.raw(EntryForm.whole(register)), key(filled));
        return answer(page, register, null, filled, wanted, response);
    }

    @GetMapping("/desk/registers/{name}/{number}/changes/new")
    JteModel edit(@PathVariable String name, @PathVariable String number, Page page) {
        Register register = access.written(page.reader(), name);
        Entry entry = editable(page, register, number);
        Map<String, Object> values = new LinkedHashMap<>(entry.fields());
        values.putAll(looks.open(page.reader(), java.util.List.of(entry), Looks.What.CARD)
                .getOrDefault(entry.id(), Map.of()));
        Standing standing = rows.standing(java.util.List.of(entry.id())).get(entry.id());
        if (standing != null) {
            values.put(EntryForm.PARENT, standing.parent());
            values.put(EntryForm.LOGIN, standing.login());
        }
        values.put(EntryForm.PLACE, entry.place());
        values.put(EntryForm.UNIT, entry.unit());
        values.put(EntryForm.ON, page.formats().today());
        values.put("version", entry.version());
        values.put("key", UUID.randomUUID());
        return form(page, register, entry, Filled.with(values));
    }

    @PostMapping("/desk/registers/{name}/{number}/changes")
    ResponseEntity<JteModel> change(
            @PathVariable String name,
            @PathVariable String number,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Register register = access.written(page.reader(), name);
        Entry entry = editable(page, register, number);
        Filled filled = Filled.of(request);
        Form form = EntryForm.whole(register);
        Set<String> asked = new HashSet<>();
        form.fields().stream().map(Field::name).forEach(asked::add);
        FactRequest wanted = new FactRequest(
                register, FactRequest.Kind.CHANGE, entry.id(), version(filled), filled.raw(form), asked, key(filled));
        return answer(page, register, entry, filled, wanted, response);
    }

    private Entry editable(Page page, Register register, String number) {
        Entry entry = access.entry(page.reader(), register, number);
        if (!RegisterAccess.edits(page, register, entry)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return entry;
    }

    private ResponseEntity<JteModel> answer(
            Page page,
            Register register,
            @Nullable Entry before,
            Filled filled,
            FactRequest wanted,
            HttpServletResponse response) {
        return switch (keeping.keep(page.reader(), wanted)) {
            case FactOutcome.Kept(Entry entry) -> {
                String said = before == null ? "register.said.enter" : "register.said.change";
                Said.next(response, page.t(said, register.label(entry.number())));
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", EntryLists.path(register, entry))
                        .build();
            }
            case FactOutcome.Refused refused ->
                ResponseEntity.status(422).body(form(page, register, before, filled.wrong(refused.errors())));
            case FactOutcome.Withheld withheld -> throw new IllegalStateException("a single fact is never withheld");
        };
    }

    private JteModel form(Page page, Register register, @Nullable Entry entry, Filled filled) {
        return templates.registerEdit(
                page,
                register,
                entry == null ? "" : register.label(entry.number()),
                EntryForm.whole(register),
                filled,
                Options.of(organisation, page.locale()));
    }

    static @Nullable Integer version(Filled filled) {
        String version = filled.value("version");
        return version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    }

    private static String key(Filled filled) {
        String key = filled.value("key");
        return key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
    }
}
