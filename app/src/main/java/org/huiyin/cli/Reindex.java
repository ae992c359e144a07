package org.huiyin.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.huiyin.search.Entering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./huiyin reindex}: what can be found, entered again from the steps. */
@Command(
        name = "reindex",
        description = {
            "Enter the words of every matter into the search again, from the recorded steps.",
            "It may run while people work; a matter is found by its old words until its turn comes.",
            "Stopped, it goes on by itself when Huiyin runs."
        })
final class Reindex implements Callable<Integer> {

    private static final int EVERY = 10_000;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.open())) {
            long matters = application.bean(Entering.class).all(entered -> {
                if (entered % EVERY == 0) {
                    out.printf("%,d matters entered%n", entered);
                    out.flush();
                }
            });
            out.printf("%,d matters entered again.%n", matters);
        }
        return 0;
    }
}
