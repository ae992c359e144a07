package org.huiyin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huiyin.alike.Planted;
import org.huiyin.text.CsvFile;
import org.huiyin.text.UnreadableTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./huiyin alike}: how well messages are recognised that say the same as others. */
@Command(
        name = "alike",
        description = "Measure how well edited copies of messages are found among all messages of a table.",
        footer = {"", "Example: ./huiyin alike --planted messages.csv --text-columns 留言主题,留言详情"})
final class Alike implements Callable<Integer> {

    @Option(
            names = "--planted",
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

    @Option(
            names = "--copies",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Copies of each kind (${DEFAULT-VALUE}).")
    private int copies = 1000;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed makes the same edits (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (copies < 1 || copies > 1_000_000) {
            throw new CannotRun("--copies takes 1 to 1000000.");
        }
        List<String> messages = new ArrayList<>();
        try {
            for (Path file : files) {
                new CsvFile(file)
                        .read(
                                columns -> refuseOtherTable(file, columns),
                                row -> messages.add(texts.stream()
                                        .map(column -> CsvFile.cell(row, column).strip())
                                        .collect(Collectors.joining("\n"))));
            }
        } catch (UnreadableTable e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
        tell(messages.size(), new Planted(messages, seed).results(copies));
        return 0;
    }

    private void refuseOtherTable(Path file, List<String> columns) {
        if (texts.stream().noneMatch(columns::contains)) {
            throw new CannotRun(file + " has none of the text columns " + String.join(", ", texts) + "; it has "
                    + String.join(", ", columns) + ".");
        }
    }

    private void tell(int messages, List<Planted.Result> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%,d messages; %,d copies of each kind, seed %d%n%n", messages, copies, seed);
        out.printf("%-40s %8s %10s %12s%n", "edit", "recall", "precision", "candidates");
        for (Planted.Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-40s %8.4f %10.4f %12.1f%n",
                    result.edit(),
                    result.recall(),
                    result.precision(),
                    result.candidates());
        }
        Planted.Result light = results.get(0);
        Planted.Result heavy = results.get(1);
        out.printf(
                Locale.ROOT,
                "{\"recall10\":%.4f,\"precision10\":%.4f,\"recall30\":%.4f,\"precision30\":%.4f,\"n\":%d}%n",
                light.recall(),
                light.precision(),
                heavy.recall(),
                heavy.precision(),
                copies);
        out.flush();
    }
}
