package org.huiyin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.huiyin.account.FirstAdmin;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Real service on the operator's database. */
@Command(
        name = "serve",
        description = "Serve on your own PostgreSQL (15 or newer).",
        footer = "The sign-in is read from $HUIYIN_DATABASE_USER and $HUIYIN_DATABASE_PASSWORD.")
final class Serve implements Callable<Integer> {

    @Option(names = "--database-url", paramLabel = "URL", required = true, description = "jdbc:postgresql://host/name")
    private String url = "";

    @Option(names = "--port", defaultValue = "8311", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "0.0.0.0",
            description = "Address to listen at (default: ${DEFAULT-VALUE}, every network).")
    private String address = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Logs.toConsole();
        Ports.refuseTaken(address, port);
        var out = spec.commandLine().getOut();
        var database = OpenDatabase.served(DatabaseOptions.address(url));
        var application = Application.serving(database, address, port, beans -> admitFirst(beans, out));
        out.println("Huiyin 回音 serves on port " + port);
        out.flush();
        application.serve();
        return 0;
    }

    /** The password is printed this once and stored nowhere; it must be changed at the first sign-in. */
    private static void admitFirst(BeanFactory beans, PrintWriter out) {
        beans.getBean(FirstAdmin.class)
                .openIfNobody()
                .ifPresent(
                        password -> out.println("First sign-in: " + FirstAdmin.LOGIN + " with password " + password));
    }
}
