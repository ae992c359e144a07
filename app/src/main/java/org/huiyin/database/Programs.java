package org.huiyin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to work for root: for root they see a user namespace in which it is nobody. */
final class Programs {

    private static final List<String> AS_NOBODY = List.of("unshare", "--user");
    /** Ends the server when our end of the pipe closes, even if this process was killed; "gone" says there is nothing to end. */
    private static final String GUARD = """
            exec 3<&0
            server=$$
            { read -r word; [ "$word" = gone ] || kill -INT $server; } <&3 >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;

    private final Path bin;
    private final List<String> prefix;

    Programs(Path home) throws IOException {
        bin = home.resolve("bin");
        prefix = root() ? AS_NOBODY : List.of();
    }

    /** Runs a program to its end. */
    Result run(String program, List<String> arguments) throws IOException {
        var process =
                builder(command(program, arguments)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(await(process), said);
    }

    /** Starts the server in a session of its own, so that Ctrl-C reaches only us; its end follows ours. */
    Process serve(List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres"));
        command.addAll(command("postgres", arguments));
        return builder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean root() throws IOException {
        var id = builder(List.of("id", "-u")).start();
        var uid = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!uid.equals("0")) {
            return false;
        }
        if (await(builder(List.of("unshare", "--user", "true")).start()) != 0) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and this machine allows no user namespaces; start Huiyin as an ordinary user");
        }
        return true;
    }

    /** The last line in which a program complained, else its last line. */
    static String lastComplaint(String said) {
        var lines = said.strip().lines().toList();
        var complaint = lines.reversed().stream()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .findFirst();
        return complaint.orElse(lines.getLast());
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while PostgreSQL worked", e));
        }
    }

    /** What a program left behind. */
    record Result(int exit, String said) {

        boolean failed() {
            return exit != 0;
        }
    }
}
