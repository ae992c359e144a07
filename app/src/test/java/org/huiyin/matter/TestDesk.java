package org.huiyin.matter;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;

/** A desk over a fresh database, a small town around it, and the persons who act there. */
final class TestDesk implements AutoCloseable {

    static final int OFFICE = 10;
    static final int ROADS = 21;
    static final int WATER = 22;
    static final String PLACE = "421002001001";

    static final Actor RESIDENT = new Actor(1, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);
    static final Actor DISPATCHER = staff(2, OFFICE, Role.DISPATCHER, Set.of(OFFICE), List.of("421002"));
    static final Actor ROADS_HANDLER = staff(3, ROADS, Role.HANDLER, Set.of(ROADS), List.of());
    static final Actor ROADS_HEAD = staff(4, ROADS, Role.UNIT_HEAD, Set.of(ROADS), List.of());
    static final Actor WATER_HANDLER = staff(5, WATER, Role.HANDLER, Set.of(WATER), List.of());
    static final Actor WATER_HEAD = staff(6, WATER, Role.UNIT_HEAD, Set.of(WATER), List.of());
    static final Actor SUPERVISOR = new Actor(7, 107, OFFICE, Role.SUPERVISOR, "督查员", Reach.EVERYWHERE, null);
    static final Actor IMPORTER = new Actor(8, 108, OFFICE, Role.IMPORTER, "导入", Reach.EVERYWHERE, null);

    final DataSource database = TestDatabase.fresh();
    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final Desk.Equipment equipment;
    final Desk desk;
    final MatterLookup lookup;

    TestDesk() {
        this(ProgrammeReader.packaged());
    }

    TestDesk(Programmes programmes) {
        this(programmes, Calendars.only(WorkCalendar.china()));
    }

    TestDesk(Programmes programmes, Calendars calendars) {
        equipment = equipment(database, programmes, calendars, clock);
        desk = new Desk(equipment, 2);
        lookup = new MatterLookup(equipment);
    }

    static Desk.Equipment equipment(DataSource database, InstantSource clock) {
        return equipment(database, ProgrammeReader.packaged(), Calendars.only(WorkCalendar.china()), clock);
    }

    /** What a desk needs, in a small town of one office and two units. */
    static Desk.Equipment equipment(
            DataSource database, Programmes programmes, Calendars calendars, InstantSource clock) {
        return new Desk.Equipment(
                database,
                programmes,
                calendars,
                new SmallTown(),
                new Keyring(new byte[32]),
                List.of(),
                clock,
                ZoneId.of("Asia/Shanghai"));
    }

    static Actor staff(long account, int unit, Role role, Set<Integer> units, List<String> places) {
        return new Actor(account, 100 + account, unit, role, role.name(), new Reach(false, units, places), null);
    }

    /** Raises a matter about a hole in the road. */
    MatterNumber raise() {
        return number(
                desk.perform(StepRequest.begin("three-lists", "raise", RESIDENT, raising(Map.of()), List.of(), key())));
    }

    static Map<String, Object> raising(Map<String, Object> more) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("title", "园林路路面塌陷", "description", "路面有一个大坑，电话13812345678", "place", PLACE));
        fields.putAll(more);
        return fields;
    }

    static Map<String, Object> dispatching(int lead) {
        return Map.of("lead", lead, "kind", "help", "category", "urban-rural", "urgency", "normal");
    }

    Outcome take(MatterNumber number, Actor actor, String step, Map<String, Object> fields) {
        return desk.perform(StepRequest.further(number, StepRequest.ANY, step, actor, fields, key()));
    }

    /** Takes a step that must succeed. */
    Matter taken(MatterNumber number, Actor actor, String step, Map<String, Object> fields) {
        Outcome outcome = desk.perform(StepRequest.further(number, StepRequest.ANY, step, actor, fields, key())
                .withEvidence(List.of(UUID.randomUUID().toString())));
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError(step + " was not done: " + outcome);
        }
        return matter(number);
    }

    /** Takes a matter as far as an answer by the roads office. */
    Matter answered(MatterNumber number) {
        taken(number, DISPATCHER, "dispatch", dispatching(ROADS));
        taken(number, ROADS_HANDLER, "sign", Map.of());
        taken(number, ROADS_HANDLER, "conclude", Map.of("answer", "路面已经修复完毕", "outcome", "solved"));
        return taken(number, ROADS_HEAD, "answer", Map.of("answer", "路面已经修复完毕", "outcome", "solved"));
    }

    Matter matter(MatterNumber number) {
        return lookup.find(number).orElseThrow();
    }

    static MatterNumber number(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.receipt().number();
        }
        throw new AssertionError("not done: " + outcome);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        desk.close();
    }

    private static final class SmallTown implements Directory {

        @Override
        public boolean hasUnit(int unit) {
            return Set.of(OFFICE, ROADS, WATER).contains(unit);
        }

        @Override
        public boolean hasPlace(String place) {
            return place.startsWith("421002");
        }

        @Override
        public int officeFor(String place) {
            return OFFICE;
        }
    }
}
