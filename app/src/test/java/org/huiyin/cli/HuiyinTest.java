package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuiyinTest {

    @TempDir
    private Path folder;

    @AfterEach
    void forget_where_logs_go() {
        Logs.forget();
    }

    @Test
    void help_lists_the_commands() {
        var said = run("--help");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("demo", "serve", "test", "bench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve"})
    void each_command_explains_itself(String command) {
        var said = run(command, "--help");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("Usage: huiyin " + command);
    }

    @Test
    void every_option_has_a_description() {
        for (var command : Huiyin.line().getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description())
                            .as(option.longestName())
                            .isNotEmpty());
        }
    }

    @Test
    void an_unknown_command_is_refused_with_the_nearest_one() {
        var said = run("dmo");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("'dmo'").contains("huiyin demo").doesNotContain("\tat ");
    }

    @Test
    void an_unknown_option_is_refused() {
        var said = run("demo", "--prt");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--prt").contains("./huiyin demo --help");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(socket.getLocalPort());

            var said = run("demo", "--port", port, "--data", folder.toString());

            assertRefused(said, "Port " + port + " is taken");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        var said = run("serve", "--port", "0", "--database-url", "jdbc:postgresql://localhost:1/city?password=secret");

        assertRefused(said, "The database jdbc:postgresql://localhost:1/city cannot be reached");
        assertThat(said.err()).doesNotContain("secret");
    }

    @Test
    void an_address_of_another_kind_of_database_is_refused() {
        var said = run("serve", "--port", "0", "--database-url", "mysql://localhost/city");

        assertRefused(said, "begins with jdbc:postgresql://");
    }

    @Test
    void a_data_directory_below_a_file_is_refused() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        var said = run("demo", "--port", "0", "--data", file.resolve("below").toString());

        assertRefused(said, "cannot be written to");
    }

    private static void assertRefused(Said said, String sentence) {
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith("huiyin: ").contains(sentence).hasLineCount(1);
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Huiyin.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    /** What a command left on the console. */
    private record Said(int exit, String out, String err) {}
}
