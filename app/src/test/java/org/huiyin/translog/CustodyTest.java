package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.MatterNumber;
import org.huiyin.translog.Custody.Came;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustodyTest {

    private final LoggedTown town = new LoggedTown();
    private final Custody custody = new Custody(town.database, town.keys, town.clock);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_change_of_keys_is_said_in_public_and_old_receipts_stay_good() {
        MatterNumber number = town.raise();
        town.sequence();
        Receipt old = receipt(number).orElseThrow();
        VerifierKey first = town.keys.verifiers().getFirst();

        Came.Done rotated = (Came.Done) custody.rotate();
        town.sequence();
        Came retired = custody.retire(first.idHex());
        town.raise();
        town.sequence();

        VerifierKey second = VerifierKey.parse(rotated.key());
        assertThat(retired).isInstanceOf(Came.Done.class);
        assertThat(town.log().statements()).hasSize(2).allSatisfy(said -> {
            assertThat(said).startsWith("town.example/log\nhuiyin-statement/1\n");
            assertThat(Note.parse(said).check(List.of(first))).isInstanceOf(Note.Checked.Signed.class);
        });
        assertThat(new ReceiptCheck(List.of(first)).check(old)).isInstanceOf(Verdict.Proven.class);
        assertThat(new ReceiptCheck(List.of(second)).check(old)).isInstanceOf(Verdict.Refuted.class);
        assertThat(new ReceiptCheck(List.of(second)).check(receipt(number).orElseThrow()))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(custody.retire(second.idHex())).isInstanceOf(Came.NoOtherKey.class);
    }

    @Test
    void a_restored_backup_goes_on_as_another_log_and_says_so() throws Exception {
        town.raise();
        town.sequence();
        String yesterday = Files.readString(town.keys.newestFile());
        VerifierKey before = town.keys.verifiers().getFirst();
        MatterNumber lost = town.raise();
        town.sequence();
        Receipt kept = receipt(lost).orElseThrow();
        rollBackTo(yesterday);

        assertThatThrownBy(town::sequence).isInstanceOf(Stopped.class);
        assertThat(custody.state().still()).contains("older than what was signed");
        Came.Done came = (Came.Done) custody.resume("机房断电\n从昨天的备份恢复");
        town.raise();
        Checkpoint head = town.sequence();

        assertThat(head.origin()).isEqualTo("town.example/log/2");
        assertThat(head.size()).isEqualTo(2);
        assertThat(came.statement())
                .contains("ended at: 2 ", "restored at: 1 ", "goes on as: " + came.key(), "because: 机房断电 从昨天的备份恢复");
        assertThat(Note.parse(came.statement()).check(List.of(before))).isInstanceOf(Note.Checked.Signed.class);
        assertThat(new ReceiptCheck(List.of(before)).check(kept))
                .as("what was lost can still be proved")
                .isInstanceOf(Verdict.Proven.class);
        assertThat(town.log().keys())
                .extracting(LogView.Key::verifier, key -> key.retired() != null)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(before.toString(), true),
                        org.assertj.core.groups.Tuple.tuple(came.key(), false));
        assertThat(custody.state().still()).isNull();
        assertThat(custody.resume("再来一次")).isInstanceOf(Came.NothingToResume.class);
        assertThat(Custody.successor("town.example/log/2")).isEqualTo("town.example/log/3");
    }

    @Test
    void a_log_that_goes_on_is_not_ended() {
        town.raise();
        town.sequence();

        assertThat(custody.resume("试一试")).isInstanceOf(Came.NothingToResume.class);
        assertThat(town.sequence().origin()).isEqualTo("town.example/log");
        assertThat(town.log().statements()).isEmpty();
    }

    @Test
    void what_is_said_stays_on_its_line() {
        Statement said = new Statement("town.example/log", town.clock.instant(), Map.of("because", "一\n— x\u0000\r二"));

        assertThat(said.text().lines()).hasSize(4).last().isEqualTo("because: 一 — x  二");
        assertThatThrownBy(() -> Checkpoint.parse(said.text()))
                .as("nobody takes it for a checkpoint")
                .isInstanceOf(Unreadable.class);
    }

    private Optional<Receipt> receipt(MatterNumber number) {
        return new Receipts(town.log(), town.equipment)
                .of(number, 1, told -> true)
                .map(receipt -> Receipt.parse(receipt.written()));
    }

    private void rollBackTo(String note) {
        Checkpoint older = Checkpoint.parse(Note.parse(note).text());
        town.sql().sql("delete from log_leaf where position >= 1").update();
        town.sql().sql("delete from log_tail where position >= 1").update();
        town.sql()
                .sql("update log_head set size = 1, root = :root, note = :note")
                .param("root", older.root())
                .param("note", note)
                .update();
        town.sequencer = new Sequencer(town.equipment, town.keys, LoggedTown.UNTOLD);
    }
}
