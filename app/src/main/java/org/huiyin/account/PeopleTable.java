package org.huiyin.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.org.Actor;
import org.huiyin.org.Amendments;
import org.huiyin.org.Amendments.StaffRow;
import org.huiyin.org.Appointment;
import org.huiyin.org.Role;
import org.huiyin.org.Staff;
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

/** People and posts that come in or come back: known posts are changed, others are filled. Nobody is deleted; a post that ended is made inactive. */
@Component
class PeopleTable implements SheetIntake {

    static final String PASSWORD = "account.people.password";

    private final PeopleSheet sheet;
    private final PeopleCells cells;
    private final Amendments amendments;
    private final Staff staff;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    PeopleTable(
            PeopleSheet sheet,
            PeopleCells cells,
            Amendments amendments,
            Staff staff,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.sheet = sheet;
        this.cells = cells;
        this.amendments = amendments;
        this.staff = staff;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String list() {
        return "people";
    }

    @Override
    public String title(Page page) {
        return page.t("account.people");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.ADMIN;
    }

    @Override
    public List<Heading> headings(Page page) {
        Texts texts = page.texts();
        List<Heading.Choice> roles = Arrays.stream(Role.values())
                .filter(PeopleTable::held)
                .map(role -> new Heading.Choice(role.name(), Heading.text(texts, key(role))))
                .toList();
        return List.of(
                Heading.of(texts, PeopleSheet.POST, Column.Kind.CODE, false),
                Heading.of(texts, PeopleSheet.PERSON, Column.Kind.CODE, false),
                Heading.of(texts, PeopleSheet.NAME, Column.Kind.TEXT, true),
                Heading.of(texts, PeopleSheet.PHONE, Column.Kind.CODE, false),
                Heading.of(texts, PeopleSheet.LOGIN, Column.Kind.TEXT, false),
                Heading.of(texts, PASSWORD, Column.Kind.TEXT, false),
                Heading.of(texts, PeopleSheet.UNIT, Column.Kind.TEXT, true),
                Heading.of(texts, PeopleSheet.ROLE, Column.Kind.TEXT, true, roles),
                Heading.of(texts, PeopleSheet.TITLE, Column.Kind.TEXT, false),
                Heading.of(texts, PeopleSheet.PLACES, Column.Kind.TEXT, false),
                Heading.truth(texts, PeopleSheet.EVERYWHERE, false),
                Heading.truth(texts, PeopleSheet.ACTIVE, false),
                Heading.of(texts, Marks.KEY, Column.Kind.TEXT, false));
    }

    static boolean held(Role role) {
        return role != Role.RESIDENT && role != Role.SYSTEM;
    }

    static String key(Role role) {
        return "account.role." + role.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A row that says something new.
     *
     * @param before the post as it stood; null for a new one
     * @param password of a new account; empty where none is to be opened
     */
    record Wanted(Given given, StaffRow row, @Nullable StaffRow before, String password) {

        boolean newPerson() {
            return row.person() == 0;
        }
    }

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        List<StaffRow> present = amendments.staff();
        Map<Long, StaffRow> byPost = present.stream().collect(Collectors.toMap(StaffRow::post, Function.identity()));
        Map<Locale, List<Column<StaffRow>>> columns = new HashMap<>();
        PeopleCells.Reading reading = cells.reading(page, present);
        List<Wanted> wanted = new ArrayList<>();
        long[] same = {0};
        rows.each(given -> {
            long post = PeopleCells.number(given, PeopleSheet.POST);
            StaffRow before = byPost.get(post);
            Compared compared = Compared.of(
                    given, columns.computeIfAbsent(given.language(), l -> sheet.columns(page.in(l))), before, false);
            if (post > 0 && before == null && given.fine()) {
                given.fault(PeopleSheet.POST, "sheet.fault.gone");
                return;
            }
            switch (compared.how()) {
                case SAME -> same[0]++;
                case GONE -> given.fault(PeopleSheet.POST, "sheet.fault.gone");
                case STALE ->
                    given.fault(
                            PeopleSheet.POST,
                            "sheet.fault.moved-on",
                            String.join("、", compared.changed().values()));
                case NEW, CHANGED -> {
                    Wanted one = reading.read(given, before);
                    if (given.fine() && reading.present(one)) {
                        same[0]++;
                    } else if (given.fine()) {
                        wanted.add(one);
                    }
                }
            }
        });
        reading.settle(wanted, page.reader());
        long added = wanted.stream().filter(one -> one.before() == null).count();
        if (rows.faulty() || trying) {
            return new Taken(added, wanted.size() - added, same[0], List.of());
        }
        return new Taken(added, wanted.size() - added, same[0], store(wanted));
    }

    private List<Taken.Touched> store(List<Wanted> wanted) {
        List<Appointment> newcomers =
                wanted.stream().filter(Wanted::newPerson).map(this::appointment).toList();
        long highest =
                amendments.staff().stream().mapToLong(StaffRow::post).max().orElse(0);
        transaction.executeWithoutResult(status -> {
            amendments.changeStaff(wanted.stream()
                    .filter(one -> one.before() != null)
                    .map(Wanted::row)
                    .toList());
            amendments.addPosts(wanted.stream()
                    .filter(one -> one.before() == null && !one.newPerson())
                    .map(Wanted::row)
                    .toList());
            staff.appoint(newcomers);
        });
        List<Taken.Touched> touched = new ArrayList<>();
        Map<Long, StaffRow> before = new HashMap<>();
        wanted.forEach(one -> {
            if (one.before() != null) {
                before.put(one.before().post(), one.before());
            }
        });
        for (StaffRow now : amendments.staff()) {
            StaffRow stood = before.get(now.post());
            if (stood != null || now.post() > highest) {
                touched.add(new Taken.Touched(
                        Long.toString(now.post()),
                        "post",
                        stood == null ? "" : PeopleCells.JSON.writeValueAsString(stood),
                        now.toString()));
            }
        }
        return touched;
    }

    private Appointment appointment(Wanted one) {
        StaffRow row = one.row();
        var post = new Appointment.NewPost(row.unit(), row.role(), row.title(), row.places(), row.everywhere());
        String login = row.login();
        return new Appointment(
                row.name(),
                row.phone(),
                List.of(post),
                login == null ? null : new Appointment.NewAccount(login, passwords.hash(one.password()), true));
    }

    /** Sets changed posts back and makes new ones inactive, while nobody changed any of them since. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        Map<String, StaffRow> present =
                amendments.staff().stream().collect(Collectors.toMap(row -> Long.toString(row.post()), row -> row));
        List<String> why = new ArrayList<>();
        List<StaffRow> back = new ArrayList<>();
        for (Taken.Touched one : taken) {
            StaffRow now = present.get(one.key());
            if (now == null || !now.toString().equals(one.after())) {
                why.add(page.t("account.people.not-undone", one.key()));
            } else {
                back.add(
                        one.before().isEmpty()
                                ? PeopleCells.ended(now)
                                : PeopleCells.JSON.readValue(one.before(), StaffRow.class));
            }
        }
        if (why.isEmpty() && !back.isEmpty()) {
            transaction.executeWithoutResult(status -> amendments.changeStaff(back));
        }
        return why;
    }
}
