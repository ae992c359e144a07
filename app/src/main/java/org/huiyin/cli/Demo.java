package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huiyin.database.EmbeddedDatabase;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demonstration city on a database of our own. */
@Command(name = "demo", description = "Show Huiyin with a demonstration city, on a database of its own.")
final class Demo implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8311", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen at (default: ${DEFAULT-VALUE}, this machine only; sign-ins are public knowledge).")
    private String address = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DataOption.USUAL,
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(names = "--fresh", description = "Throw away what is there and begin anew.")
    private boolean fresh;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Ports.refuseTaken(address, port);
        var directory = DataOption.prepare(data);
        if (fresh) {
            EmbeddedDatabase.discard(directory);
            FileSystemUtils.deleteRecursively(directory.resolve("evidence"));
        }
        var application = Application.serving(OpenDatabase.own(directory), address, port);
        greet(spec.commandLine().getOut(), directory);
        application.serve();
        return 0;
    }

    private void greet(PrintWriter out, Path directory) {
        out.println("Huiyin 回音 is at  http://localhost:" + port);
        out.println("Data and log in    " + directory);
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
