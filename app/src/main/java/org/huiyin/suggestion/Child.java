package org.huiyin.suggestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program run beside the service, for a limited time. */
final class Child {

    private static final int LONGEST_LINE = 300;

    private Child() {}

    /** How it ended. */
    sealed interface End {

        record Done() implements End {}

        /** @param words the last line it said */
        record Failed(String words) implements End {}

        record TooLong() implements End {}
    }

    /** Runs it and waits; whatever it says is thrown away but for the last line. */
    static End run(List<String> command, Map<String, String> environment, Duration longest) {
        Path said = temporary();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Thread end = new Thread(process::destroyForcibly, "end-learning");
            Runtime.getRuntime().addShutdownHook(end);
            try {
                if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return new End.TooLong();
                }
                return process.exitValue() == 0 ? new End.Done() : new End.Failed(lastLine(said));
            } finally {
                process.destroyForcibly();
                forget(end);
            }
        } catch (IOException e) {
            return new End.Failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End.Failed("interrupted");
        } finally {
            said.toFile().delete();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it runs already: the service stops
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("huiyin-learning-", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException("No file for what learning says", e);
        }
    }

    private static String lastLine(Path said) throws IOException {
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
        String line = text.substring(text.lastIndexOf('\n') + 1).strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }
}
