package org.huiyin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.huiyin.matter.DeskFault;
import org.huiyin.replay.CannotReplay;
import org.huiyin.replay.Reading;
import org.huiyin.replay.RecordKind;
import org.huiyin.replay.RecordPlayer;
import org.huiyin.replay.Replayed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin replay}: real records become matters, step by step. */
@Command(
        name = "replay",
        description = "Replay a table of real records: every record's life becomes steps, in the order of time.",
        footer = {
            "",
            "Kinds: baltimore-311 (service requests of Baltimore), teddy-replied (messages with replies).",
            "A replay that was cut off is resumed by starting it again; a second one changes nothing.",
            "The last line is one JSON object. Example: ./huiyin replay --as baltimore-311 311.csv.gz"
        })
final class Replay implements Callable<Integer> {

    @Option(names = "--as", required = true, paramLabel = "KIND", description = "baltimore-311 or teddy-replied.")
    private String kind = "";

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, packed with gzip or not.")
    private Path file = Path.of("");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Reading reading = Reading.of(RecordKind.named(kind), file);
            replay(reading);
            return 0;
        } catch (CannotReplay e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        } catch (DeskFault | CompletionException e) {
            throw stopped(e);
        }
    }

    private void replay(Reading reading) {
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        try (Application application = Application.quiet(database.open())) {
            long begun = System.nanoTime();
            Replayed replayed =
                    application.bean(RecordPlayer.class).play(reading, (done, of) -> bar.at("steps", done, of));
            new ReplayReport(reading, replayed, Duration.ofNanos(System.nanoTime() - begun)).print(out);
            out.flush();
        }
    }

    private static RuntimeException stopped(RuntimeException thrown) {
        boolean fault = Stream.of(thrown, thrown.getCause()).anyMatch(cause -> cause instanceof DeskFault);
        return fault
                ? new CannotRun("The database stopped answering; what was stored is kept. Start the same replay again"
                        + " and it goes on where it stopped.")
                : thrown;
    }
}
