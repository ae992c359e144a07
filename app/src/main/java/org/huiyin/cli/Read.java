package org.huiyin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.reading.CityNames;
import org.huiyin.reading.Documents;
import org.huiyin.reading.Evaluation;
import org.huiyin.reading.Opened;
import org.huiyin.reading.ReadDocument;
import org.huiyin.reading.Reading;
import org.huiyin.reading.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./huiyin read}: what newspaper pages, minutes and plans say, as JSON. */
@Command(
        name = "read",
        description = "Read newspaper pages, minutes and plans: articles, people, tasks, promises, figures.",
        footer = {
            "",
            "Takes .txt (UTF-8, UTF-16, GB18030), .pdf with a text layer and .docx. from and to count characters of the text of",
            "the document. With --evaluate: the folder that holds the shared pages; invented pages come with the product.",
        })
final class Read implements Callable<Integer> {

    private static final Map<Opened.Why, String> WHY = Map.of(
            Opened.Why.EMPTY, "There is nothing in it",
            Opened.Why.TOO_LARGE, "It is larger than 20 MB, or unpacks to too much",
            Opened.Why.TOO_MANY_PAGES, "It has more than 100 pages; split it",
            Opened.Why.TOO_MUCH_TEXT, "It holds more than 400,000 characters; split it",
            Opened.Why.ENCRYPTED, "It is locked with a password; unlock it first",
            Opened.Why.NO_TEXT, "It has no text layer: it is a scan; recognise its text first",
            Opened.Why.BINARY, "It is neither text nor PDF nor .docx",
            Opened.Why.BROKEN, "It is damaged",
            Opened.Why.TOO_SLOW, "Its text could not be taken out in 20 seconds",
            Opened.Why.OTHER_LANGUAGE, "It is not in Chinese");

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "What to read.")
    private List<Path> files = List.of();

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The day the documents are of, as 2022-11-01; else it is worked out.")
    private @Nullable LocalDate date;

    @Option(
            names = "--city",
            paramLabel = "NAME",
            defaultValue = "jingzhou",
            description = "Whose places and units to know (default: ${DEFAULT-VALUE}).")
    private String city = "jingzhou";

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rules of your own instead of those that come with the product.")
    private @Nullable Path rules;

    @Option(
            names = "--evaluate",
            paramLabel = "DIR",
            description = "Measure with the labelled pages of this folder, and with invented ones.")
    private @Nullable Path evaluate;

    @Option(names = "--show", description = "With --evaluate: show what was missed and what was found falsely.")
    private boolean show;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Reading reading = new Reading(rules(), CityNames.of(city));
        Path folder = evaluate;
        if (folder != null) {
            measure(folder, reading, out);
            return 0;
        }
        if (files.isEmpty()) {
            throw new CannotRun("Say which files to read, or --evaluate DIR");
        }
        boolean all = true;
        List<ReadDocument> read = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CannotRun("There is no file " + file);
            }
            switch (Documents.open(file)) {
                case Opened.Readable text -> read.add(document(file, text, reading));
                case Opened.Refused refused -> {
                    all = false;
                    PrintWriter err = spec.commandLine().getErr();
                    err.println(file.getFileName() + " was not read: " + WHY.get(refused.why()));
                    err.flush();
                }
            }
        }
        if (!read.isEmpty()) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(read.size() == 1 && files.size() == 1 ? read.getFirst() : read));
        }
        out.flush();
        return all ? 0 : 1;
    }

    private ReadDocument document(Path file, Opened.Readable text, Reading reading) {
        String name = String.valueOf(file.getFileName());
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Asia/Shanghai"));
        Reading.Dated dated = Reading.day(name, text.text(), today);
        LocalDate day = date == null ? dated.day() : date;
        return new ReadDocument(
                name,
                text.kind(),
                text.encoding(),
                text.sha256(),
                day,
                date != null || dated.said(),
                reading.articles(text.text(), day));
    }

    private Rules rules() throws IOException {
        Path own = rules;
        if (own == null) {
            return Rules.shipped();
        }
        try (InputStream in = Files.newInputStream(own)) {
            return Rules.read(in);
        } catch (Rules.BadRules e) {
            throw new CannotRun(own + ": " + e.getMessage());
        }
    }

    private void measure(Path folder, Reading reading, PrintWriter out) throws IOException {
        Evaluation evaluation = new Evaluation(reading);
        List<List<String>> rows =
                new ArrayList<>(List.of(List.of("pages", "what", "labelled", "found", "right", "recall", "precision")));
        List<String> faults = new ArrayList<>();
        for (Evaluation.Set set : Evaluation.Set.values()) {
            Evaluation.Result result = evaluation.of(set, folder);
            if (result.pages() == 0) {
                throw new CannotRun("The labelled pages are not in " + folder);
            }
            result.scores()
                    .forEach((what, score) -> rows.add(List.of(
                            set.title() + " (" + result.pages() + ")",
                            what,
                            String.valueOf(score.labelled()),
                            String.valueOf(score.found()),
                            String.valueOf(score.right()),
                            String.format(Locale.ROOT, "%.3f", score.recall()),
                            String.format(Locale.ROOT, "%.3f", score.precision()))));
            faults.addAll(result.faults());
        }
        out.println(new TextTable(rows));
        if (show) {
            faults.forEach(out::println);
        }
        out.flush();
    }
}
