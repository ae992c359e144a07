package org.huiyin.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Problem;
import org.huiyin.programme.Problems;
import org.huiyin.programme.SchemaCheck;
import org.huiyin.programme.YamlFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code registers/<name>/register.yaml} and says everything that is wrong with them. */
public final class RegisterReader {

    private final SchemaCheck schema = new SchemaCheck("/register.schema.json");

    /** What was read; {@code registers} holds the definitions without a problem. */
    public record Reading(Registers registers, List<Problem> problems) {}

    /** The registers that come with Huiyin; checked when it was built. */
    static Registers packaged() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:registers/*/register.yaml");
            List<Register> all = new ArrayList<>();
            for (Resource file : files) {
                String text = file.getContentAsString(StandardCharsets.UTF_8);
                all.add(RegisterBuilding.register(YamlFile.read(text, new Problems(file.getDescription()))));
            }
            return new Registers(RegisterBuilding.ordered(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every definition below a directory and checks each wholly, and all of them together. */
    public Reading read(Path directory) {
        List<Register> registers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<RegisterCheck> checked = new ArrayList<>();
        for (Path file : files(directory)) {
            Problems found = new Problems(directory.relativize(file).toString());
            try {
                RegisterCheck check = check(Files.readString(file), folder(directory, file), found);
                if (found.none()) {
                    registers.add(RegisterBuilding.register(check.root()));
                    checked.add(check);
                }
            } catch (IOException e) {
                found.add(0, 0, "unreadable", String.valueOf(e.getMessage()));
            }
            problems.addAll(found.found());
        }
        checked.forEach(check -> check.among(registers));
        checked.forEach(check -> problems.addAll(check.problems().found()));
        return new Reading(new Registers(RegisterBuilding.ordered(registers)), List.copyOf(problems));
    }

    /** Reads one definition from text; {@code file} only names it. */
    public Reading read(String file, String text) {
        Problems found = new Problems(file);
        RegisterCheck check = check(text, "", found);
        List<Register> right = found.none() ? List.of(RegisterBuilding.register(check.root())) : List.of();
        return new Reading(new Registers(right), found.found());
    }

    private RegisterCheck check(String text, String folder, Problems problems) {
        Cursor root = YamlFile.read(text, problems);
        if (problems.none()) {
            schema.check(root, problems);
        }
        RegisterCheck check = new RegisterCheck(root, problems);
        if (problems.none()) {
            check.check(folder);
        }
        return check;
    }

    private static String folder(Path directory, Path file) {
        Path within = directory.relativize(file);
        return within.getNameCount() > 1 ? within.getName(0).toString() : "";
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.find(
                directory,
                2,
                (path, what) ->
                        what.isRegularFile() && path.getFileName().toString().equals("register.yaml"))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
