package org.huiyin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data directory of {@code --data}. */
final class DataOption {

    static final String USUAL = "${sys:user.home}/.local/share/huiyin";

    private DataOption() {}

    /** Makes the directory where it is missing and lets the log begin in it. */
    static Path prepare(Path given) {
        var data = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "writable-", ""));
        } catch (IOException e) {
            throw new CannotRun("The data directory " + data + " cannot be written to");
        }
        Logs.toFile(data.resolve("huiyin.log"));
        return data;
    }
}
