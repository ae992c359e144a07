package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.translog.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin verify}: whether a proof from the public log holds; offline, on any machine. */
@Command(
        name = "verify",
        description = "Check a proof from the public log, offline.",
        footer = {
            "",
            "Example: ./huiyin verify huiyin-proof-202600000018-2.json --key city.example/log+1a2b3c4d+AZ…",
            "Exit code: 0 it holds, 1 a file could not be read, 2 not understood, 3 it does not hold, 4 it is no proof or no key.",
        })
final class Verify implements Callable<Integer> {

    private static final int DOES_NOT_HOLD = 3;
    private static final int UNREADABLE = 4;
    private static final long MOST_BYTES = 4L << 20;

    @Parameters(paramLabel = "FILE", description = "The proof, as it was downloaded.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "The log's public key; may be repeated, also for keys of witnesses.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "An attachment as you have it: whether it is that of the step. May be repeated.")
    private List<Path> attachments = new ArrayList<>();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, String> digests = new LinkedHashMap<>();
        attachments.forEach(one -> digests.put(String.valueOf(one.getFileName()), digest(one)));
        Verification.Said said = new Verification(language.locale()).check(text(file), keys, digests);
        PrintWriter out = spec.commandLine().getOut();
        said.lines().forEach(out::println);
        out.flush();
        return switch (said.outcome()) {
            case PROVEN -> 0;
            case REFUTED -> DOES_NOT_HOLD;
            case UNREADABLE -> UNREADABLE;
        };
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? "" : Files.readString(file).strip();
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be read");
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be read");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
