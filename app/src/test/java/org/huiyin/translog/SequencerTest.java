package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private final LoggedTown town = new LoggedTown();
    private final TreeHash hash = new TreeHash();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void an_empty_log_has_a_signed_head() {
        assertThat(town.sequence()).satisfies(head -> {
            assertThat(head.size()).isZero();
            assertThat(head.root()).isEqualTo(SlowTree.root(List.of()));
            assertThat(head.origin()).isEqualTo("town.example/log");
        });
    }

    @Test
    void an_entry_shows_what_the_board_shows() {
        MatterNumber number = town.raise();
        town.dispatch(number);
        town.sequence();

        assertThat(town.entries().getFirst())
                .matches("\\{\"fields\":\\{\"category\":\"roads\",\"place\":\"421002001001\"},\"matter\":\"" + number
                        + "\",\"occurred\":\"2026-03-03T01:00:00Z\",\"programme\":\"three-lists\","
                        + "\"recorded\":\"2026-03-03T01:00:00Z\",\"sealed\":\"[A-Za-z0-9+/]{43}=\",\"sequence\":1,"
                        + "\"step\":\"raise\",\"to\":\"problem\",\"v\":1,\"version\":1}");
        assertThat(town.entries().getLast())
                .contains("\"from\":\"problem\"", "\"to\":\"task\"", "\"unit\":10", "\"lead\":21", "\"sequence\":2");
    }

    @Test
    void an_entry_of_a_confidential_matter_shows_lists_and_nothing_else() {
        MatterNumber number = town.raise(Map.of("confidential", true));
        town.dispatch(number);
        town.step(number, "contact", Map.of("means", "phone"));
        town.sequence();

        assertThat(town.entries().get(0))
                .matches("\\{\"programme\":\"three-lists\",\"sealed\":\"[^\"]+\",\"to\":\"problem\",\"v\":1}");
        assertThat(town.entries().get(1))
                .matches(
                        "\\{\"from\":\"problem\",\"programme\":\"three-lists\",\"sealed\":\"[^\"]+\",\"to\":\"task\",\"v\":1}");
        assertThat(town.entries().get(2)).matches("\\{\"sealed\":\"[^\"]+\",\"v\":1}");
    }

    @Test
    void of_a_step_the_public_is_not_told_of_an_entry_says_only_that_it_was_taken() {
        MatterNumber number = town.raise();
        town.dispatch(number);
        town.step(number, "urge", Map.of("urge-note", "请尽快办理"));
        town.sequence();

        assertThat(town.entries().getLast())
                .matches(
                        "\\{\"from\":\"task\",\"matter\":\"" + number
                                + "\",\"programme\":\"three-lists\",\"sealed\":\"[^\"]+\",\"sequence\":3,\"to\":\"task\",\"v\":1}");
    }

    @Test
    void tiles_and_root_are_those_of_the_definition_however_the_entries_came() {
        for (int turn = 0; turn < 9; turn++) {
            for (int i = 0; i < 20 + turn; i++) {
                MatterNumber number = town.raise();
                town.dispatch(number);
                town.answer(number);
            }
            Checkpoint head = town.sequence();

            List<byte[]> leaves = town.entries().stream()
                    .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                    .toList();
            assertThat(leaves).hasSize((int) head.size());
            assertThat(head.root()).isEqualTo(SlowTree.root(leaves));
            assertThat(Proofs.root(town.log().tree(head.size(), hash), head.size(), hash))
                    .isEqualTo(head.root());
            assertThat(Proofs.inclusion(town.log().tree(head.size(), hash), 3, head.size(), hash))
                    .containsExactlyElementsOf(SlowTree.path(3, leaves));
        }
        assertThat(town.head().size()).isGreaterThan(2 * Tiles.WIDTH);
    }

    @Test
    void another_machine_goes_on_where_the_first_stopped() {
        town.raise();
        town.sequence();
        town.raise();
        Sequencer first = town.sequencer;
        town.sequencer = new Sequencer(town.equipment, town.keys, LoggedTown.UNTOLD);
        town.sequence();
        town.raise();
        town.sequencer = first;

        assertThat(town.sequence().root())
                .isEqualTo(SlowTree.root(town.entries().stream()
                        .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                        .toList()));
        assertThat(town.entries()).hasSize(3);
    }

    @Test
    void counts_belong_to_the_checkpoint_they_stand_with() {
        MatterNumber number = town.raise();
        town.raise(Map.of("confidential", true));
        town.dispatch(number);
        town.sequence();

        assertThat(town.log().head().counts()).isEqualTo("{\"three-lists\":{\"problem\":1,\"task\":1}}");
        assertThat(town.log().head().countsNote()).isEqualTo(town.log().head().note());
    }

    @Test
    void steps_from_before_the_log_are_entered_first_and_in_their_order() {
        try (LoggedTown before = new LoggedTown(town.database, false)) {
            MatterNumber old = before.raise();
            MatterNumber older = before.raise(Map.of("confidential", true));
            before.dispatch(old);
            before.dispatch(older);
            town.answer(old);

            town.sequence();

            assertThat(town.entries()).hasSize(5);
            assertThat(town.entries().subList(0, 2))
                    .allSatisfy(entry -> assertThat(entry).contains(old.toString()));
            assertThat(town.entries().subList(2, 4))
                    .allSatisfy(entry -> assertThat(entry).doesNotContain(older.toString()));
            assertThat(town.entries().getLast()).contains(old.toString(), "\"sequence\":3");
        }
    }

    @Test
    void a_new_key_signs_beside_the_old_one_until_that_is_retired() throws Exception {
        town.raise();
        town.sequence();
        VerifierKey old = town.keys.verifiers().getFirst();

        VerifierKey next = town.keys.add();
        town.sequence();

        Note both = Note.parse(String.valueOf(town.log().head().note()));
        assertThat(both.check(List.of(old))).isInstanceOf(Note.Checked.Signed.class);
        assertThat(both.check(List.of(next))).isInstanceOf(Note.Checked.Signed.class);

        assertThat(town.keys.remove(old.idHex())).contains(old);
        town.sequence();

        Note one = Note.parse(String.valueOf(town.log().head().note()));
        assertThat(one.check(List.of(old))).isInstanceOf(Note.Checked.Unsigned.class);
        assertThat(one.check(List.of(next))).isInstanceOf(Note.Checked.Signed.class);
        assertThat(town.log().keys())
                .extracting(LogView.Key::verifier, known -> known.retired() != null)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(old.toString(), true),
                        org.assertj.core.groups.Tuple.tuple(next.toString(), false));
        assertThat(town.keys.remove(next.idHex())).as("the last key stays").isEmpty();
    }

    @Test
    void a_stranger_key_signs_nothing() {
        town.raise();
        town.sequence();
        LogKeys strange = new LogKeys(town.directory.resolve("other.key"), "town.example/log");
        town.sequencer = new Sequencer(town.equipment, strange, LoggedTown.UNTOLD);

        assertThatThrownBy(town::sequence).isInstanceOf(Stopped.class).hasMessageContaining("other.key");
    }

    @Test
    void a_database_older_than_what_was_signed_gets_no_signature() throws Exception {
        town.raise();
        town.sequence();
        String yesterday = Files.readString(town.keys.newestFile());
        town.raise();
        town.sequence();
        town.sql().sql("delete from log_leaf where position = 1").update();
        town.sql().sql("delete from log_tail where position = 1").update();
        Checkpoint older = Checkpoint.parse(Note.parse(yesterday).text());
        town.sql()
                .sql("update log_head set size = 1, root = :root, note = :note")
                .param("root", older.root())
                .param("note", yesterday)
                .update();

        assertThatThrownBy(town::sequence)
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("older than what was signed");
    }
}
