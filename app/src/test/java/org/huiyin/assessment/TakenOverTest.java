package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.huiyin.matter.Doctor;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Rederivation;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TakenOverTest {

    private final CountedTown town = new CountedTown();

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void a_published_calendar_moves_what_is_judged_later() throws SQLException {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        assertThat(judged()).isEqualTo(TestClock.instant("2026-03-10T17:30"));

        town.calendars.dayOff("2026-03-05", "2026-03-06");
        takeOver();

        assertThat(judged()).isEqualTo(TestClock.instant("2026-03-12T17:30"));
    }

    @Test
    void a_step_that_comes_before_the_pass_counts_by_the_calendar_in_force() throws SQLException {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.calendars.dayOff("2026-03-05", "2026-03-06");

        town.step(matter, "sign", Map.of());

        assertThat(judged()).isEqualTo(TestClock.instant("2026-03-12T17:30"));
        town.calendars.dayOff("2026-03-05", "2026-03-05");
        takeOver();
        assertThat(judged()).isEqualTo(TestClock.instant("2026-03-11T17:30"));
    }

    private void takeOver() throws SQLException {
        Rederivation pass = new Rederivation(town.equipment);
        while (pass.batch() == Rederivation.Went.ON) {
            // the next batch
        }
        town.clock.forward(Duration.ofSeconds(11));
        assertThat(pass.batch()).isEqualTo(Rederivation.Went.DONE);
    }

    private java.time.Instant judged() {
        return JdbcClient.create(town.database)
                .sql("select due_at from judged_clock where clock = 'resolve'")
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }
}
