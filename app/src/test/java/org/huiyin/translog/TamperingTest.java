package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Doctor;
import org.huiyin.matter.MatterNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever can write to the database can change anything in it; doctor names what no longer fits the log. */
class TamperingTest {

    private static final String FILE = "0b0e0d52-3f5e-4c5e-9a43-7a5d6f6f1f10";

    private final LoggedTown town = new LoggedTown();
    private MatterNumber number = new MatterNumber(20260000001L);

    @BeforeEach
    void three_steps_are_in_the_log() {
        run("insert into attachment (id, kind, media_type, name, size_bytes, sha256, created_at)" + " values ('" + FILE
                + "', 'document', 'application/pdf', '验收单.pdf', 1, '" + "a".repeat(64) + "', now())");
        number = town.raise();
        town.dispatch(number);
        town.note(number, FILE);
        town.sequence();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void an_untouched_record_fits() throws Exception {
        town.raise(Map.of("confidential", true));

        assertThat(found()).isEmpty();
        town.sequence();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_changed_word_is_named() throws Exception {
        run("update step set fields = jsonb_set(fields, '{description}', '\"没有坑\"') where seq = 1");

        assertThat(found())
                .singleElement()
                .asString()
                .contains("step 1 is not what entry 1 of the log says", "was changed");
    }

    @Test
    void a_changed_public_choice_is_named_with_both_values() throws Exception {
        run("update step set fields = jsonb_set(fields, '{lead}', '22') where seq = 2");

        assertThat(found()).singleElement().asString().contains("lead is 22, the log says 21");
    }

    @Test
    void a_changed_time_below_the_second_is_named() throws Exception {
        run("update step set recorded_at = recorded_at + interval '1 microsecond' where seq = 2");

        assertThat(found()).singleElement().asString().contains("step 2");
    }

    @Test
    void a_deleted_step_is_named() throws Exception {
        run("delete from step where seq = 3");

        assertThat(found()).containsExactly("step 3 is in the log as entry 3, but its row is gone");
    }

    @Test
    void two_steps_in_another_order_are_named() throws Exception {
        run("update step set seq = 99 where seq = 2");
        run("update step set seq = 2 where seq = 3");
        run("update step set seq = 3 where seq = 99");

        assertThat(found())
                .hasSize(2)
                .anyMatch(what -> what.contains("step 2"))
                .anyMatch(what -> what.contains("step 3"));
    }

    @Test
    void a_swapped_attachment_is_named() throws Exception {
        run("update attachment set sha256 = '" + "b".repeat(64) + "'");

        assertThat(found()).singleElement().asString().contains("step 3", "an attachment");
    }

    @Test
    void a_step_slipped_in_is_named() throws Exception {
        run(
                "insert into step select matter_id, 4, 'note', account, post, unit, role, occurred_at, recorded_at, to_state, to_state, round,"
                        + " programme, programme_version, '{}', null, null, 'forged' from step where seq = 3");

        assertThat(found()).containsExactly("step 4 (note) is not in the log");
    }

    @Test
    void a_changed_entry_is_named() throws Exception {
        run(
                "update log_tail set entry = convert_to(replace(convert_from(entry, 'UTF8'), '\"lead\":21', '\"lead\":22'), 'UTF8')");

        assertThat(found())
                .anyMatch(what -> what.contains("do not lead to the root that was signed"))
                .anyMatch(what -> what.contains("lead is 21, the log says 22"));
    }

    @Test
    void a_removed_entry_is_named() throws Exception {
        run("delete from log_tail where position = 2");

        assertThat(found()).contains("the log has 2 entries, its head says 3");
    }

    @Test
    void a_database_rolled_back_is_named() throws Exception {
        Note later = town.keys.sign(new Checkpoint("town.example/log", 9, new byte[32]));
        town.keys.keepNewest(later);

        assertThat(found())
                .containsExactly("the database was rolled back: a checkpoint of 9 entries was signed, the log has 3");
    }

    @Test
    void what_was_made_unknown_leaves_the_log_whole() throws Exception {
        try (Connection connection = town.database.getConnection()) {
            new Salts().forget(connection, new Long[] {number.id()});
        }
        run("update step set fields = fields - 'description' - 'title' - 'where', sealed = null");

        assertThat(found())
                .allMatch(what -> what.contains("was not anonymised"))
                .hasSize(3);
        run("insert into anonymised select " + number.id() + ", now(), 'request'");
        assertThat(found()).isEmpty();
    }

    private void run(String sql) {
        town.sql().sql(sql).update();
    }

    private List<String> found() throws SQLException {
        try (Connection connection = town.database.getConnection()) {
            connection.setAutoCommit(false);
            List<String> found = new LogExaminer(town.equipment, town.keys)
                    .examine(connection).stream().map(Doctor.Difference::what).toList();
            connection.rollback();
            return found;
        }
    }
}
