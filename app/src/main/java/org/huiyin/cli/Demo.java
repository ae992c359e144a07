package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiyin.city.BookStory;
import org.huiyin.city.DemoCity;
import org.huiyin.city.DeputyDays;
import org.huiyin.city.JointAction;
import org.huiyin.city.Portion;
import org.huiyin.city.RegisterStory;
import org.huiyin.city.SignIn;
import org.huiyin.city.Story;
import org.huiyin.city.StoryTime;
import org.huiyin.city.SuggestionStory;
import org.huiyin.city.Telling;
import org.huiyin.database.EmbeddedDatabase;
import org.springframework.beans.factory.BeanFactory;
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
            Files.deleteIfExists(directory.resolve("log.key"));
            Files.deleteIfExists(directory.resolve("log.key.head"));
        }
        var out = spec.commandLine().getOut();
        var time = new StoryTime();
        var database = OpenDatabase.own(directory);
        var application = Application.demonstrating(database, address, port, time, beans -> loadCity(beans, time, out));
        greet(out, application.bean(DemoCity.class).signIns(), directory);
        application.serve();
        return 0;
    }

    private static void loadCity(BeanFactory beans, StoryTime time, PrintWriter out) {
        var bar = new ProgressBar(out);
        if (beans.getBean(DemoCity.class).load(bar::at)) {
            beans.getBean(RegisterStory.class).tell(bar::at);
            beans.getBean(BookStory.class).tell();
            beans.getBean(DeputyDays.class).tell(time.instant(), time::moveTo, bar::at);
            beans.getBean(Story.class).tell(new Telling(Portion.WHOLE, time::moveTo, bar::at));
            time.release();
            beans.getBean(JointAction.class).tell(time.instant(), time::moveTo);
            time.release();
            beans.getBean(SuggestionStory.class).tell(bar::at);
        }
    }

    private void greet(PrintWriter out, List<SignIn> signIns, Path directory) {
        var rows = new ArrayList<>(List.of(List.of("Role", "Sign-in", "Password", "Name", "Unit")));
        signIns.forEach(way -> rows.add(List.of(way.as(), way.login(), way.password(), way.name(), way.unit())));
        out.println();
        out.println(new TextTable(rows));
        out.println();
        out.println("Huiyin 回音 is at  http://localhost:" + port);
        out.println("Data and log in    " + directory);
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
