package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.matter.TestDesk.ROADS;
import static org.huiyin.matter.TestDesk.ROADS_HANDLER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.matter.Rederivation.Went;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.PublishedCalendars;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RederivationTest {

    private static final Instant FRIDAY_EVENING = TestClock.instant("2026-03-10T17:30");
    private static final Instant MONDAY_EVENING = TestClock.instant("2026-03-12T17:30");

    private final PublishedCalendars calendars = new PublishedCalendars();
    private final TestDesk town = new TestDesk(ProgrammeReader.packaged(), calendars);
    private final JdbcClient database = JdbcClient.create(town.database);

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void open_clocks_follow_the_published_calendar_and_ended_ones_keep_theirs() throws SQLException {
        MatterNumber number = inHand();
        assertThat(resolve(number).deadline().due()).isEqualTo(FRIDAY_EVENING);
        String before = calendars.current().calendar().version();

        calendars.dayOff("2026-03-05", "2026-03-06");
        takeOver(new Rederivation(town.equipment));

        String after = calendars.current().calendar().version();
        assertThat(resolve(number).deadline().due()).isEqualTo(MONDAY_EVENING);
        assertThat(resolve(number).calendar()).isEqualTo(after);
        assertThat(town.matter(number).clocks())
                .filteredOn(clock -> !clock.open())
                .extracting(Clock::calendar)
                .containsOnly(before);
        assertThat(due("select due_at from on_desk where matter_id = :matter", number))
                .isEqualTo(town.matter(number).due())
                .isEqualTo(due("select due_at from matter where id = :matter", number));
    }

    @Test
    void a_step_judges_by_the_calendar_in_force_even_before_its_matter_was_taken_over() throws SQLException {
        MatterNumber number = inHand();
        calendars.dayOff("2026-03-05", "2026-03-06");
        town.clock.forward(Duration.between(town.clock.instant(), FRIDAY_EVENING.plusSeconds(60)));

        Map<String, Object> asked = Map.of("days", 2, "extension-reason", "停电两天，无法施工");
        Matter matter = town.taken(number, ROADS_HANDLER, "request-extension", asked);

        assertThat(matter.state()).isEqualTo("extension-asked");
        assertThat(resolve(number).deadline().due()).isEqualTo(MONDAY_EVENING);
        takeOver(new Rederivation(town.equipment));
    }

    @Test
    void merged_matters_are_answered_under_a_later_calendar_too() throws SQLException {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));
        calendars.dayOff("2026-03-05", "2026-03-06");

        town.answered(first);

        assertThat(town.matter(second).state()).isEqualTo("answered");
        takeOver(new Rederivation(town.equipment));
    }

    @Test
    void a_pass_that_is_killed_again_and_again_takes_over_every_clock_once() throws Exception {
        List<MatterNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(inHand());
        }
        calendars.dayOff("2026-03-05", "2026-03-06");
        Rederivation pass = new Rederivation(town.equipment, 6);

        int killed = 0;
        for (Went went = Went.ON; went == Went.ON; ) {
            if (killed < 5 && pass.progress().isPresent()) {
                killed += killOne(pass) ? 1 : 0;
            }
            went = pass.batch();
        }
        takeOver(pass);

        assertThat(killed).isEqualTo(5);
        assertThat(pass.progress().orElseThrow().clocks())
                .isEqualTo(pass.progress().orElseThrow().expected());
        assertThat(numbers)
                .allSatisfy(one -> assertThat(resolve(one).deadline().due()).isEqualTo(MONDAY_EVENING));
    }

    @Test
    void two_machines_and_people_at_work_do_not_get_in_its_way() throws Exception {
        List<MatterNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(inHand());
        }
        calendars.dayOff("2026-03-05", "2026-03-06");
        List<Callable<Object>> all = new ArrayList<>();
        for (int machine = 0; machine < 2; machine++) {
            all.add(() -> untilNothingIsLeft(new Rederivation(town.equipment, 6)));
        }
        for (MatterNumber number : numbers) {
            all.add(() -> town.take(number, ROADS_HANDLER, "contact", Map.of("means", "phone")));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> one : threads.invokeAll(all)) {
                assertThat(one.get()).isNotNull();
            }
        }
        takeOver(new Rederivation(town.equipment));

        assertThat(numbers).allSatisfy(one -> {
            assertThat(resolve(one).deadline().due()).isEqualTo(MONDAY_EVENING);
            assertThat(town.matter(one).lastStep()).isEqualTo("contact");
        });
    }

    @Test
    void what_a_machine_wrote_that_had_not_heard_of_it_yet_is_found_before_the_pass_ends() throws SQLException {
        inHand();
        calendars.dayOff("2026-03-05", "2026-03-06");
        Rederivation pass = new Rederivation(town.equipment);
        assertThat(untilNothingIsLeft(pass)).isEqualTo(Went.SETTLING);

        Desk.Equipment elsewhere =
                TestDesk.equipment(town.database, ProgrammeReader.packaged(), calendars.stale(), town.clock);
        MatterNumber late;
        try (Desk desk = new Desk(elsewhere, 1)) {
            late = TestDesk.number(desk.perform(StepRequest.begin(
                    "three-lists", "raise", TestDesk.RESIDENT, TestDesk.raising(Map.of()), List.of(), "late")));
        }
        takeOver(pass);

        assertThat(town.matter(late).clocks())
                .extracting(Clock::calendar)
                .containsOnly(calendars.current().calendar().version());
    }

    /** Begins a batch as the pass does and has its connection cut before it is committed. */
    private boolean killOne(Rederivation pass) throws SQLException {
        try (var connection = town.database.getConnection()) {
            connection.setAutoCommit(false);
            int backend = JdbcClient.create(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true))
                    .sql("select pg_backend_pid()")
                    .query(Integer.class)
                    .single();
            pass.batch(connection, calendars.current());
            database.sql("select pg_terminate_backend(:pid, 5000)")
                    .param("pid", backend)
                    .query(Boolean.class)
                    .single();
            connection.commit();
            return false;
        } catch (SQLException cut) {
            return true;
        }
    }

    private void takeOver(Rederivation pass) throws SQLException {
        untilNothingIsLeft(pass);
        town.clock.forward(Duration.ofSeconds(11));
        assertThat(untilNothingIsLeft(pass)).isEqualTo(Went.DONE);
    }

    private static Went untilNothingIsLeft(Rederivation pass) throws SQLException {
        Went went = Went.ON;
        while (went == Went.ON) {
            went = pass.batch();
        }
        return went;
    }

    private MatterNumber inHand() {
        MatterNumber number = town.raise();
        town.taken(number, TestDesk.DISPATCHER, "dispatch", TestDesk.dispatching(ROADS));
        town.taken(number, ROADS_HANDLER, "sign", Map.of());
        return number;
    }

    private Clock resolve(MatterNumber number) {
        return town.matter(number).openClock("resolve").orElseThrow();
    }

    private Instant due(String sql, MatterNumber number) {
        return database.sql(sql)
                .param("matter", number.id())
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
