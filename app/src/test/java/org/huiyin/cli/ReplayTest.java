package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.replay.Conservation;
import org.huiyin.replay.Rate;
import org.huiyin.replay.Reading;
import org.huiyin.replay.RecordKind;
import org.huiyin.replay.RefusedStep;
import org.huiyin.replay.Replayed;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Path OWN = Path.of("src/test/resources/replay/baltimore.csv");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_missing_file_is_said_in_one_sentence_before_anything_starts() {
        int exit = replay("--as", "baltimore-311", "none.csv");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("huiyin: There is no file none.csv.\n");
    }

    @Test
    void an_unknown_kind_is_answered_with_the_known_ones() {
        int exit = replay("--as", "boston", OWN.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("“boston”; there are baltimore-311 and teddy-replied.");
    }

    @Test
    void a_table_of_another_kind_is_refused() {
        int exit = replay("--as", "teddy-replied", OWN.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("is not a teddy-replied table; missing columns: 留言编号");
    }

    @Test
    void the_last_line_is_one_json_object() {
        report(new Rate(1, 4), List.of());

        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("{\"matters\":11,\"steps\":50,\"refused\":0,\"onTimeRate\":0.25,\"fileOnTimeRate\":0.25,"
                        + "\"conserved\":true,\"seconds\":1.500,\"newSteps\":50,\"malformed\":6}");
    }

    @Test
    void where_nothing_can_be_judged_the_rate_is_null() {
        report(new Rate(0, 0), List.of());

        assertThat(out.toString()).contains("\"onTimeRate\":null,\"fileOnTimeRate\":null", "nothing to judge");
    }

    @Test
    void what_was_left_out_and_refused_is_listed() {
        report(new Rate(1, 4), List.of(new RefusedStep("T-18", 20, "raise", "the programme was not in force then")));

        assertThat(out.toString())
                .contains("Malformed: line 11, column CloseDate: closed before it was created")
                .contains("Refused: T-18 (line 20), raise: the programme was not in force then");
    }

    private void report(Rate rate, List<RefusedStep> refused) {
        var lists = new TreeMap<>(Map.of("task", 11L));
        var replayed = new Replayed(11, 50, 50, refused, rate, rate, new Conservation(11, lists, lists));
        new ReplayReport(Reading.of(RecordKind.BALTIMORE_311, OWN), replayed, Duration.ofMillis(1500))
                .print(new PrintWriter(out, true));
    }

    private int replay(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "replay";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Huiyin.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
