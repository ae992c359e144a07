package org.huiyin.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Amendments.StaffRow;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.PlaceCell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads people and posts out of rows, against those that are there. */
@Component
class PeopleCells {

    static final JsonMapper JSON = new JsonMapper();

    private static final int LONGEST = 60;

    private final FieldCells cells;
    private final Organisation organisation;
    private final Accounts accounts;

    PeopleCells(FieldCells cells, Organisation organisation, Accounts accounts) {
        this.cells = cells;
        this.organisation = organisation;
        this.accounts = accounts;
    }

    Reading reading(Page page, List<StaffRow> present) {
        return new Reading(page, present);
    }

    /** The number a cell holds; 0 for an empty one, and noted when it holds something else. */
    static long number(Given given, String key) {
        String text = given.text(key);
        if (text.matches("\\d{1,15}")) {
            return Long.parseLong(text);
        }
        if (!text.isEmpty()) {
            given.fault(key, "sheet.fault.no-number");
        }
        return 0;
    }

    static StaffRow ended(StaffRow row) {
        return new StaffRow(
                row.post(),
                row.person(),
                row.name(),
                row.phone(),
                row.login(),
                row.unit(),
                row.role(),
                row.title(),
                row.places(),
                row.everywhere(),
                false);
    }

    /** Reads one table. */
    final class Reading {

        private final Page page;
        private final List<StaffRow> present;
        private final FieldCells.Reading units;
        private final PlaceCell places;
        private final Map<Long, StaffRow> people = new HashMap<>();
        private final Map<String, StaffRow> logins = new HashMap<>();

        private Reading(Page page, List<StaffRow> present) {
            this.page = page;
            this.present = present;
            this.units = cells.reading(page);
            this.places = new PlaceCell(organisation.places());
            present.forEach(row -> {
                people.put(row.person(), row);
                if (row.login() != null) {
                    logins.put(row.login(), row);
                }
            });
        }

        PeopleTable.Wanted read(Given given, @Nullable StaffRow before) {
            long person = before == null ? number(given, PeopleSheet.PERSON) : before.person();
            if (person > 0 && !people.containsKey(person)) {
                given.fault(PeopleSheet.PERSON, "account.people.no-person");
            }
            Long unit = units.unit(given, PeopleSheet.UNIT, given.needed(PeopleSheet.UNIT));
            String role = given.choice(PeopleSheet.ROLE);
            if (role == null && !given.has(PeopleSheet.ROLE)) {
                given.fault(PeopleSheet.ROLE, "sheet.fault.empty");
            }
            Boolean everywhere = given.asks(PeopleSheet.EVERYWHERE) ? given.truth(PeopleSheet.EVERYWHERE) : null;
            Boolean active = given.asks(PeopleSheet.ACTIVE) ? given.truth(PeopleSheet.ACTIVE) : null;
            StaffRow row = new StaffRow(
                    before == null ? 0 : before.post(),
                    person,
                    shortText(given, PeopleSheet.NAME, true),
                    phone(given, before),
                    login(given, before, person),
                    unit == null
                            ? ""
                            : organisation
                                    .units()
                                    .find(unit.intValue())
                                    .map(Unit::code)
                                    .orElse(""),
                    role == null ? Role.HANDLER : Role.valueOf(role),
                    given.asks(PeopleSheet.TITLE)
                            ? shortText(given, PeopleSheet.TITLE, false)
                            : before == null ? "" : before.title(),
                    given.asks(PeopleSheet.PLACES) ? places(given) : before == null ? List.of() : before.places(),
                    everywhere == null ? before != null && before.everywhere() : everywhere,
                    active == null ? before == null || before.active() : active);
            return new PeopleTable.Wanted(given, row, before, password(given, row));
        }

        private static String shortText(Given given, String key, boolean needed) {
            String text = needed ? given.needed(key) : given.text(key);
            if (text.length() > LONGEST) {
                given.fault(key, "sheet.fault.too-long", LONGEST);
            }
            return text;
        }

