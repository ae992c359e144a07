package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script before any Java runs. */
class LauncherTest {

    @TempDir
    private Path folder;

    @Test
    void a_machine_without_the_right_jdk_is_told_so() throws Exception {
        for (var tool : List.of("dirname", "readlink", "grep")) {
            Files.copy(Path.of("/usr/bin", tool), folder.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        var builder = new ProcessBuilder(List.of("/bin/sh", Path.of("../huiyin").toString(), "demo"));
        builder.environment().clear();
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("HUIYIN_JVM", folder.toString());

        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).startsWith("huiyin: No JDK 25 found").hasLineCount(1);
    }
}
