package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.privacy.Detector;
import org.huiyin.privacy.Evaluation;
import org.huiyin.privacy.Evaluation.Half;
import org.huiyin.privacy.Evaluation.Score;
import org.huiyin.privacy.Finding;
import org.huiyin.privacy.Kind;
import org.huiyin.privacy.Masking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin detect}: what of a text is blanked for the public, and how well that works. */
@Command(
        name = "detect",
        description = "Show what is blanked in a text, or measure how well personal data is found.",
        footer = {
            "",
            "With --evaluate: the folder that holds the shared messages (teddy2020). Held apart are messages nobody looked at",
            "while the rules were written; planted are made-up values put into real messages.",
        })
final class Detect implements Callable<Integer> {

    private static final Map<String, String> COLUMNS = Map.of("detail", "留言详情", "reply", "答复意见");
    private static final int AROUND = 10;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A text in UTF-8; without it the standard input.")
    private @Nullable Path file;

    @Option(
            names = "--evaluate",
            paramLabel = "DIR",
            description = "Measure with the labelled messages of this folder.")
    private @Nullable Path evaluate;

    @Option(names = "--show", description = "With --evaluate: show what was missed and what was found falsely.")
    private boolean show;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = evaluate;
        if (folder == null) {
            look(out);
        } else {
            measure(folder, out);
        }
        out.flush();
        return 0;
    }

    private void look(PrintWriter out) throws IOException {
        Path given = file;
        byte[] bytes = given == null ? System.in.readAllBytes() : Files.readAllBytes(given);
        String text = new String(bytes, StandardCharsets.UTF_8);
        out.println(Masking.mask(text).stripTrailing());
        for (Finding finding : Detector.find(text)) {
            out.println(name(finding.kind()) + "  " + finding.from() + "–" + finding.to());
        }
    }

    private void measure(Path folder, PrintWriter out) throws IOException {
        Evaluation evaluation = new Evaluation();
        Map<String, String> texts = texts(folder, evaluation.messages());
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of("messages", "kind", "labelled", "found", "false", "recall", "precision")));
        List<String> faults = new ArrayList<>();
        for (Half half : Half.values()) {
            String name = switch (half) {
                case TUNED -> "tuned on";
                case HELD -> "held apart";
                case FRESH -> "drawn later";
                case LATEST -> "third look";
                case FOURTH -> "fourth look";
                case FIFTH -> "fifth look";
            };
            add(name, evaluation.labelled(half, texts), texts, rows, faults);
            if (half == Half.TUNED || half == Half.HELD) {
                add(name + ", planted", evaluation.planted(half, texts), texts, rows, faults);
            }
        }
        out.println(new TextTable(rows));
        out.println(texts.size() + " messages");
        if (show) {
            faults.forEach(out::println);
        }
    }

    private static void add(
            String messages,
            Evaluation.Result result,
            Map<String, String> texts,
            List<List<String>> rows,
            List<String> faults) {
        Arrays.stream(Kind.values()).filter(result.scores()::containsKey).forEach(kind -> {
            Score score = Objects.requireNonNull(result.scores().get(kind));
            rows.add(List.of(
                    messages,
                    name(kind),
                    String.valueOf(score.labelled()),
                    String.valueOf(score.found()),
                    String.valueOf(score.falsely()),
                    String.format(Locale.ROOT, "%.3f", score.recall()),
                    String.format(Locale.ROOT, "%.3f", score.precision())));
        });
        result.faults().forEach(fault -> faults.add(said(messages, fault, texts)));
    }

    private static String said(String messages, Evaluation.Fault fault, Map<String, String> texts) {
        String text = texts.getOrDefault(fault.message(), fault.message());
        String before = text.substring(Math.max(0, fault.from() - AROUND), fault.from());
        String after = text.substring(fault.to(), Math.min(text.length(), fault.to() + AROUND));
        String words = before + "[" + text.substring(fault.from(), fault.to()) + "]" + after;
        return messages + ", " + (fault.missed() ? "missed" : "false") + " " + name(fault.kind()) + ": "
                + words.replaceAll("\\s+", " ");
    }

    /** Of the tables the messages that carry labels, under {@code table:id:column}. */
    private static Map<String, String> texts(Path folder, Set<String> wanted) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String table : wanted.stream()
                .map(id -> id.substring(0, id.indexOf(':')))
                .distinct()
                .toList()) {
            Path file = folder.resolve(table + ".csv");
            if (!Files.isRegularFile(file)) {
                throw new CannotRun("There is no table " + file);
            }
            try (Reader reader = Files.newBufferedReader(file)) {
                for (CSVRecord row : CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
                    // a table without numbers of its own counts its rows
                    String id = row.isMapped("留言编号") ? row.get("留言编号") : String.valueOf(row.getRecordNumber());
                    COLUMNS.forEach((name, column) -> {
                        String key = table + ":" + id + ":" + name;
                        if (wanted.contains(key)) {
                            texts.putIfAbsent(key, row.get(column));
                        }
                    });
                }
            }
        }
        if (!texts.keySet().containsAll(wanted)) {
            throw new CannotRun((wanted.size() - texts.size()) + " labelled messages are not in " + folder);
        }
        return texts;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
