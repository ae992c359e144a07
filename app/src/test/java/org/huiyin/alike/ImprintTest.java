package org.huiyin.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.text.CsvFile;
import org.junit.jupiter.api.Test;

class ImprintTest {

    private static final Path MESSAGES = Path.of("../../shared/data/teddy2020/requests_labelled.csv");

    @Test
    void one_text_is_alike_however_it_is_typed() {
        Imprint typed = Imprint.of("园林路 １２号 路灯不亮,晚上看不见路");

        assertThat(typed.alike(Imprint.of("园林路12号路灯不亮，晚上\n看不见路"))).isEqualTo(1);
        assertThat(typed.alike(Imprint.of("小区门口的垃圾三天没有人收，气味很大"))).isZero();
    }

    @Test
    void nothing_is_like_nothing() {
        assertThat(Imprint.of("").alike(Imprint.of("，。！"))).isZero();
        assertThat(Imprint.of("？").bands()).isEmpty();
    }

    @Test
    void names_of_estates_are_told_apart_and_found_again() {
        int[] here = Spots.of("我们碧桂园小区停水了");

        assertThat(Spots.of("碧桂园小区又停水")).isEqualTo(here).hasSize(1);
        assertThat(Spots.of("和平小区停水")).doesNotContain(here);
        assertThat(Spots.of("园林路停水")).isEmpty();
    }

    @Test
    void edited_copies_of_real_messages_are_found_and_others_are_not() {
        assumeThat(Files.exists(MESSAGES))
                .as("the shared messages are not here")
                .isTrue();
        List<String> texts = new ArrayList<>();
        new CsvFile(MESSAGES)
                .read(
                        columns -> assertThat(columns).contains("留言主题"),
                        row -> texts.add(CsvFile.cell(row, "留言主题") + "\n" + CsvFile.cell(row, "留言详情")));

        List<Planted.Result> results = new Planted(texts, 7).results(300);

        assertThat(results).allSatisfy(result -> assertThat(result.precision()).isGreaterThanOrEqualTo(0.95));
        assertThat(results.get(0).recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(results.get(1).recall()).isGreaterThanOrEqualTo(0.85);
    }
}
