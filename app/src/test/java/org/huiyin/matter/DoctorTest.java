package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoctorTest {

    private final TestDesk town = new TestDesk();
    private final JdbcClient database = JdbcClient.create(town.database);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_sound_record_is_sound() throws SQLException {
        town.answered(town.raise());

        assertThat(found()).isEmpty();
    }

    @Test
    void a_step_that_is_gone_leaves_a_gap() throws SQLException {
        MatterNumber number = town.raise();
        town.answered(number);
        database.sql("delete from step where matter_id = :matter and seq = 3")
                .param("matter", number.id())
                .update();

        assertThat(found()).contains("step 4 (conclude) comes where step 3 should be");
    }

    @Test
    void a_step_from_another_state_breaks_the_chain() throws SQLException {
        MatterNumber number = town.raise();
        town.answered(number);
        database.sql("update step set from_state = 'suspended' where matter_id = :matter and seq = 4")
                .param("matter", number.id())
                .update();

        assertThat(found()).contains("step 4 (conclude) leaves \"suspended\", but the matter stood in \"in-hand\"");
    }

    @Test
    void a_key_that_is_gone_or_began_nothing_is_told() throws SQLException {
        MatterNumber number = town.raise();
        database.sql("update begun set key = 'another' where matter_id = :matter")
                .param("matter", number.id())
                .update();

        assertThat(found()).contains("its first step is not known by its key", "the key another did not begin it");
    }

    @Test
    void a_count_that_no_last_step_bears_out_is_told() throws SQLException {
        town.raise();
        database.sql("update list_tally set n = n + 2").update();

        assertThat(found()).contains("three-lists: problem: 3 counted, the last step of 1 leads there");
    }

    @Test
    void tables_filled_from_the_steps_alone_are_sound() throws SQLException {
        town.answered(town.raise());
        for (String table : List.of("matter", "clock", "on_desk", "list_tally")) {
            database.sql("delete from " + table).update();
        }
        assertThat(found()).contains("missing");

        long steps = Folding.fill(town.equipment, StepStream.Range.ALL, 0, n -> {});

        assertThat(steps).isGreaterThan(4);
        assertThat(found()).isEmpty();
    }

    private List<String> found() throws SQLException {
        return new Doctor(town.equipment)
                .examine(n -> {}).differences().stream()
                        .map(Doctor.Difference::what)
                        .toList();
    }
}
