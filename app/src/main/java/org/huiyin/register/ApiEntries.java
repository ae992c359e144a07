package org.huiyin.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.org.Reach;
import org.springframework.stereotype.Component;

/** Entries as a program reads them: the fields its post may see; nothing that is sealed. */
@Component
class ApiEntries {

    private final Registers registers;
    private final Entries entries;
    private final Facts facts;
    private final Looks looks;

    ApiEntries(Registers registers, Entries entries, Facts facts, Looks looks) {
        this.registers = registers;
        this.entries = entries;
        this.facts = facts;
        this.looks = looks;
    }

    RegisterJson register(Page page, Register register) {
        Map<String, String> exits = new LinkedHashMap<>();
        register.exits().forEach((name, text) -> exits.put(name, page.t(text)));
        return new RegisterJson(
                register.name(),
                page.t(register.title()),
                register.prefix(),
                register.strict(),
                !RegisterAccess.nowhere(register.editable(page.reader())),
                EntryForm.whole(register).jsonSchema(page.locale()),
                exits);
    }

    /** Looking at entries of a strictly private register is written down. */
    List<RegisterJson.EntryJson> entries(Page page, Register register, List<Entry> found) {
        if (register.strict()) {
            looks.note(page.reader(), found, Looks.What.PROGRAM);
        }
        Reach edits = register.editable(page.reader());
        Map<Long, String> parents = new HashMap<>();
        entries.of(found.stream()
                        .flatMap(one -> Stream.ofNullable(one.parent()))
                        .distinct()
                        .toList())
                .forEach(one ->
                        parents.put(one.id(), registers.of(one.register()).label(one.number())));
        return found.stream()
                .map(one -> new RegisterJson.EntryJson(
                        register.label(one.number()),
                        one.name().equals(Entry.SEALED) ? null : one.name(),
                        one.state().key(),
                        one.place(),
                        one.unit(),
                        one.parent() == null ? null : parents.get(one.parent()),
                        one.since(),
                        one.until(),
                        one.until() == null ? null : one.why(),
                        one.version(),
                        register.upTo(most(one, edits), one.fields())))
                .toList();
    }

    private static Register.Seen most(Entry entry, Reach edits) {
        return entry.within(edits) ? Register.Seen.HANDLERS : Register.Seen.STAFF;
    }

    List<RegisterJson.FactJson> facts(Page page, Register register, Entry entry) {
        if (register.strict()) {
            looks.note(page.reader(), List.of(entry), Looks.What.PROGRAM);
        }
        Register.Seen most = most(entry, register.editable(page.reader()));
        return facts.of(entry.id()).stream()
                .map(one -> new RegisterJson.FactJson(
                        one.ordinal(), one.kind(), one.on(), one.recordedAt(), register.upTo(most, one.fields())))
                .toList();
    }

    /** What was wrong, field by field. */
    Problem refused(Page page, FactOutcome.Refused refused) {
        List<Map<String, String>> errors = refused.errors().stream()
                .map(error -> Map.of("field", error.field(), "error", error.slug(), "detail", Filled.said(page, error)))
                .toList();
        boolean stale = refused.errors().stream().anyMatch(one -> one.slug().equals("register-stale"));
        return Problem.of("entry-refused", stale ? 409 : 422).with("errors", errors);
    }
}
