package org.huiyin.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Amendments;
import org.huiyin.org.Amendments.StaffRow;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetList;
import org.huiyin.sheet.UnitNames;
import org.springframework.stereotype.Component;

/** The people of the house and their posts, a post a row, as they are taken along and come back. For administrators. */
@Component
class PeopleSheet implements SheetList {

    static final String POST = "account.people.post";
    static final String PERSON = "account.people.person";
    static final String NAME = "account.people.name";
    static final String PHONE = "account.people.phone";
    static final String LOGIN = "account.people.login";
    static final String UNIT = "account.people.unit";
    static final String ROLE = "account.people.role";
    static final String TITLE = "account.people.title";
    static final String PLACES = "account.people.places";
    static final String EVERYWHERE = "account.people.everywhere";
    static final String ACTIVE = "account.people.active";

    private final Amendments amendments;
    private final Organisation organisation;

    PeopleSheet(Amendments amendments, Organisation organisation) {
        this.amendments = amendments;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.ADMIN;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        return Listing.of(page.t("account.people"), List.of(), columns(page), amendments.staff());
    }

    List<Column<StaffRow>> columns(Page page) {
        UnitNames names = new UnitNames(organisation.units(), page.locale());
        List<Column<StaffRow>> columns = List.of(
                Column.code(POST, row -> Long.toString(row.post())),
                Column.code(PERSON, row -> Long.toString(row.person())),
                Column.text(NAME, StaffRow::name),
                Column.code(PHONE, StaffRow::phone),
                Column.text(LOGIN, StaffRow::login),
                Column.text(
                        UNIT,
                        row -> names.name(organisation
                                .units()
                                .find(row.unit())
                                .map(Unit::id)
                                .orElse(null))),
                Column.text(
                        ROLE, row -> page.t("account.role." + row.role().name().toLowerCase(Locale.ROOT))),
                Column.text(TITLE, StaffRow::title),
                Column.text(
                        PLACES,
                        row -> row.places().stream()
                                .map(code -> organisation.places().path(code, page.locale()))
                                .collect(Collectors.joining("、"))),
                Column.text(EVERYWHERE, row -> page.t(row.everywhere() ? "sheet.yes" : "sheet.no")),
                Column.text(ACTIVE, row -> page.t(row.active() ? "sheet.yes" : "sheet.no")));
        return Marks.marked(columns, row -> 0);
    }
}
