package org.huiyin.assessment;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Directory;
import org.huiyin.matter.Doctor;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.PublishedCalendars;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of one office and two units, whose desk counts what happens. */
final class CountedTown implements AutoCloseable {

    static final int OFFICE = 10;
    static final int ROADS = 21;
    static final int WATER = 22;
    static final String PLACE = "421002001001";
    static final ZoneId ZONE = TestClock.CITY;

    private static final Actor RESIDENT = new Actor(1, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);
    private static final Actor IMPORTER = new Actor(8, 108, OFFICE, Role.IMPORTER, "导入", Reach.EVERYWHERE, null);
    private static final Actor DISPATCHER = new Actor(
            2, 102, OFFICE, Role.DISPATCHER, "派单员", new Reach(false, Set.of(OFFICE), List.of("421002")), null);
    private static final Actor SUPERVISOR = new Actor(7, 107, OFFICE, Role.SUPERVISOR, "督查员", Reach.EVERYWHERE, null);

    final DataSource database = TestDatabase.fresh();
    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final Counting counting = new Counting(MeasuresReader.packaged(), ZONE);
    final PublishedCalendars calendars = new PublishedCalendars();
    final Desk.Equipment equipment = new Desk.Equipment(
            database,
            ProgrammeReader.packaged(),
            calendars,
            new SmallTown(),
            new Keyring(new byte[32]),
            List.of(new CountScribe(counting)),
            clock,
            ZONE);
    final Desk desk = new Desk(equipment, 2);

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

    MatterNumber raise() {
        return done(StepRequest.begin(
                "three-lists",
                "raise",
                RESIDENT,
                Map.of("title", "园林路路面塌陷", "description", "路面有一个大坑", "place", PLACE, "category", "roads"),
                List.of(),
                UUID.randomUUID().toString()));
    }

    void dispatch(MatterNumber matter, int lead) {
        step(
                matter,
                "dispatch",
                DISPATCHER,
                Map.of("lead", (long) lead, "kind", "help", "category", "roads", "urgency", "normal"));
    }

    /** Any step, as an import may take it. */
    void step(MatterNumber matter, String step, Map<String, Object> fields) {
        step(matter, step, IMPORTER, fields);
    }

    void step(MatterNumber matter, String step, Actor actor, Map<String, Object> fields) {
        done(StepRequest.further(
                matter,
                StepRequest.ANY,
                step,
                actor,
                new HashMap<>(fields),
                UUID.randomUUID().toString()));
    }

    void suspend(MatterNumber matter) {
        step(
                matter,
                "suspend",
                SUPERVISOR,
                Map.of(
                        "suspend-class",
                        "funds",
                        "suspend-reason",
                        "需要落实改造资金",
                        "review-on",
                        clock.instant().atZone(ZONE).toLocalDate().plusDays(30).toString()));
    }

    void answer(MatterNumber matter) {
        step(matter, "answer", Map.of("answer", "路面已经修补完毕", "outcome", "solved"));
    }

    void rate(MatterNumber matter, String contacted, String solved, String satisfied) {
        step(matter, "rate", Map.of("contacted", contacted, "solved", solved, "satisfied", satisfied));
    }

    void rateAsResident(MatterNumber matter) {
        step(matter, "rate", RESIDENT, Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied"));
    }

    private MatterNumber done(StepRequest request) {
        Outcome outcome = desk.perform(request);
        if (outcome instanceof Outcome.Done done) {
            return done.receipt().number();
        }
        throw new IllegalStateException(outcome.toString());
    }

    /** Part → how often it was counted for a unit, all stretches together. */
    Map<String, Long> tallied(int unit) {
        Map<String, Long> sums = new HashMap<>();
        JdbcClient.create(database)
                .sql("""
                        select part, sum(n) from tallied cross join unnest(string_to_array(parts, ',')) part
                        where dimension = 'unit' and key = :unit group by part having sum(n) <> 0
                        """)
                .param("unit", Integer.toString(unit))
                .query(row -> {
                    sums.put(row.getString(1), row.getLong(2));
                });
        return sums;
    }

    JdbcClient sql() {
        return JdbcClient.create(database);
    }

    Doctor.Report examined() throws Exception {
        return new Doctor(equipment).examine(steps -> {});
    }

    @Override
    public void close() {
        desk.close();
    }
}
