package org.huiyin.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tables of all registers have in common: what stands, what is written, and how it is taken back. */
@Component
class SheetDesk {

    private final SheetColumns columns;
    private final FieldCells cells;
    private final SheetEntries entries;
    private final Keeping keeping;
    private final Keyring keyring;
    private final Texts texts;

    SheetDesk(
            SheetColumns columns,
            FieldCells cells,
            SheetEntries entries,
            Keeping keeping,
            Keyring keyring,
            Texts texts) {
        this.columns = columns;
        this.cells = cells;
        this.entries = entries;
        this.keeping = keeping;
        this.keyring = keyring;
        this.texts = texts;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    List<Heading> headings(Form form) {
        List<Heading> headings = new ArrayList<>();
        headings.add(Heading.of(texts, SheetColumns.NUMBER, Column.Kind.CODE, false));
        form.fields().forEach(field -> headings.add(cells.heading(field)));
        headings.add(Heading.of(texts, Marks.KEY, Column.Kind.TEXT, false));
        return headings;
    }

    FieldCells.Reading reading(Page page) {
        return cells.reading(page);
    }

    List<Column<SheetRow>> columns(Page page, Register register) {
        return columns.of(page, register);
    }

    /** What stands under these numbers and may be changed by this reader. */
    Map<String, SheetRow> standing(Page page, Register register, List<String> numbers) {
        List<Entry> found = entries.numbered(register, numbers).stream()
                .filter(one -> one.within(register.editable(page.reader())))
                .toList();
        Map<String, SheetRow> rows = new HashMap<>();
        columns.rows(page, register, found, Looks.What.EXPORT)
                .forEach(row -> rows.put(register.label(row.entry().number()), row));
        return rows;
    }

    List<FactOutcome> keep(Page page, List<FactRequest> requests, boolean trying) {
        return requests.isEmpty() ? List.of() : keeping.keep(page.reader(), requests, trying);
    }

    List<String> undo(Page page, Register register, List<Taken.Touched> taken) {
        Map<String, Entry> now = new HashMap<>();
        entries.numbered(register, taken.stream().map(Taken.Touched::key).toList())
                .forEach(one -> now.put(register.label(one.number()), one));
        Map<Long, Integer> back = new LinkedHashMap<>();
        List<String> why = new ArrayList<>();
        for (Taken.Touched one : taken) {
            Entry entry = now.get(one.key());
            if (entry == null || entry.version() != Integer.parseInt(one.after())) {
                why.add(page.t("register.not-undone", one.key()));
            } else if (!one.before().isEmpty()) {
                back.put(entry.id(), Integer.valueOf(one.before()));
            }
        }
        if (!why.isEmpty()) {
            return why;
        }
        Map<Long, Standing> were = entries.stood(back);
        List<FactRequest> requests = taken.stream()
                .map(one -> now.get(one.key()))
                .map(entry -> undone(page, register, entry, were.get(entry.id())))
                .toList();
        for (FactOutcome outcome : keep(page, requests, false)) {
            if (outcome instanceof FactOutcome.Refused refused) {
                refused.errors().forEach(error -> why.add(Filled.said(page, error)));
            }
        }
        return why;
    }

    private FactRequest undone(Page page, Register register, Entry entry, @Nullable Standing was) {
        Map<String, Object> raw = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        if (was != null) {
            raw.putAll(was.values(keyring));
            EntryForm.whole(register).fields().stream().map(Field::name).forEach(asked::add);
        }
        raw.put(EntryForm.ON, page.formats().today().toString());
        return new FactRequest(
                register,
                was != null ? FactRequest.Kind.CHANGE : FactRequest.Kind.VOID,
                entry.id(),
                entry.version(),
                raw,
                asked,
                key());
    }
}
