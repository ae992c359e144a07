package org.huiyin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huiyin.routing.About;
import org.huiyin.routing.CannotLearn;
import org.huiyin.routing.Labelled;
import org.huiyin.routing.LabelledFile;
import org.huiyin.routing.Learning;
import org.huiyin.routing.ModelFile;
import org.huiyin.routing.RoutingModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./huiyin learn}: makes a model that suggests where messages belong, from messages that people labelled. */
@Command(
        name = "learn",
        description = "Learn from labelled messages where messages belong.",
        footer = {
            "",
            "Example: ./huiyin learn --labelled rows.csv --labelled titles.csv --text-columns 留言主题,留言详情 \\",
            "         --label 一级标签 --model routing.model",
        })
final class Learn implements Callable<Integer> {

    @Option(
            names = "--labelled",
            required = true,
            paramLabel = "FILE",
            description = "CSV table in UTF-8, packed with gzip or not; may be given several times.")
    private List<Path> files = List.of();

    @Option(
            names = "--text-columns",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns to read, the title's first; a table needs one of them.")
    private List<String> texts = List.of();

    @Option(names = "--label", required = true, paramLabel = "COLUMN", description = "Column of the label.")
    private String label = "";

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Where to put the model.")
    private Path model = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        InstantSource clock = InstantSource.system();
        Instant start = clock.instant();
        try {
            List<Labelled> rows = new ArrayList<>();
            List<About.Source> sources = new ArrayList<>();
            for (Path file : files) {
                List<Labelled> read = new LabelledFile(file, texts, label).read();
                rows.addAll(read);
                sources.add(
                        new About.Source(String.valueOf(file.getFileName()), read.size(), ModelFile.fingerprint(file)));
            }
            Learning learning = new Learning(sentence -> {
                out.println(sentence);
                out.flush();
            });
            RoutingModel made = learning.from(
                    rows, new Learning.Wish(start, System.getProperty("user.name", ""), texts, label, sources));
            ModelFile.write(made, model);
            tell(made.about(), Duration.between(start, clock.instant()), out);
        } catch (CannotLearn e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private void tell(About about, Duration took, PrintWriter out) {
        About.Held held = about.held();
        out.printf(
                Locale.ROOT,
                "%,d messages learned in %.1f s; the model is in %s.%n",
                about.rows(),
                took.toMillis() / 1000.0,
                model);
        out.printf(
                Locale.ROOT,
                "On the %,d kept apart: accuracy %.4f, macro-F1 %.4f, among the first three %.4f, calibration error %.4f.%n",
                held.n(),
                held.accuracy(),
                held.macroF1(),
                held.top3(),
                held.ece());
        out.printf(
                Locale.ROOT,
                "Suggestions are shown from a confidence of %.2f on: %.1f %% of messages, of which %.1f %% were right.%n",
                about.threshold(),
                100 * held.coverage(),
                100 * held.precision());
        out.flush();
    }
}
