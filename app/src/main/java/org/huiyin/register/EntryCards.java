package org.huiyin.register;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together the card of an entry for one reader: only the fields they may see, and nothing sealed they did not ask for. */
@Component
class EntryCards {

    private static final int CHILDREN = 20;

    private final Registers registers;
    private final Entries entries;
    private final Histories histories;
    private final Looks looks;
    private final FieldWords words;
    private final List<CardPart> parts;

    EntryCards(
            Registers registers,
            Entries entries,
            Histories histories,
            Looks looks,
            FieldWords words,
            ObjectProvider<CardPart> parts) {
        this.registers = registers;
        this.entries = entries;
        this.histories = histories;
        this.looks = looks;
        this.words = words;
        this.parts = parts.orderedStream().toList();
    }

    /** How much of a card is asked for. */
    record Asked(@Nullable LocalDate on, boolean sealed, Filled ending) {}

    EntryCard of(Page page, Register register, Entry now, Asked asked) {
        boolean edits = RegisterAccess.edits(page, register, now);
        LocalDate on = asked.on();
        boolean past = on != null;
        Entry entry = on != null
                ? entries.asOf(now.id(), on)
                        .filter(one -> one.within(register.readable(page.reader())))
                        .orElse(null)
                : now;
        boolean opens = edits && !past && (register.strict() || asked.sealed());
        Map<String, Object> sealed = opens
                ? looks.open(page.reader(), List.of(now), Looks.What.CARD).getOrDefault(now.id(), Map.of())
                : Map.of();
        if (register.strict() && !opens) {
            looks.note(page.reader(), List.of(now), Looks.What.CARD);
        }
        boolean hides = register.seen().containsValue(Register.Seen.SEALED);
        return new EntryCard(
                register,
                EntryLists.path(register, now),
                register.label(now.number()),
                String.valueOf(sealed.getOrDefault(register.titleField(), now.name())),
                entry == null ? page.t("register.not-yet") : state(page, register, entry),
                on == null ? "" : on.toString(),
                entry == null ? List.of() : lines(page, register, entry, sealed, edits),
                edits && hides && !opens && !past,
                entry == null ? null : parent(page, entry).orElse(null),
                past ? List.of() : children(page, now),
                histories.of(page, register, now, edits),
                edits && hides ? histories.looks(page, now) : List.of(),
                past ? List.of() : parts(page, register, now),
                past || !edits ? EntryCard.Acts.NONE : acts(now),
                asked.ending());
    }

    private static EntryCard.Acts acts(Entry now) {
        boolean there = now.present();
        return new EntryCard.Acts(there, there, now.state() == Entry.State.LEFT, now.state() != Entry.State.VOID);
    }

    static String state(Page page, Register register, Entry entry) {
        return switch (entry.state()) {
            case PRESENT -> page.t("register.since", entry.since());
            case LEFT ->
                page.t(
                        "register.left",
                        entry.until(),
                        register.exits().containsKey(entry.why())
                                ? page.t(register.exits().get(entry.why()))
                                : entry.why());
            case VOID -> page.t("register.state.void");
        };
    }

    private List<EntryCard.Line> lines(
            Page page, Register register, Entry entry, Map<String, Object> sealed, boolean edits) {
        Map<String, Object> open = new LinkedHashMap<>(entry.fields());
        open.putAll(sealed);
        Map<String, Object> seen = register.upTo(edits ? Register.Seen.SEALED : Register.Seen.STAFF, open);
        List<EntryCard.Line> lines = new ArrayList<>();
        for (Field field : register.form().fields()) {
            Object value = seen.get(field.name());
            if (value != null && !field.name().equals(register.titleField())) {
                lines.add(new EntryCard.Line(
                        page.t(field.title()), words.said(page, field, value), register.sealed(field.name())));
            }
        }
        lines.add(new EntryCard.Line(page.t("register.place"), words.place(page, entry.place()), false));
        lines.add(new EntryCard.Line(page.t("register.unit"), words.unit(page, entry.unit()), false));
        return lines;
    }

    private Optional<EntryCard.Link> parent(Page page, Entry entry) {
        Long parent = entry.parent();
        return parent == null
                ? Optional.empty()
                : entries.find(parent).map(found -> link(registers.of(found.register()), found));
    }

    private static EntryCard.Link link(Register register, Entry entry) {
        return new EntryCard.Link(EntryLists.path(register, entry), register.label(entry.number()), entry.name());
    }

    private List<EntryCard.Children> children(Page page, Entry now) {
        List<EntryCard.Children> all = new ArrayList<>();
        for (Register child : registers.all()) {
            if (!child.parents().contains(now.register()) || child.strict()) {
                continue;
            }
            EntryFilter filter = EntryFilter.present(child.name(), child.readable(page.reader()), CHILDREN + 1)
                    .under(now.id());
            List<Entry> found = entries.page(filter);
            if (!found.isEmpty()) {
                all.add(new EntryCard.Children(
                        page.t(child.title()),
                        "/desk/registers/" + child.name() + "?under="
                                + registers.of(now.register()).label(now.number()),
                        found.stream()
                                .limit(CHILDREN)
                                .map(one -> link(child, one))
                                .toList(),
                        found.size() > CHILDREN));
            }
        }
        return all;
    }

    private List<Content> parts(Page page, Register register, Entry now) {
        return parts.stream()
                .flatMap(part -> part.of(page, register, now).stream())
                .toList();
    }
}
