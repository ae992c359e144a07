package org.huiyin.supervision;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Directory;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterFixture;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.notice.NoticeFixture;
import org.huiyin.org.Actor;
import org.huiyin.org.Appointment;
import org.huiyin.org.NewUnit;
import org.huiyin.org.Organisation;
import org.huiyin.org.OrganisationFixture;
import org.huiyin.org.Place;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Text;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small town over a database of its own: one office, one bureau that is late, and a supervisor; its watch walks when a test says so. */
final class LateTown implements AutoCloseable {

    static final String PLACE = "421002001";

    final DataSource source = TestDatabase.fresh();
    final JdbcClient database = JdbcClient.create(source);
    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final Ladders ladders = Ladders.packaged(TestClock.CITY);
    final int office;
    final int roads;
    final int water;
    private static final Calendars CALENDARS = Calendars.only(WorkCalendar.china());
    final Watch watch = watch(source);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Desk desk;
    private final MatterLookup lookup;

    LateTown() {
        Organisation organisation = OrganisationFixture.of(database);
        organisation.admitPlaces(
                List.of(new Place(PLACE, new Text("解放路", "Jiefang road"), Place.Level.TOWN, null, null)));
        organisation.admitUnits(List.of(
                unit("office", "街道办事处", Unit.Kind.TOWN, true),
                unit("roads", "市政处", Unit.Kind.DEPARTMENT, false),
                unit("water", "水务所", Unit.Kind.DEPARTMENT, false)));
        office = id(organisation, "office");
        roads = id(organisation, "roads");
        water = id(organisation, "water");
        OrganisationFixture.staff(database, clock)
                .appoint(List.of(
                        person("派单员", "office", Role.DISPATCHER, "dispatcher"),
                        person("承办人", "roads", Role.HANDLER, "handler"),
                        person("负责人", "roads", Role.UNIT_HEAD, "head"),
                        person("水务", "water", Role.HANDLER, "water"),
                        person("督查员", "office", Role.SUPERVISOR, "supervisor")));
        Desk.Equipment equipment = equipment();
        lookup = MatterFixture.lookup(equipment);
        desk = new Desk(equipment, 2);
        open.add(desk);
    }

    private Desk.Equipment equipment() {
        var messages = NoticeFixture.messages(database);
        var scribe = new LadderScribe(ladders, new Servings(CALENDARS, messages, ladders));
        return new Desk.Equipment(
                source,
                ProgrammeReader.packaged(),
                CALENDARS,
                new TownDirectory(),
                new Keyring(new byte[32]),
                List.of(scribe),
                clock,
                TestClock.CITY);
    }

    private Watch watch(DataSource over) {
        return new Watch(
                over, ladders, ProgrammeReader.packaged(), CALENDARS, NoticeFixture.messages(JdbcClient.create(over)));
    }

    /** Another node: its own connections to the same database. */
    Watch anotherNode() {
        HikariDataSource here = (HikariDataSource) source;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(here.getJdbcUrl());
        config.setUsername(here.getUsername());
        config.setPassword(here.getPassword());
        config.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(config);
        open.add(pool);
        return watch(pool);
    }

    /** Raises so many matters and dispatches them to the roads bureau: a request, to be answered within five working days. */
    List<MatterNumber> dispatched(int count) {
        return dispatched(count, Map.of());
    }

    List<MatterNumber> dispatched(int count, Map<String, Object> more) {
        List<StepRequest> raises = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> fields = Map.of("title", "路面塌陷" + i, "description", "路面有一个大坑", "place", PLACE);
            raises.add(StepRequest.begin("three-lists", "raise", resident(), fields, List.of(), key()));
        }
        List<MatterNumber> numbers =
                desk.performAll(raises).stream().map(LateTown::number).toList();
        Map<String, Object> order =
                new HashMap<>(Map.of("lead", roads, "kind", "help", "category", "roads", "urgency", "normal"));
        order.putAll(more);
        desk.performAll(numbers.stream()
                        .map(number -> further(number, dispatcher(), "dispatch", order))
                        .toList())
                .forEach(LateTown::number);
        return numbers;
    }

    void take(MatterNumber number, Actor actor, String step, Map<String, Object> fields) {
        number(desk.perform(further(number, actor, step, fields).withEvidence(List.of(key()))));
    }

    Matter matter(MatterNumber number) {
        return lookup.find(number).orElseThrow();
    }

    Orders orders() {
        return new Orders(
                database,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                clock,
                ladders,
                new Servings(CALENDARS, NoticeFixture.messages(database), ladders));
    }

    /** Moves time and lets the watch walk. */
    void at(String cityTime) {
        clock.moveTo(cityTime);
        watch.act(clock.instant());
    }

    /** The instruments ever served for a matter, oldest first: kind and how it ended. */
    List<String> instruments(MatterNumber number) {
        return database.sql("""
                        select i.kind || coalesce(' ' || e.how, '') from instrument i left join instrument_end e on e.instrument_id = i.id
                        where i.matter_id = :matter order by i.id
                        """)
                .param("matter", number.id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    List<String> inbox(String login) {
        return NoticeFixture.inbox(database, account(login), clock.instant());
    }

    long account(String login) {
        return database.sql("select id from account where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    Actor dispatcher() {
        return actor("dispatcher", office, Role.DISPATCHER);
    }

    Actor handler() {
        return actor("handler", roads, Role.HANDLER);
    }

    Actor head() {
        return actor("head", roads, Role.UNIT_HEAD);
    }

    Actor supervisor() {
        return actor("supervisor", office, Role.SUPERVISOR);
    }

    private Actor actor(String login, int unit, Role role) {
        long account = account(login);
        return new Actor(account, account, unit, role, login, new Reach(false, Set.of(unit), List.of("421002")), null);
    }

    private static Actor resident() {
        return new Actor(900, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);
    }

    private static StepRequest further(MatterNumber number, Actor actor, String step, Map<String, Object> fields) {
        return StepRequest.further(number, StepRequest.ANY, step, actor, fields, key());
    }

    private static MatterNumber number(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.receipt().number();
        }
        throw new AssertionError("not done: " + outcome);
    }

    private static NewUnit unit(String code, String name, Unit.Kind kind, boolean office) {
        return new NewUnit(code, new Text(name, code), null, kind, PLACE, office, List.of());
    }

    private static Appointment person(String name, String unit, Role role, String login) {
        return new Appointment(
                name,
                null,
                List.of(new Appointment.NewPost(unit, role, "", List.of("421002"), false)),
                new Appointment.NewAccount(login, "x", false));
    }

    private static int id(Organisation organisation, String code) {
        return organisation.units().find(code).orElseThrow().id();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    static Instant instant(String cityTime) {
        return TestClock.instant(cityTime);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private final class TownDirectory implements Directory {

        @Override
        public boolean hasUnit(int unit) {
            return Set.of(office, roads, water).contains(unit);
        }

        @Override
        public boolean hasPlace(String place) {
            return place.startsWith("421002");
        }

        @Override
        public int officeFor(String place) {
            return office;
        }
    }
}
