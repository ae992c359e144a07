package org.huiyin.translog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of one office and two units, whose desk keeps the log, and the sequencer at its side. */
final class LoggedTown implements AutoCloseable {

    static final int OFFICE = 10;
    static final int ROADS = 21;
    static final int WATER = 22;
    static final String PLACE = "421002001001";
    static final Set<String> UNTOLD = Set.of();

    static final Actor RESIDENT = new Actor(1, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);
    private static final Actor IMPORTER = new Actor(8, 108, OFFICE, Role.IMPORTER, "导入", Reach.EVERYWHERE, null);
    private static final Actor DISPATCHER = new Actor(
            2, 102, OFFICE, Role.DISPATCHER, "派单员", new Reach(false, Set.of(OFFICE), List.of("421002")), null);

    final DataSource database;
    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final Programmes programmes = ProgrammeReader.packaged();
    final Desk.Equipment equipment;
    final Desk desk;
    final Path directory = directory();
    LogKeys keys = new LogKeys(directory.resolve("log.key"), "town.example/log");
    Sequencer sequencer;

    LoggedTown() {
        this(TestDatabase.fresh(), true);
    }

    /** @param logging whether the desk leaves entries at all, which it did not before there was a log */
    LoggedTown(DataSource database, boolean logging) {
        this(database, logging, UNTOLD);
    }

    /** @param untold programmes its log says nothing of */
    LoggedTown(DataSource database, boolean logging, Set<String> untold) {
        this.database = database;
        this.equipment = new Desk.Equipment(
                database,
                programmes,
                Calendars.only(WorkCalendar.china()),
                new SmallTown(),
                new Keyring(new byte[32]),
                logging ? List.of(new LeafScribe(programmes, untold, database)) : List.of(),
                clock,
                TestClock.CITY);
        this.desk = new Desk(equipment, 2);
        this.sequencer = new Sequencer(equipment, keys, untold);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("huiyin-log-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    MatterNumber raise() {
        return raise(Map.of());
    }

    MatterNumber raise(Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title",
                "园林路路面塌陷",
                "description",
                "路面有一个大坑，电话13812345678",
                "place",
                PLACE,
                "category",
                "roads",
                "raiser-name",
                "王小明",
                "where",
                "白云路口东50米"));
        fields.putAll(more);
        return begin("three-lists", "raise", fields);
    }

    /** Begins a matter of any programme. */
    MatterNumber begin(String programme, String step, Map<String, Object> fields) {
        return done(StepRequest.begin(programme, step, RESIDENT, new HashMap<>(fields), List.of(), key()));
    }

    void dispatch(MatterNumber matter) {
        step(
                matter,
                "dispatch",
                DISPATCHER,
                Map.of("lead", 21L, "kind", "help", "category", "roads", "urgency", "normal"));
    }

    /** Any step, as an import may take it. */
    void step(MatterNumber matter, String step, Map<String, Object> fields) {
        step(matter, step, IMPORTER, fields);
    }

    void step(MatterNumber matter, String step, Actor actor, Map<String, Object> fields) {
        done(StepRequest.further(matter, StepRequest.ANY, step, actor, new HashMap<>(fields), key()));
    }

    void answer(MatterNumber matter) {
        step(matter, "answer", Map.of("answer", "路面已经修补完毕", "outcome", "solved"));
    }

    /** Progress noted with a file, as an import may. */
    void note(MatterNumber matter, String file) {
        done(StepRequest.further(matter, StepRequest.ANY, "note", IMPORTER, Map.of("note", "已到现场查看"), key())
                .withEvidence(List.of(file)));
    }

    private MatterNumber done(StepRequest request) {
        Outcome outcome = desk.perform(request);
        if (outcome instanceof Outcome.Done done) {
            return done.receipt().number();
        }
        throw new IllegalStateException(outcome.toString());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Lets the sequencer work until nothing waits. */
    Checkpoint sequence() {
        try {
            for (int turn = 0; sequencer.turn() != Sequencer.Went.IDLE; turn++) {
                if (turn > 100) {
                    throw new IllegalStateException("The sequencer finds no end");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return head();
    }

    Checkpoint head() {
        return Checkpoint.parse(Note.parse(String.valueOf(log().head().note())).text());
    }

    LogReading log() {
        return new LogReading(sql());
    }

    /** The entries in their order. */
    List<String> entries() {
        long size = log().head().size();
        return java.util.stream.LongStream.range(0, size)
                .mapToObj(position -> new String(log().entry(position), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    JdbcClient sql() {
        return JdbcClient.create(database);
    }

    @Override
    public void close() {
        desk.close();
    }
}
