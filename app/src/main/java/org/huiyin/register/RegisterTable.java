package org.huiyin.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Compared;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A register's table that comes in or comes back: rows with a number change what stands, others are entered; all of them or none. There is one
 * for each register.
 */
final class RegisterTable implements SheetIntake {

    private final Register register;
    private final SheetDesk desk;
    private final Form form;

    RegisterTable(Register register, SheetDesk desk) {
        this.register = register;
        this.desk = desk;
        this.form = EntryForm.whole(register);
    }

    @Override
    public String name() {
        return "register-" + register.name();
    }

    @Override
    public String list() {
        return name();
    }

    @Override
    public String title(Page page) {
        return page.t(register.title());
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff() && !RegisterAccess.nowhere(register.editable(reader));
    }

    @Override
    public List<Heading> headings(Page page) {
        return desk.headings(form);
    }

    /** A row that says something new. */
    private record Wanted(
            Given given, FactRequest request, @Nullable Entry before) {}

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        List<Given> all = new ArrayList<>();
        rows.each(all::add);
        Map<String, SheetRow> standing = desk.standing(page, register, numbers(all));
        Map<Locale, List<Column<SheetRow>>> columns = new HashMap<>();
        FieldCells.Reading reading = desk.reading(page);
        List<Wanted> wanted = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long same = 0;
        for (Given given : all) {
            String number = number(given);
            SheetRow before = standing.get(number);
            if (!number.isEmpty() && (before == null || !seen.add(number))) {
                given.fault(SheetColumns.NUMBER, before == null ? "sheet.fault.gone" : "sheet.fault.twice", "");
                continue;
            }
            Compared compared = Compared.of(
                    given,
                    columns.computeIfAbsent(given.language(), l -> desk.columns(page.in(l), register)),
                    before,
                    true);
            switch (compared.how()) {
                case SAME -> same++;
                case GONE -> given.fault(SheetColumns.NUMBER, "sheet.fault.gone");
                case STALE ->
                    given.fault(
                            SheetColumns.NUMBER,
                            "sheet.fault.moved-on",
                            String.join("、", compared.changed().values()));
                // also with a cell that cannot be read: everything that is wrong with a row is said at once
                case NEW, CHANGED ->
                    wanted.add(new Wanted(
                            given,
                            request(page, reading, given, before, compared),
                            before == null ? null : before.entry()));
            }
        }
        return taken(page, rows, wanted, trying, same);
    }

    private static List<String> numbers(List<Given> all) {
        return all.stream()
                .map(RegisterTable::number)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String number(Given given) {
        return given.text(SheetColumns.NUMBER).toUpperCase(Locale.ROOT);
    }

    private FactRequest request(
            Page page, FieldCells.Reading reading, Given given, @Nullable SheetRow before, Compared compared) {
        Map<String, Object> raw = new LinkedHashMap<>(reading.read(given, form));
        String today = page.formats().today().toString();
        if (before == null) {
            return FactRequest.enter(register, raw, SheetDesk.key());
        }
        Set<String> asked = new HashSet<>();
        for (Field field : form.fields()) {
            String key = FieldCells.key(field.name());
            boolean sealed = !field.name().equals(register.titleField())
                    && register.form().field(field.name()).isPresent()
                    && register.sealed(field.name());
            if (given.asks(key) && (given.has(key) || !sealed)) {
                asked.add(field.name());
            }
        }
        // the day in a table is the day it was entered; a change holds from today on unless another day was typed
        if (!compared.changed().containsKey(FieldCells.key(EntryForm.ON))) {
            raw.put(EntryForm.ON, today);
        }
        Integer version = compared.mark() == null ? null : compared.mark().version();
        return new FactRequest(
                register,
                FactRequest.Kind.CHANGE,
                before.entry().id(),
                version == null || version == 0 ? null : version,
                raw,
                asked,
                SheetDesk.key());
    }

    private Taken taken(Page page, GivenRows rows, List<Wanted> wanted, boolean trying, long same) {
        long added = wanted.stream().filter(one -> one.before() == null).count();
        List<FactOutcome> outcomes =
                desk.keep(page, wanted.stream().map(Wanted::request).toList(), trying || rows.faulty());
        List<Taken.Touched> touched = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            switch (outcomes.get(i)) {
                case FactOutcome.Refused refused ->
                    refused.errors()
                            .forEach(error -> one.given()
                                    .faultSaid(
                                            error.field().isEmpty()
                                                    ? SheetColumns.NUMBER
                                                    : FieldCells.key(error.field()),
                                            Filled.said(page, error)));
                case FactOutcome.Kept(Entry entry) ->
                    touched.add(new Taken.Touched(
                            register.label(entry.number()),
                            register.name(),
                            one.before() == null
                                    ? ""
                                    : Integer.toString(one.before().version()),
                            Integer.toString(entry.version())));
                case FactOutcome.Withheld withheld -> {
                    // another row says why
                }
            }
        }
        return new Taken(added, wanted.size() - added, same, rows.faulty() ? List.of() : touched);
    }

    /** Entries that came are found to have been mistakes; changed ones are changed back, while nobody changed any of them since. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        return desk.undo(page, register, taken);
    }
}
