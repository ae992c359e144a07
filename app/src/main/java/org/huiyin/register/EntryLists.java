package org.huiyin.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.map.CityMap;
import org.huiyin.map.Drawing;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Reach;
import org.huiyin.programme.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together a page of a register: its rows, its counts and its map. */
@Component
class EntryLists {

    private static final int PAGE = 50;
    private static final int COLUMNS = 3;
    /** What would burst a column. */
    private static final Set<Field.Type> OFF_THE_LIST =
            EnumSet.of(Field.Type.LONG_TEXT, Field.Type.POSITION, Field.Type.TRACK);

    private final Entries entries;
    private final Counts counts;
    private final Looks looks;
    private final CityMap map;
    private final FieldWords words;
    private final Organisation organisation;

    EntryLists(Entries entries, Counts counts, Looks looks, CityMap map, FieldWords words, Organisation organisation) {
        this.entries = entries;
        this.counts = counts;
        this.looks = looks;
        this.map = map;
        this.words = words;
        this.organisation = organisation;
    }

    /** How far a reader gets in lists: where names are sealed, only to what they keep. */
    static Reach reach(Page page, Register register) {
        return register.sealed(register.titleField())
                ? register.editable(page.reader())
                : register.readable(page.reader());
    }

    EntryList of(Page page, Register register, EntryAddress address, @Nullable Entry parent) {
        Reach reach = reach(page, register);
        EntryFilter filter = address.filter(register, reach, parent == null ? null : parent.id(), PAGE + 1);
        boolean nobody = !address.under().isEmpty() && parent == null;
        EntryPages.Found sought = nobody ? new EntryPages.Found(List.of(), false) : entries.found(filter);
        List<Entry> found = sought.rows();
        List<Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<Long, Map<String, Object>> opened =
                register.sealed(register.titleField()) ? looks.open(page.reader(), shown, Looks.What.LIST) : Map.of();
        List<Field> columns = columns(register);
        Place whole = whole(address);
        Map<String, Long> parts = counts.byPart(
                register.name(),
                reach,
                address.place(),
                inner(whole),
                page.formats().today());
        return new EntryList(
                register,
                address,
                columns.stream().map(field -> page.t(field.title())).toList(),
                shown.stream()
                        .map(one -> row(page, register, columns, one, opened.getOrDefault(one.id(), Map.of())))
                        .toList(),
                present(page, register, reach, address, parts),
                sought.tooMany(),
                found.size() > PAGE ? address.behind(shown.getLast()).path(register) : null,
                !RegisterAccess.nowhere(register.editable(page.reader())),
                filters(page, register),
                drawing(page, register, address, whole, parts),
                address.query().isEmpty() ? "" : address.query());
    }

    /** How many there are today of what the list is narrowed to by place and kind. */
    private long present(Page page, Register register, Reach reach, EntryAddress address, Map<String, Long> parts) {
        if (address.kind().isEmpty()) {
            return address.exactly()
                    ? parts.getOrDefault(address.place(), 0L)
                    : parts.values().stream().mapToLong(Long::longValue).sum();
        }
        Counts.Within within = new Counts.Within(address.place(), address.exactly());
        return counts.byKind(register.name(), reach, within, page.formats().today())
                .getOrDefault(address.kind(), 0L);
    }

    private Place whole(EntryAddress address) {
        return organisation
                .places()
                .find(address.place())
                .orElseGet(() -> organisation.places().roots().getFirst());
    }

    /** The digits of the places one level inside. */
    private static int inner(Place whole) {
        Place.Level[] levels = Place.Level.values();
        return levels[Math.min(whole.level().ordinal() + 1, levels.length - 1)].codeLength();
    }

    private @Nullable Drawing drawing(
            Page page, Register register, EntryAddress address, Place whole, Map<String, Long> parts) {
        boolean plain = address.q().isEmpty()
                && !address.exactly()
                && address.under().isEmpty()
                && address.after().isEmpty()
                && address.state().isEmpty();
        boolean deep = organisation.places().children(whole.code()).isEmpty()
                || whole.level().compareTo(Place.Level.TOWN) >= 0;
        return plain && !deep
                ? map.of(whole.code(), parts, code -> address.in(code).path(register), page.locale())
                : null;
    }

    private EntryList.Filters filters(Page page, Register register) {
        List<Options.Option> kinds = register.form().fields().stream()
                .filter(field -> field.name().equals(register.classField()))
                .flatMap(field -> field.choices().stream())
                .map(choice -> new Options.Option(choice.value(), page.t(choice.title())))
                .toList();
        List<Options.Option> states = List.of(
                new Options.Option("left", page.t("register.state.left")),
                new Options.Option("void", page.t("register.state.void")));
        return new EntryList.Filters(Options.of(organisation, page.locale()).places(), kinds, states);
    }

    /** What the list shows beside names: how entries are tallied, then the first short open fields. */
    static List<Field> columns(Register register) {
        List<Field> columns = new ArrayList<>();
        register.form().fields().stream()
                .filter(field -> field.name().equals(register.classField()))
                .forEach(columns::add);
        register.form().fields().stream()
                .filter(field -> !field.name().equals(register.titleField()) && !columns.contains(field))
                .filter(field -> register.seen(field.name()).compareTo(Register.Seen.STAFF) <= 0)
                .filter(field -> !OFF_THE_LIST.contains(field.type()))
                .limit(COLUMNS - (long) columns.size())
                .forEach(columns::add);
        return columns;
    }

    EntryList.Row row(Page page, Register register, List<Field> columns, Entry entry, Map<String, Object> opened) {
        List<String> cells = columns.stream()
                .map(field -> {
                    Object value = entry.fields().get(field.name());
                    return value == null ? "" : words.said(page, field, value);
                })
                .toList();
        return new EntryList.Row(
                path(register, entry),
                register.label(entry.number()),
                String.valueOf(opened.getOrDefault(register.titleField(), entry.name())),
                cells,
                words.place(page, entry.place()),
                words.unit(page, entry.unit()),
                entry.present() ? "" : page.t("register.state." + entry.state().key()));
    }

    static String path(Register register, Entry entry) {
        return "/desk/registers/" + register.name() + "/" + register.label(entry.number());
    }
}
