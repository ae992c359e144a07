package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.huiyin.programme.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterReaderTest {

    private static final Path SHIPPED = Path.of("..", "registers");

    private static String said(String text) {
        StringBuilder said = new StringBuilder();
        for (Problem problem : new RegisterReader().read("register.yaml", text).problems()) {
            said.append(problem.line(Locale.ENGLISH)).append('\n');
        }
        return said.toString();
    }

    private static String shipped(String name) throws IOException {
        return Files.readString(SHIPPED.resolve(name).resolve("register.yaml"));
    }

    @Test
    void the_registers_that_come_along_are_right() {
        RegisterReader.Reading reading = new RegisterReader().read(SHIPPED);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.registers().all()).hasSizeGreaterThanOrEqualTo(11);
        assertThat(Path.of("src/main/resources/register.schema.json"))
                .hasSameTextualContentAs(Path.of("../docs/register.schema.json"));
    }

    @Test
    void what_cannot_be_meant_is_said_with_its_line() throws IOException {
        String homes = shipped("deputy-homes");

        assertThat(said(homes.replace("title: name", "title: nmae")))
                .contains("There is no field \"nmae\"")
                .contains("register.yaml:");
        assertThat(said(homes.replace("identity: {zh: 名称, en: name, of: [name]}", "tallied-by: head")))
                .contains("Entries are tallied by a choice");
        assertThat(said(homes.replace("  address:", "  place:"))).contains("used by the system");
        assertThat(said(homes.replace("admin everywhere", "admin sometimes"))).isNotEmpty();
        assertThat(said(homes + "strict: true\n")).contains("cannot be public");
        assertThat(said("register: [")).isNotEmpty();
        assertThat(said("")).contains("register");
    }

    @Test
    void two_registers_may_not_share_a_prefix_or_lie_in_each_other(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"deputy-homes", "deputy-stations"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("deputy-homes/register.yaml"),
                shipped("deputy-homes").replace("prefix: DJ", "prefix: LZ\nparent: {of: [deputy-stations]}"));
        Files.writeString(folder.resolve("deputy-stations/register.yaml"), shipped("deputy-stations"));

        assertThat(new RegisterReader().read(folder).problems())
                .extracting(Problem::slug)
                .contains("register-prefix", "register-circle");
    }
}
