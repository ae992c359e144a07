package org.huiyin.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.org.Actor;
import org.huiyin.org.Amendments;
import org.huiyin.org.Amendments.UnitRow;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.programme.Text;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Compared;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Units that come in or come back: those with a known code are changed, others are set up. None is deleted; one that ended is made inactive. */
@Component
class UnitTable implements SheetIntake {

    static final String KEPT = "\u0000";

    private static final int LONGEST_NAME = 100;

    private final UnitSheet sheet;
    private final Organisation organisation;
    private final Amendments amendments;
    private final TransactionTemplate transaction;
    private final Texts texts;
    private final JsonMapper json;

    UnitTable(
            UnitSheet sheet,
            Organisation organisation,
            Amendments amendments,
            TransactionTemplate transaction,
            Texts texts,
            JsonMapper json) {
        this.sheet = sheet;
        this.organisation = organisation;
        this.amendments = amendments;
        this.transaction = transaction;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public String list() {
        return "units";
    }

    @Override
    public String title(Page page) {
        return page.t("catalogue.units");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.ADMIN;
    }

    @Override
    public List<Heading> headings(Page page) {
        List<Heading.Choice> kinds = Arrays.stream(Unit.Kind.values())
                .map(kind -> new Heading.Choice(kind.key(), Heading.text(texts, "assessment.class." + kind.key())))
                .toList();
        return List.of(
                Heading.of(texts, UnitSheet.CODE, Column.Kind.CODE, true),
                Heading.of(texts, UnitSheet.NAME, Column.Kind.TEXT, true),
                Heading.of(texts, UnitSheet.ENGLISH, Column.Kind.TEXT, false),
                Heading.of(texts, UnitSheet.PARENT, Column.Kind.TEXT, false),
                Heading.of(texts, UnitSheet.KIND, Column.Kind.TEXT, true, kinds),
                Heading.of(texts, UnitSheet.PLACE, Column.Kind.TEXT, false),
                Heading.truth(texts, UnitSheet.OFFICE, false),
                Heading.of(texts, UnitSheet.DUTIES, Column.Kind.TEXT, false),
                Heading.truth(texts, UnitSheet.ACTIVE, false),
                Heading.of(texts, Marks.KEY, Column.Kind.TEXT, false));
    }

    /**
     * A row that says something new, and what stood before.
     *
     * @param parent what the cell for the unit above says; {@link #KEPT} where the table has no such column
     */
    record Wanted(Given given, UnitRow row, @Nullable Unit before, String parent) {}

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        Units units = organisation.units();
        Map<Locale, List<Column<Unit>>> columns = new HashMap<>();
        Map<String, Given> codes = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        long[] same = {0};
        rows.each(given -> {
            String code = given.needed(UnitSheet.CODE);
            Given twice = code.isEmpty() ? null : codes.putIfAbsent(code, given);
            if (twice != null) {
                given.fault(UnitSheet.CODE, "sheet.fault.twice", twice.line());
                return;
            }
            Unit before = units.find(code).orElse(null);
            Compared compared = Compared.of(
                    given, columns.computeIfAbsent(given.language(), l -> sheet.columns(page.in(l))), before, false);
            switch (compared.how()) {
                case SAME -> same[0]++;
                case GONE -> given.fault(UnitSheet.CODE, "sheet.fault.gone");
                case STALE ->
                    given.fault(
                            UnitSheet.CODE,
                            "sheet.fault.moved-on",
                            String.join("、", compared.changed().values()));
                case NEW, CHANGED -> {
                    Wanted one = read(given, code, before);
                    if (given.fine()) {
                        wanted.add(one);
                    }
                }
            }
        });
        List<UnitRow> finished = new UnitTree(units).settle(wanted);
        if (rows.faulty()) {
            return new Taken(added(wanted), wanted.size() - added(wanted), same[0], List.of());
        }
        if (!trying && !finished.isEmpty()) {
            store(finished);
        }
        List<Taken.Touched> touched = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            Unit before = wanted.get(i).before();
            touched.add(new Taken.Touched(
                    finished.get(i).code(),
                    "unit",
                    before == null ? "" : json.writeValueAsString(row(before, units)),
                    finished.get(i).toString()));
        }
        return new Taken(added(wanted), wanted.size() - added(wanted), same[0], touched);
    }

    private static long added(List<Wanted> wanted) {
        return wanted.stream().filter(one -> one.before() == null).count();
    }

    private void store(List<UnitRow> rows) {
        transaction.executeWithoutResult(status -> amendments.units(rows));
        organisation.reload();
    }

    private Wanted read(Given given, String code, @Nullable Unit before) {
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            given.fault(UnitSheet.CODE, "catalogue.unit.bad-code");
        }
        String zh = given.needed(UnitSheet.NAME);
        if (zh.length() > LONGEST_NAME) {
            given.fault(UnitSheet.NAME, "sheet.fault.too-long", LONGEST_NAME);
        }
        String en = given.asks(UnitSheet.ENGLISH)
                ? given.text(UnitSheet.ENGLISH)
                : before == null ? "" : before.name().en();
        String kind = given.choice(UnitSheet.KIND);
        if (kind == null && !given.has(UnitSheet.KIND)) {
            given.fault(UnitSheet.KIND, "sheet.fault.empty");
        }
        Boolean office = given.asks(UnitSheet.OFFICE) ? given.truth(UnitSheet.OFFICE) : null;
        Boolean active = given.asks(UnitSheet.ACTIVE) ? given.truth(UnitSheet.ACTIVE) : null;
        String place = given.asks(UnitSheet.PLACE)
                ? new org.huiyin.sheet.PlaceCell(organisation.places()).read(given, UnitSheet.PLACE)
                : before == null ? null : before.place();
        boolean dispatches = office == null ? before != null && before.dispatchOffice() : office;
        if (dispatches && place == null && given.fine()) {
            given.fault(UnitSheet.PLACE, "catalogue.unit.office-needs-place");
        }
        UnitRow row = new UnitRow(
                code,
                new Text(zh, en.isEmpty() ? zh : en),
                before == null || before.parent() == null
                        ? null
                        : UnitTree.codeOf(organisation.units(), before.parent()),
                kind == null ? Unit.Kind.SECTION : Unit.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                place,
                dispatches,
                active == null ? before == null || before.active() : active,
                given.asks(UnitSheet.DUTIES) ? duties(given) : before == null ? List.of() : before.duties());
        return new Wanted(given, row, before, given.asks(UnitSheet.PARENT) ? given.text(UnitSheet.PARENT) : KEPT);
    }

    private List<String> duties(Given given) {
        Map<String, Text> categories = sheet.categories();
        List<String> duties = new ArrayList<>();
        Stream.of(given.text(UnitSheet.DUTIES).split("[、,，;；\n]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    String found = categories.entrySet().stream()
                            .filter(one -> one.getKey().equals(part)
                                    || one.getValue().zh().equals(part)
                                    || one.getValue().en().equalsIgnoreCase(part))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
                    if (found == null) {
                        given.fault(UnitSheet.DUTIES, "catalogue.unit.no-duty", part);
                    } else {
                        duties.add(found);
                    }
                });
        return duties;
    }

    static UnitRow row(Unit unit, Units units) {
        return new UnitRow(
                unit.code(),
                unit.name(),
                unit.parent() == null ? null : UnitTree.codeOf(units, unit.parent()),
                unit.kind(),
                unit.place(),
                unit.dispatchOffice(),
                unit.active(),
                unit.duties());
    }

    /** Sets changed units back and makes new ones inactive, while nobody changed any of them since. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        Units units = organisation.units();
        List<String> why = new ArrayList<>();
        List<UnitRow> back = new ArrayList<>();
        for (Taken.Touched one : taken) {
            UnitRow now = units.find(one.key()).map(unit -> row(unit, units)).orElse(null);
            if (now == null || !now.toString().equals(one.after())) {
                why.add(page.t("catalogue.unit.not-undone", one.key()));
            } else {
                back.add(one.before().isEmpty() ? ended(now) : json.readValue(one.before(), UnitRow.class));
            }
        }
        if (why.isEmpty() && !back.isEmpty()) {
            store(back);
        }
        return why;
    }

    private static UnitRow ended(UnitRow row) {
        return new UnitRow(row.code(), row.name(), row.parent(), row.kind(), row.place(), false, false, row.duties());
    }
}
