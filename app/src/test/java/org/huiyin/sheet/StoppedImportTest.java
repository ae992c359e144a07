package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.account.ByLogin;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.frame.Pages;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoppedImportTest {

    private static final int ROWS = 3000;

    private final TestApp app = TestApp.start();

    @Test
    void an_import_stopped_half_way_leaves_nothing_and_can_be_done_again() throws IOException {
        app.bean(DemoCity.class).load(Progress.SILENT);
        var page =
                app.bean(Pages.class).of(app.bean(ByLogin.class).of("chaoyang").orElseThrow(), Locale.CHINESE);
        Imports imports = app.bean(Imports.class);
        SheetIntake intake = imports.find("matters", page.reader()).orElseThrow();
        Path table = Files.createTempFile("huiyin", ".csv");
        Files.writeString(
                table,
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "停表%d,具体情况,421002005001\r\n".formatted(i))
                        .collect(Collectors.joining("", "标题,具体情况,所在地\r\n", "")));

        assertThatThrownBy(() -> imports.take(page, intake, table, false, (rows, of) -> {
                    if (rows > ROWS / 2) {
                        throw new JobRuns.Stopped();
                    }
                }))
                .isInstanceOf(JobRuns.Stopped.class);

        assertThat(stored()).isZero();
        assertThat(imports.take(page, intake, table, false, Exports.Progress.SILENT)
                        .added())
                .isEqualTo(ROWS);
        assertThat(stored()).isEqualTo(ROWS);
        assertThat(imports.take(page, intake, table, false, Exports.Progress.SILENT)
                        .same())
                .isEqualTo(ROWS);
        Files.delete(table);
    }

    private long stored() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from matter where title like '停表%'")
                .query(Long.class)
                .single();
    }
}
