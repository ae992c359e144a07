package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiyin.translog.Audit.Asked;
import org.huiyin.translog.Audit.Report;
import org.huiyin.translog.AuditWords;
import org.huiyin.translog.Finding;
import org.huiyin.translog.Unreachable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin audit}: follows a public log from anywhere and names whatever does not fit. */
@Command(
        name = "audit",
        description = {
            "Follow a public log: verify its head, every tile and every entry, count the lists anew from the entries alone",
            "and compare them with what the board says. With a state file only what is new is read, and what was seen is held against it."
        },
        footer = {
            "",
            "Exit code: 0 all is well, 1 the log could not be asked, 2 not understood;",
            "10 fork, 11 rollback, 12 rewrite, 13 gap, 14 mismatch, 15 signature, 16 chain, 17 conservation, 18 disagreement, 19 malformed.",
        })
final class Audit implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "Where the service is, such as https://city.example.")
    private String address = "";

    @Option(names = "--state", paramLabel = "FILE", description = "Remember here what was seen, for the next time.")
    private @Nullable Path state;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The log's public key; may be repeated. Without it the one remembered, or else the one the log names.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description =
                    "A checkpoint or a proof that somebody else was given: whether it is of the same history. May be repeated.")
    private List<Path> shown = new ArrayList<>();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> texts = shown.stream().map(Audit::text).toList();
        Report report;
        try {
            report =
                    org.huiyin.translog.Audit.run(new Asked(uri(), state, keys, texts), new StepsTold(out, "verified"));
        } catch (Unreachable e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CannotRun("The state " + state + " cannot be read or written: " + e.getMessage());
        }
        new AuditWords(language.locale()).lines(report).forEach(out::println);
        out.flush();
        Finding finding = report.finding();
        return finding == null ? 0 : finding.kind().exitCode();
    }

    private URI uri() {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new ParameterException(spec.commandLine(), "Not an address: \"" + address + "\"; expected https://…");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be read");
        }
    }
}
