package org.huiyin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huiyin.routing.About;
import org.huiyin.routing.CannotLearn;
import org.huiyin.routing.Evaluation;
import org.huiyin.routing.LabelledFile;
import org.huiyin.routing.Learning;
import org.huiyin.routing.ModelFile;
import org.huiyin.routing.RoutingModel;
import org.huiyin.routing.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./huiyin route}: what a model suggests for a message, or how it does on messages that people labelled. */
@Command(
        name = "route",
        description = "Say where a message belongs, or how well a model does.",
        footer = {
            "",
            "Example: ./huiyin route --model routing.model --evaluate kept-apart.csv",
            "Example: ./huiyin route --model routing.model --title 路灯不亮 --text 园林路路灯坏了一个月",
        })
final class Route implements Callable<Integer> {

    private static final int SHOWN = 3;
    private static final int WORDS = 5;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private Path model = Path.of("");

    @Option(
            names = "--evaluate",
            paramLabel = "FILE",
            description = "Labelled table to compare with; nothing is learned from it.")
    private @Nullable Path evaluate;

    @Option(
            names = "--text-columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "Its columns, the title's first (default: those the model learned from).")
    private List<String> texts = List.of();

    @Option(names = "--label", paramLabel = "COLUMN", description = "Its column of the label (default: the model's).")
    private String label = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of a message.")
    private String title = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Text of a message.")
    private String text = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            RoutingModel read = ModelFile.read(model);
            Path table = evaluate;
            if (table != null) {
                evaluate(read, table, out);
            } else if (!title.isBlank() || !text.isBlank()) {
                suggest(read, out);
            } else {
                throw new ParameterException(
                        spec.commandLine(), "Nothing to route: give --evaluate FILE, or --title and --text");
            }
        } catch (CannotLearn e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
        out.flush();
        return 0;
    }

    private void suggest(RoutingModel read, PrintWriter out) {
        List<Suggestion> suggested = read.suggest(title, text);
        for (Suggestion one : suggested.subList(0, Math.min(SHOWN, suggested.size()))) {
            out.printf(
                    Locale.ROOT,
                    "%5.1f %%  %s  (%s)%n",
                    100 * one.confidence(),
                    one.label(),
                    String.join("、", read.because(title, text, one.label(), WORDS)));
        }
        if (!read.sure(suggested.getFirst())) {
            out.println("Not sure enough to be shown to anybody.");
        }
    }

    private void evaluate(RoutingModel read, Path table, PrintWriter out) {
        About about = read.about();
        LabelledFile file = new LabelledFile(
                table, texts.isEmpty() ? about.texts() : texts, label.isEmpty() ? about.label() : label);
        Evaluation evaluation = Learning.evaluation(read, file.read());
        out.printf(
                Locale.ROOT,
                "%,d messages; accuracy %.4f, macro-F1 %.4f, among the first three %.4f, calibration error %.4f.%n",
                evaluation.n(),
                evaluation.accuracy(),
                evaluation.macroF1(),
                evaluation.top3(),
                evaluation.ece());
        out.printf(
                Locale.ROOT,
                "Sure enough to be shown: %.1f %%, of which %.1f %% were right.%n%n",
                100 * evaluation.coverage(),
                100 * evaluation.precisionShown());
        out.println(new TextTable(byLabel(evaluation)));
        out.println("Rows: what is right. Columns: what was suggested.");
        out.println(new TextTable(confusion(evaluation)));
        out.printf(
                Locale.ROOT,
                "{\"accuracy\":%.6f,\"macroF1\":%.6f,\"top3\":%.6f,\"ece\":%.6f,\"n\":%d}%n",
                evaluation.accuracy(),
                evaluation.macroF1(),
                evaluation.top3(),
                evaluation.ece(),
                evaluation.n());
    }

    private static List<List<String>> byLabel(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("label", "messages", "precision", "recall", "F1"));
        for (Evaluation.OfLabel one : evaluation.byLabel()) {
            rows.add(List.of(
                    one.label(),
                    Long.toString(one.n()),
                    String.format(Locale.ROOT, "%.4f", one.precision()),
                    String.format(Locale.ROOT, "%.4f", one.recall()),
                    String.format(Locale.ROOT, "%.4f", one.f1())));
        }
        return rows;
    }

    private static List<List<String>> confusion(Evaluation evaluation) {
        Collection<String> labels = evaluation.labels();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(labels);
        rows.add(head);
        for (String truth : labels) {
            List<String> row = new ArrayList<>(List.of(truth));
            labels.forEach(suggested -> row.add(Long.toString(evaluation.count(truth, suggested))));
            rows.add(row);
        }
        return rows;
    }
}
