package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckTest {

    private static final Path SHIPPED = Path.of("..", "programmes", "three-lists");

    @TempDir
    private Path programmes;

    private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void a_copy_of_the_three_lists() throws IOException {
        folder = Files.createDirectory(programmes.resolve("three-lists"));
        for (String file : new String[] {"programme.yaml", "scenarios.yaml"}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
    }

    private int check(String... more) {
        CommandLine line = Huiyin.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = new String[more.length + 2];
        arguments[0] = "check";
        arguments[1] = programmes.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return line.execute(arguments);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    @Test
    void right_programmes_pass_with_a_table() {
        assertThat(check()).isZero();
        assertThat(out.toString()).contains("three-lists").contains("检查通过");
    }

    @Test
    void a_misspelt_key_fails_with_its_line_and_what_was_meant() throws IOException {
        change("programme.yaml", "bulk: true", "bluk: true");

        assertThat(check("--lang", "en")).isEqualTo(1);
        assertThat(out.toString())
                .contains("three-lists/programme.yaml:")
                .contains("$.steps.dispatch.bluk: There is no key \"bluk\". Did you mean \"bulk\"?");
    }

    @Test
    void a_changed_rule_fails_the_scenarios_that_told_it() throws IOException {
        change("programme.yaml", "help: 5wd", "help: 6wd");

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).contains("国庆前下午派出的求助件").contains("2022-10-13 17:30");
    }

    @Test
    void a_programme_without_scenarios_is_not_right_yet() throws IOException {
        Files.delete(folder.resolve("scenarios.yaml"));

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).contains("没有 scenarios.yaml");
    }

    @Test
    void a_directory_that_is_not_there_is_said_in_one_sentence() {
        int code = Huiyin.line()
                .setErr(new PrintWriter(err))
                .execute("check", programmes.resolve("no").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("huiyin: There is no directory").hasLineCount(1);
    }
}
