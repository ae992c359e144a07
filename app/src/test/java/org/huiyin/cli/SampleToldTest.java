package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huiyin.matter.MatterNumber;
import org.huiyin.sample.Fault;
import org.huiyin.sample.Verification.Finding;
import org.junit.jupiter.api.Test;

class SampleToldTest {

    private static final MatterNumber SUCH = MatterNumber.of(2026, 1);
    private static final Instant AT = Instant.parse("2026-04-01T04:00:00Z");
    private static final List<Fault> FAULTS = List.of(
            new Fault.SeedAgainstCommitment(false),
            new Fault.SeedAgainstCommitment(true),
            new Fault.CommittedLate(AT, AT.minusSeconds(43_200)),
            new Fault.LeftOut(2, SUCH),
            new Fault.PutIn(1, SUCH),
            new Fault.UnderOtherUnit(1, SUCH),
            new Fault.OutOfOrder(1, SUCH),
            new Fault.ChosenOtherwise(3, SUCH),
            new Fault.Missing());

    @Test
    void every_fault_has_a_sentence_of_its_own_in_both_languages() {
        String zh = told(Locale.CHINESE, true, new Finding.False("three-lists", "callback", FAULTS));
        String en = told(Locale.ENGLISH, true, new Finding.False("three-lists", "look-back", FAULTS));

        assertThat(zh.lines()).hasSize(10).doesNotHaveDuplicates();
        assertThat(zh).contains("回访（three-lists）：不一致，9 处", "种子被改过", "指纹被改过", "如 " + SUCH, "2026-04-01T12:00+08:00");
        assertThat(en.lines()).hasSize(10).doesNotHaveDuplicates();
        assertThat(en).contains("Look-backs (three-lists): does NOT agree", "the seed was changed", "taken away");
    }

    @Test
    void without_verify_it_says_that_there_are_faults_and_how_to_see_them() {
        String said = told(Locale.ENGLISH, false, new Finding.False("three-lists", "callback", FAULTS));

        assertThat(said).contains("in 9 respects", "--verify").doesNotContain("seed");
    }

    private static String told(Locale locale, boolean verify, Finding finding) {
        StringWriter out = new StringWriter();
        new SampleTold(locale, verify, new PrintWriter(out)).tell(finding);
        return out.toString();
    }
}
