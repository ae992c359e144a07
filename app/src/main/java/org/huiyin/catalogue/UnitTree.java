package org.huiyin.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.catalogue.UnitTable.Wanted;
import org.huiyin.org.Amendments.UnitRow;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.UnitNames;
import org.jspecify.annotations.Nullable;

/** Finds which unit stands above which, among those that are there and those that come in one table. */
final class UnitTree {

    private final Units units;
    private final Map<Locale, UnitNames> names = new HashMap<>();

    UnitTree(Units units) {
        this.units = units;
    }

    private UnitNames names(Locale language) {
        return names.computeIfAbsent(language, one -> new UnitNames(units, one));
    }

    /** Units above may stand in the same table, before or behind; nobody stands above themselves, and a place has one office. */
    List<UnitRow> settle(List<Wanted> wanted) {
        Map<String, UnitRow> rows = new LinkedHashMap<>();
        wanted.forEach(one -> rows.put(one.row().code(), one.row()));
        List<UnitRow> settled = new ArrayList<>();
        for (Wanted one : wanted) {
            settled.add(one.parent().equals(UnitTable.KEPT) ? one.row() : under(one.row(), above(one, rows)));
        }
        Map<String, String> parents = new HashMap<>();
        Map<String, String> offices = new HashMap<>();
        for (Unit unit : units.all()) {
            UnitRow row = UnitTable.row(unit, units);
            parents.put(row.code(), Objects.requireNonNullElse(row.parent(), ""));
            if (unit.dispatchOffice() && unit.active() && !rows.containsKey(unit.code())) {
                offices.put(unit.place(), unit.code());
            }
        }
        settled.forEach(row -> parents.put(row.code(), Objects.requireNonNullElse(row.parent(), "")));
        for (int i = 0; i < settled.size(); i++) {
            UnitRow row = settled.get(i);
            Given given = wanted.get(i).given();
            if (circular(row.code(), parents)) {
                given.fault(UnitSheet.PARENT, "catalogue.unit.circle");
            }
            String other = row.dispatchOffice() && row.active() ? offices.putIfAbsent(row.place(), row.code()) : null;
            if (other != null) {
                given.fault(UnitSheet.OFFICE, "catalogue.unit.second-office", other);
            }
        }
        return settled;
    }

    private static boolean circular(String code, Map<String, String> parents) {
        String at = parents.getOrDefault(code, "");
        for (int steps = 0; !at.isEmpty(); steps++) {
            if (at.equals(code) || steps > 100) {
                return true;
            }
            at = parents.getOrDefault(at, "");
        }
        return false;
    }

    private @Nullable String above(Wanted one, Map<String, UnitRow> rows) {
        String text = one.parent();
        if (text.isEmpty()) {
            return null;
        }
        Set<String> found = new TreeSet<>();
        rows.values().stream()
                .filter(row -> row.code().equals(text) || row.name().zh().equals(text))
                .forEach(row -> found.add(row.code()));
        names(one.given().language()).find(text).forEach(id -> found.add(codeOf(units, id)));
        if (found.size() != 1) {
            one.given()
                    .fault(UnitSheet.PARENT, found.isEmpty() ? "sheet.fault.no-unit" : "sheet.fault.several-units", "");
            return null;
        }
        return found.iterator().next();
    }

    static String codeOf(Units units, int id) {
        return units.find(id).map(Unit::code).orElseThrow();
    }

    private static UnitRow under(UnitRow row, @Nullable String parent) {
        return new UnitRow(
                row.code(),
                row.name(),
                parent,
                row.kind(),
                row.place(),
                row.dispatchOffice(),
                row.active(),
                row.duties());
    }
}
