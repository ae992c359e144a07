package org.huiyin.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.frame.Page;
import org.huiyin.org.Actors;
import org.huiyin.programme.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happened to an entry and who looked at it, in the reader's words, the newest first. */
@Component
class Histories {

    private static final int LOOKS = 50;

    private final Facts facts;
    private final Looks looks;
    private final Entries entries;
    private final Registers registers;
    private final Actors actors;
    private final FieldWords words;

    Histories(Facts facts, Looks looks, Entries entries, Registers registers, Actors actors, FieldWords words) {
        this.facts = facts;
        this.looks = looks;
        this.entries = entries;
        this.registers = registers;
        this.actors = actors;
        this.words = words;
    }

    List<EntryCard.Happening> of(Page page, Register register, Entry entry, boolean edits) {
        List<EntryCard.Happening> told = new ArrayList<>();
        Facts.Fact before = null;
        for (Facts.Fact fact : facts.of(entry.id())) {
            told.add(new EntryCard.Happening(
                    what(page, register, fact),
                    page.date(fact.on()),
                    page.fullTime(fact.recordedAt()),
                    who(page, fact.account(), fact.byUnit()),
                    before == null ? List.of() : changes(page, register, before, fact, edits),
                    fact.note()));
            before = fact;
        }
        return told.reversed();
    }

    private static String what(Page page, Register register, Facts.Fact fact) {
        String what = page.t("register.fact." + fact.kind());
        return register.exits().containsKey(fact.reason())
                ? what + page.t("register.colon") + page.t(register.exits().get(fact.reason()))
                : what;
    }

    private String who(Page page, long account, int unit) {
        if (account == 0) {
            return page.t("register.system");
        }
        String name = actors.of(account).stream()
                .map(one -> one.actor().name())
                .findFirst()
                .orElse("");
        return unit == 0 ? name : (words.unit(page, unit) + " " + name).strip();
    }

    private List<String> changes(Page page, Register register, Facts.Fact before, Facts.Fact after, boolean edits) {
        Register.Seen most = edits ? Register.Seen.HANDLERS : Register.Seen.STAFF;
        Map<String, Object> were = register.upTo(most, before.fields());
        Map<String, Object> are = register.upTo(most, after.fields());
        List<String> changes = new ArrayList<>();
        for (Field field : register.form().fields()) {
            Object was = were.get(field.name());
            Object is = are.get(field.name());
            if (!Objects.equals(String.valueOf(was), String.valueOf(is))) {
                changes.add(page.t(
                        "register.changed", page.t(field.title()), said(page, field, was), said(page, field, is)));
            }
        }
        if (!before.place().equals(after.place())) {
            changes.add(page.t(
                    "register.changed",
                    page.t("register.place"),
                    words.place(page, before.place()),
                    words.place(page, after.place())));
        }
        if (before.unit() != after.unit()) {
            changes.add(page.t(
                    "register.changed",
                    page.t("register.unit"),
                    words.unit(page, before.unit()),
                    words.unit(page, after.unit())));
        }
        if (!Objects.equals(before.parent(), after.parent())) {
            changes.add(page.t(
                    "register.changed",
                    page.t("register.parent"),
                    parent(page, before.parent()),
                    parent(page, after.parent())));
        }
        return changes;
    }

    private String said(Page page, Field field, @Nullable Object value) {
        return value == null ? page.t("register.nothing") : words.said(page, field, value);
    }

    private String parent(Page page, @Nullable Long parent) {
        return parent == null
                ? page.t("register.nothing")
                : entries.find(parent)
                        .map(one -> registers.of(one.register()).label(one.number()) + " " + one.name())
                        .orElse("");
    }

    List<EntryCard.Seen> looks(Page page, Entry entry) {
        return looks.of(entry.id(), LOOKS).stream()
                .map(look -> new EntryCard.Seen(
                        who(page, look.account(), 0),
                        look.unit() == 0 ? "" : words.unit(page, look.unit()),
                        page.t("register.look." + look.what()),
                        page.fullTime(look.at())))
                .toList();
    }
}
