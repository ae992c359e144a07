package org.huiyin.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetList;
import org.huiyin.sheet.UnitNames;
import org.springframework.stereotype.Component;

/** The units of the city, as they are taken along and come back. */
@Component
class UnitSheet implements SheetList {

    static final String CODE = "catalogue.unit.code";
    static final String NAME = "catalogue.unit.name";
    static final String ENGLISH = "catalogue.unit.english";
    static final String PARENT = "catalogue.unit.parent";
    static final String KIND = "catalogue.unit.kind";
    static final String PLACE = "catalogue.unit.place";
    static final String OFFICE = "catalogue.unit.office";
    static final String DUTIES = "catalogue.unit.duties";
    static final String ACTIVE = "catalogue.unit.active";

    private final Organisation organisation;
    private final Programmes programmes;

    UnitSheet(Organisation organisation, Programmes programmes) {
        this.organisation = organisation;
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        return Listing.of(
                page.t("catalogue.units"),
                List.of(),
                columns(page),
                List.copyOf(organisation.units().all()));
    }

    List<Column<Unit>> columns(Page page) {
        UnitNames names = new UnitNames(organisation.units(), page.locale());
        Map<String, Text> categories = categories();
        List<Column<Unit>> columns = List.of(
                Column.code(CODE, Unit::code),
                Column.text(NAME, unit -> unit.name().zh()),
                Column.text(ENGLISH, unit -> unit.name().en()),
                Column.text(PARENT, unit -> names.name(unit.parent())),
                Column.text(
                        KIND, unit -> page.t("assessment.class." + unit.kind().key())),
                Column.text(
                        PLACE,
                        unit -> unit.place() == null
                                ? ""
                                : organisation.places().path(unit.place(), page.locale())),
                Column.text(OFFICE, unit -> truth(page, unit.dispatchOffice())),
                Column.text(
                        DUTIES,
                        unit -> unit.duties().stream()
                                .map(duty -> categories.containsKey(duty) ? page.t(categories.get(duty)) : duty)
                                .collect(Collectors.joining("、"))),
                Column.text(ACTIVE, unit -> truth(page, unit.active())));
        return Marks.marked(columns, unit -> 0);
    }

    /** The categories duties are made of, in all programmes. */
    Map<String, Text> categories() {
        return programmes.versions().stream()
                .flatMap(programme -> programme.categories().values().stream())
                .collect(Collectors.toMap(
                        category -> category.name(), category -> category.title(), (one, other) -> other));
    }

    static String truth(Page page, boolean value) {
        return page.t(value ? "sheet.yes" : "sheet.no");
    }
}
