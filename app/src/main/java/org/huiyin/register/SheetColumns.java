package org.huiyin.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.programme.Field;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.UnitNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of a register's table, and its rows as one reader sees them. */
@Component
class SheetColumns {

    static final String NUMBER = "register.number";

    private final FieldCells cells;
    private final FieldWords words;
    private final Looks looks;
    private final Entries entries;
    private final Registers registers;
    private final Organisation organisation;

    SheetColumns(
            FieldCells cells,
            FieldWords words,
            Looks looks,
            Entries entries,
            Registers registers,
            Organisation organisation) {
        this.cells = cells;
        this.words = words;
        this.looks = looks;
        this.entries = entries;
        this.registers = registers;
        this.organisation = organisation;
    }

    /** What tables are made of: everything but what is sealed, which only comes in. */
    List<Column<SheetRow>> of(Page page, Register register) {
        UnitNames units = new UnitNames(organisation.units(), page.locale());
        List<Column<SheetRow>> columns = new ArrayList<>();
        columns.add(Column.code(NUMBER, row -> register.label(row.entry().number())));
        for (Field field : EntryForm.whole(register).fields()) {
            if (!field.name().equals(EntryForm.LOGIN) && shown(register, field)) {
                columns.add(new Column<>(
                        FieldCells.key(field.name()),
                        field.title(),
                        cells.heading(field).kind(),
                        value(page, field, units)));
            }
        }
        return Marks.marked(columns, row -> row.entry().version());
    }

    private static boolean shown(Register register, Field field) {
        return EntryForm.OWN.contains(field.name())
                || field.name().equals(register.titleField())
                || !register.sealed(field.name());
    }

    private Function<SheetRow, @Nullable Object> value(Page page, Field field, UnitNames units) {
        return switch (field.name()) {
            case EntryForm.PARENT -> SheetRow::parent;
            case EntryForm.PLACE -> row -> words.place(page, row.entry().place());
            case EntryForm.UNIT -> row -> units.name(row.entry().unit());
            case EntryForm.ON -> row -> row.entry().since();
            default ->
                row -> {
                    Object value = row.values().get(field.name());
                    return value == null ? null : written(page, field, value, units);
                };
        };
    }

    private Object written(Page page, Field field, Object value, UnitNames units) {
        return switch (field.type()) {
            case INTEGER, NUMBER -> new BigDecimal(value.toString());
            case DATE -> LocalDate.parse(value.toString());
            case TRUTH -> page.t(Boolean.TRUE.equals(value) ? "sheet.yes" : "sheet.no");
            case UNIT -> units.name(((Number) value).intValue());
            case UNITS ->
                String.join(
                        "、",
                        ((List<?>) value)
                                .stream()
                                        .map(one -> units.name(((Number) one).intValue()))
                                        .toList());
            case INSTANT -> java.time.Instant.parse(value.toString());
            case TEXT, LONG_TEXT, PHONE, MATTER, POSITION, TRACK, CHOICE, CHOICES, PLACE ->
                words.said(page, field, value);
        };
    }

    /** These entries as a table shows them; looking at sealed names is written down. */
    List<SheetRow> rows(Page page, Register register, List<Entry> found, Looks.What what) {
        Reach edits = register.editable(page.reader());
        boolean sealedName = register.sealed(register.titleField());
        Map<Long, Map<String, Object>> opened = sealedName
                ? looks.open(
                        page.reader(),
                        found.stream().filter(one -> one.within(edits)).toList(),
                        what)
                : Map.of();
        Map<Long, String> parents = parents(found);
        return found.stream()
                .map(entry -> {
                    boolean own = entry.within(edits);
                    Map<String, Object> values = new LinkedHashMap<>(
                            register.upTo(own ? Register.Seen.HANDLERS : Register.Seen.STAFF, entry.fields()));
                    if (sealedName && own) {
                        values.put(
                                register.titleField(),
                                opened.getOrDefault(entry.id(), Map.of()).getOrDefault(register.titleField(), ""));
                    }
                    return new SheetRow(entry, values, parents.getOrDefault(entry.id(), ""));
                })
                .toList();
    }

    private Map<Long, String> parents(List<Entry> found) {
        Map<Long, String> labels = new HashMap<>();
        entries.of(found.stream()
                        .flatMap(one -> Stream.ofNullable(one.parent()))
                        .distinct()
                        .toList())
                .forEach(
                        one -> labels.put(one.id(), registers.of(one.register()).label(one.number())));
        Map<Long, String> parents = new HashMap<>();
        found.forEach(one -> {
            Long parent = one.parent();
            if (parent != null) {
                parents.put(one.id(), labels.getOrDefault(parent, ""));
            }
        });
        return parents;
    }
}