        private static @Nullable String phone(Given given, @Nullable StaffRow before) {
            if (!given.asks(PeopleSheet.PHONE)) {
                return before == null ? null : before.phone();
            }
            String phone = given.text(PeopleSheet.PHONE).replaceAll("[\\s-]", "");
            if (!phone.isEmpty() && !phone.matches("\\+?\\d{5,20}")) {
                given.fault(PeopleSheet.PHONE, "account.people.bad-phone");
            }
            return phone.isEmpty() ? null : phone;
        }

        private @Nullable String login(Given given, @Nullable StaffRow before, long person) {
            String login = Accounts.tidy(given.text(PeopleSheet.LOGIN));
            String held = before != null
                    ? before.login()
                    : person > 0 && people.get(person) instanceof StaffRow known ? known.login() : null;
            if (before != null || person > 0) {
                boolean changed = given.asks(PeopleSheet.LOGIN) && !login.isEmpty() && !login.equals(held);
                if (changed) {
                    given.fault(PeopleSheet.LOGIN, "sheet.fault.view-only", held == null ? "" : held);
                }
                return held;
            }
            if (!login.isEmpty() && !login.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
                given.fault(PeopleSheet.LOGIN, "account.people.bad-login");
            }
            return login.isEmpty() ? null : login;
        }

        private String password(Given given, StaffRow row) {
            String password = given.text(PeopleTable.PASSWORD);
            String login = row.login();
            if (row.person() != 0 || login == null || logins.containsKey(login)) {
                return "";
            }
            NewPassword.fault(password, login)
                    .ifPresent(fault -> given.faultSaid(
                            PeopleTable.PASSWORD,
                            page.t(fault, NewPassword.SHORTEST) + " " + page.t("account.people.password.needed")));
            return password;
        }

        private List<String> places(Given given) {
            List<String> codes = new ArrayList<>();
            Stream.of(given.text(PeopleSheet.PLACES).split("[、,，;；\n]+"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> {
                        String code = places.read(given, PeopleSheet.PLACES, part);
                        if (code != null) {
                            codes.add(code);
                        }
                    });
            return codes;
        }

        /** Whether a row without numbers tells of a post that is there already: the file came before. */
        boolean present(PeopleTable.Wanted one) {
            StaffRow row = one.row();
            return one.before() == null
                    && present.stream()
                            .anyMatch(held -> held.name().equals(row.name())
                                    && held.unit().equals(row.unit())
                                    && held.role() == row.role()
                                    && (row.person() == 0 || row.person() == held.person())
                                    && java.util.Objects.equals(held.login(), row.login())
                                    && java.util.Objects.equals(held.phone(), row.phone()));
        }

        /** Nobody holds a post twice, no login is given twice, and whoever brings the table keeps their own post. */
        void settle(List<PeopleTable.Wanted> wanted, Actor reader) {
            Set<String> taken = new HashSet<>();
            Map<String, Long> newLogins = new HashMap<>();
            Set<String> borne = accounts.taken(wanted.stream()
                    .filter(PeopleTable.Wanted::newPerson)
                    .flatMap(one -> Stream.ofNullable(one.row().login()))
                    .toList());
            Set<Long> changing = new HashSet<>();
            wanted.forEach(one -> changing.add(one.row().post()));
            present.stream().filter(row -> !changing.contains(row.post())).forEach(row -> taken.add(held(row)));
            for (PeopleTable.Wanted one : wanted) {
                StaffRow row = one.row();
                if (row.person() > 0 && !taken.add(held(row))) {
                    one.given().fault(PeopleSheet.ROLE, "account.people.held-already");
                }
                String login = row.login();
                if (one.newPerson() && login != null) {
                    Long earlier = newLogins.putIfAbsent(login, one.given().line());
                    if (borne.contains(login) || earlier != null) {
                        one.given().fault(PeopleSheet.LOGIN, "account.people.login-taken");
                    }
                }
                if (row.post() == reader.post() && (!row.active() || row.role() != reader.role())) {
                    one.given().fault(PeopleSheet.ACTIVE, "account.people.own-post");
                }
            }
        }

        private static String held(StaffRow row) {
            return row.person() + "/" + row.unit() + "/" + row.role();
        }
    }
}
